import { type Parser, count, object, text } from '../core/parse.js';
import { adapterOf, requestFor } from '../core/contract-v1.js';
import { uuidV7 } from '../core/random-id.js';
import type { Source } from '../core/source.js';
import type { Contract } from '../core/view.js';
import type { ShareClick, ShareSnapshot } from './share-bar-snapshot.js';

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
