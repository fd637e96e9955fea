/**
 * Test command `touch`: a finger that goes down at `from` and up at `to`, in CSS pixels. For Chromium
 * alone: the driver of Firefox has fingers that scroll nothing, that of WebKitGTK turns them into a mouse.
 */
export const touchPlugin = {
  name: 'touch',
  async executeCommand({ command, payload: { from, to } = {}, session }) {
    if (command !== 'touch') return undefined;
    const { touchscreen } = await session.browser.getPage(session.id);
    const steps = `${from}` === `${to}` ? 0 : 8;
    await touchscreen.touchStart(...from);
    for (let step = 1; step <= steps; step++) {
      await touchscreen.touchMove(...from.map((at, axis) => at + ((to[axis] - at) * step) / steps));
    }
    await touchscreen.touchEnd();
    return true;
  },
};
