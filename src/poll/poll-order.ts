import { randomHex } from '../data/random-id.js';
import { knownVoter } from '../data/voter.js';
import type { PollOption } from '../contract/poll.js';

const seeds = new Map<string, string>();

/**
 * What a reader's random orders grow from: the voter token where there is one, so that they are the
 * same at the next visit; else random for this page. A token made meanwhile changes nothing on it.
 */
export function orderSeed(endpoint: string): string {
  const seed = seeds.get(endpoint) ?? knownVoter(endpoint) ?? randomHex(8);
  seeds.set(endpoint, seed);
  return seed;
}

/** A number that looks random but is always the same for a text (FNV-1a and a final mix, 32 bits). */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The options in an order of the seed's own; pinned ones keep the places the author gave them. */
export function shuffled(options: readonly PollOption[], seed: string): PollOption[] {
  const loose = options
    .filter(({ pinned }) => !pinned)
    .map((option) => ({ option, at: scatter(seed + option.id) }))
    .sort((a, b) => a.at - b.at);
  let next = 0;
  return options.map((option) => (option.pinned ? option : (loose[next++]?.option ?? option)));
}
