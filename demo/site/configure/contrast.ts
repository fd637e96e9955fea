/** How well two colours can be told apart, as the accessibility guidelines count it. */

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const context = canvas.getContext('2d', { willReadFrequently: true });

/**
 * Red, green and blue of a colour laid over another; `undefined` for what is not a colour.
 * @param ink - What `currentcolor` stands for.
 */
export function channelsOf(color, paper = '#fff', ink = '#000') {
  const plain = color?.replace(/currentcolor/gi, ink);
  if (!context || !plain || !CSS.supports('color', plain) || plain.includes('var(')) {
    return undefined;
  }
  for (const each of [paper, plain]) {
    // A colour that the canvas does not know is ignored, and the former one would be taken for it.
    context.fillStyle = '#010203';
    context.fillStyle = each;
    if (context.fillStyle === '#010203') return undefined;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** `#rrggbb` of a colour, as a palette field wants it. */
export const hexOf = (...colors) =>
  channelsOf(...colors)?.reduce((text, value) => text + value.toString(16).padStart(2, '0'), '#');

function luminance(channels) {
  const [red, green, blue] = channels.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 for equal colours to 21 for black on white. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The part of a `light-dark()` that a scheme takes; both may hold brackets of their own. */
export function inScheme(color, scheme) {
  const inside = /^light-dark\((.*)\)$/s.exec(color ?? '')?.[1];
  if (!inside) return color;
  let depth = 0;
  const comma = [...inside].findIndex((sign) => {
    depth += Number(sign === '(') - Number(sign === ')');
    return sign === ',' && depth === 0;
  });
  return (scheme === 'light' ? inside.slice(0, comma) : inside.slice(comma + 1)).trim();
}
