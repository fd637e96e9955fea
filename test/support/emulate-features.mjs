/** What one session has emulated only that session can take back: one a page. */
const clients = new WeakMap();

/**
 * Test command `emulate-features`: media type and features over Chromium's own protocol, for those
 * that `emulateMedia` passes over, such as `{ features: [{ name: 'forced-colors', value: 'active' }] }`.
 * Answers false in the other engines.
 */
export const emulateFeaturesPlugin = {
  name: 'emulate-features',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return undefined;
    if (session.browser.name !== 'Chrome') return false;
    const page = await session.browser.getPage(session.id);
    if (!clients.has(page)) clients.set(page, await page.createCDPSession());
    await clients.get(page).send('Emulation.setEmulatedMedia', payload);
    return true;
  },
};
