import { warnOnce } from '../data/warn-once.js';

/** Tells a developer once about a part of the page that cannot be used. */
export const warnUnusable = (part: string): void =>
  warnOnce(`riac-share-bar cannot use ${part}`.slice(0, 230));
