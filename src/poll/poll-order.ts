import { randomHex } from '../data/random-id.js';
import { knownVoter } from '../data/voter.js';
import type { PollOption } from '../contract/poll.js';

const seeds = new Map<string, string>();

/**
 * Returns the seed of the reader's random orders. It is the voter token if there is one, so that
 * the next visit has the same order. Otherwise it is random and lasts as long as the page. A vote
 * that creates a token does not change the order on the page.
 */
export function orderSeed(endpoint: string): string {
  const seed = seeds.get(endpoint) ?? knownVoter(endpoint) ?? randomHex(8);
  seeds.set(endpoint, seed);
  return seed;
}

/**
 * Returns a hash of a text (FNV-1a with a final mix, 32 bits) that serves as a reproducible random
 * number.
 */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Returns the options in the order that the seed gives. Pinned options keep the positions from the
 * author.
 */
export function shuffled(options: readonly PollOption[], seed: string): PollOption[] {
  const loose = options
    .filter(({ pinned }) => !pinned)
    .map((option) => ({ option, at: scatter(seed + option.id) }))
    .sort((a, b) => a.at - b.at);
  let next = 0;
  return options.map((option) => (option.pinned ? option : (loose[next++]?.option ?? option)));
}
