/** How far a colour may be off, as a share of the whole way: letters differ by a shade between builds. */
const shade = 0.12;

/** Which share of all pixels may be further off than that. */
const tolerance = 0.0001;

/** Runs in the page: compares two pictures, given as base64, pixel by pixel on a canvas. */
async function differ(former, present, limit) {
  const draw = async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    return { canvas, context, pixels: context.getImageData(0, 0, bitmap.width, bitmap.height) };
  };
  const [before, after] = [await draw(former), await draw(present)];
  const size = ({ canvas }) => `${canvas.width} × ${canvas.height}`;
  if (size(before) !== size(after)) return { size: `${size(before)} became ${size(after)}` };
  const [old, now] = [before.pixels.data, after.pixels.data];
  let count = 0;
  for (let at = 0; at < now.length; at += 4) {
    const far = [0, 1, 2].some((part) => Math.abs(old[at + part] - now[at + part]) > limit * 255);
    // What differs is red; the rest is kept as a pale ground, so that the place can be found.
    if (far) now.set([220, 0, 0], at);
    else for (const part of [0, 1, 2]) now[at + part] = 200 + now[at + part] * 0.2;
    count += far;
  }
  after.context.putImageData(after.pixels, 0, 0);
  const blob = await after.canvas.convertToBlob({ type: 'image/png' });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { share: (count * 4) / now.length, picture: btoa(text) };
}

/**
 * Compares two PNG files in a browser page. Answers a sentence about the difference and a picture of
 * it, or nothing where they look alike.
 */
export async function compare(page, former, present) {
  const pictures = [former, present].map((picture) => Buffer.from(picture).toString('base64'));
  const { size, share, picture } = await page.evaluate(differ, ...pictures, shade);
  if (size) return { what: size };
  if (share <= tolerance) return undefined;
  return {
    what: `${(share * 100).toFixed(2)} % of the pixels differ`,
    picture: Buffer.from(picture, 'base64'),
  };
}
