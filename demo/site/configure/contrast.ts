/** Computes the contrast of two colours by WCAG 2.2 (1.4.3, 1.4.11). */
import type { Scheme } from './configuration.js';

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const context = canvas.getContext('2d', { willReadFrequently: true });

/** Red, green and blue, each from 0 to 255. */
export type Channels = readonly [number, number, number];

/**
 * Returns the colour that results from `color` over `paper`, or `undefined` if one of them is invalid.
 * @param ink - The value of `currentcolor`.
 */
export function channelsOf(
  color: string | undefined,
  paper = '#fff',
  ink = '#000',
): Channels | undefined {
  const plain = color?.replace(/currentcolor/gi, ink);
  if (!context || !plain || !CSS.supports('color', plain) || plain.includes('var(')) {
    return undefined;
  }
  for (const each of [paper, plain]) {
    // The canvas ignores an unknown colour and keeps the former one, so a marker colour reveals that.
    context.fillStyle = '#010203';
    context.fillStyle = each;
    if (context.fillStyle === '#010203') return undefined;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Returns a colour as `#rrggbb`, the format of `<input type="color">`. */
export const hexOf = (...colors: Parameters<typeof channelsOf>) =>
  channelsOf(...colors)?.reduce((text, value) => text + value.toString(16).padStart(2, '0'), '#');

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The relative luminance of WCAG 2.2, from 0 (black) to 1 (white). */
const luminance = ([red, green, blue]: Channels) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** Returns the contrast ratio of WCAG 2.2, from 1 (equal colours) to 21 (black on white). */
export function contrast(one: Channels, other: Channels): number {
  const both = [luminance(one), luminance(other)];
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}

/** Returns the part of a `light-dark()` for a scheme. Both parts may contain brackets. */
export function inScheme(color: string | undefined, scheme: Scheme): string | undefined {
  const inside = /^light-dark\((.*)\)$/s.exec(color ?? '')?.[1];
  if (!inside) return color;
  let depth = 0;
  const comma = [...inside].findIndex((sign) => {
    depth += Number(sign === '(') - Number(sign === ')');
    return sign === ',' && depth === 0;
  });
  return (scheme === 'light' ? inside.slice(0, comma) : inside.slice(comma + 1)).trim();
}
