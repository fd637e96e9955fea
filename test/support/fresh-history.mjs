/**
 * Test command `fresh-history`: the tab forgets where it was before. The runner shows one test page after
 * another in one tab, and once Chromium's list of 50 entries is full a step back in a frame leaves the
 * test page itself. Other engines keep the frame's own entries.
 */
export const freshHistoryPlugin = {
  name: 'fresh-history',
  async executeCommand({ command, session }) {
    if (command !== 'fresh-history') return undefined;
    if (session.browser.name !== 'Chromium') return true;
    const page = await session.browser.getPage(session.id);
    const client = await page.createCDPSession();
    await client.send('Page.resetNavigationHistory');
    await client.detach();
    return true;
  },
};
