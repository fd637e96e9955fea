import { sendMouse } from '@web/test-runner-commands';

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Middle of an element inside a frame, as the mouse of the outer page counts. */
function middle(frame: HTMLIFrameElement, element: HTMLElement): [number, number] {
  const outer = frame.getBoundingClientRect();
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(outer.x + x + width / 2), Math.round(outer.y + y + height / 2)];
}

/** Clicks with the mouse on an element of a page in a frame, once fonts and images move it no more. */
export async function realClick(frame: HTMLIFrameElement, element: HTMLElement): Promise<void> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  await frame.contentDocument?.fonts.ready;
  let position = middle(frame, element);
  for (let still = 0; still < 3;) {
    await nextFrame();
    const now = middle(frame, element);
    still = `${now}` === `${position}` ? still + 1 : 0;
    position = now;
  }
  await sendMouse({ type: 'click', position });
}
