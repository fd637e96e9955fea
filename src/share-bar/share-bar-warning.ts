import { warnOnce } from '../data/warn-once.js';

/** Warns the developer once about a part of the page that the bar cannot use. */
export const warnUnusable = (part: string): void =>
  warnOnce(`riac-share-bar cannot use ${part}`.slice(0, 230));
