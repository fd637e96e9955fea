/**
 * Test command `emulate-features`: media features over Chromium's own protocol, for those that
 * `emulateMedia` passes over, such as `[{ name: 'forced-colors', value: 'active' }]`.
 * Answers false in the other engines.
 */
export const emulateFeaturesPlugin = {
  name: 'emulate-features',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return undefined;
    if (session.browser.name !== 'Chrome') return false;
    const page = await session.browser.getPage(session.id);
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', payload);
    return true;
  },
};
