import { type Parser, count, object, text } from '../data/parse.js';
import { adapterOf, requestFor } from '../data/contract-v1.js';
import { uuidV7 } from '../data/random-id.js';
import type { Source } from '../data/source.js';
import type { Contract } from '../data/view.js';
import type { ShareClick, ShareSnapshot } from '../contract/share.js';

/** Counts under names that are not known beforehand. */
const counts: Parser<ShareSnapshot['networks']> = (value, path) =>
  object<Record<string, number>>(
    Object.fromEntries(Object.keys(Object(value) as object).map((name) => [name, count])),
  )(value, path);

/** How the counts of a shared page are read. Nobody votes here: a click is sent by `sendClick`. */
export const shareContract: Contract<ShareSnapshot, unknown> = {
  parse: object<ShareSnapshot>({ item: text, version: count, total: count, networks: counts }),
  parseVote: (vote) => vote,
  expect: (snapshot) => snapshot,
};

/** Reports one click under a key of its own. Outlives the page; throws a RequestError. */
export async function sendClick(source: Source, vote: ShareClick): Promise<void> {
  await adapterOf(source)?.send?.(source, { vote, key: uuidV7(), headers: {} }, requestFor(source));
}
