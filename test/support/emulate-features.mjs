/** What one session has emulated only that session can take back: one a page. */
const clients = new WeakMap();

/**
 * Test command `emulate-features`: media type and features over Chromium's own protocol, for those
 * that `emulateMedia` passes over, such as `{ features: [{ name: 'forced-colors', value: 'active' }] }`.
 * `touch: true` makes the pointer coarse. Answers false in the other engines.
 */
export const emulateFeaturesPlugin = {
  name: 'emulate-features',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return undefined;
    if (session.browser.name !== 'Chromium') return false;
    const page = await session.browser.getPage(session.id);
    if (!clients.has(page)) clients.set(page, await page.createCDPSession());
    const { touch = false, ...look } = payload;
    await clients.get(page).send('Emulation.setEmulatedMedia', look);
    await clients.get(page).send('Emulation.setTouchEmulationEnabled', { enabled: touch });
    return true;
  },
};
