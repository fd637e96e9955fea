import { type Parser, count, object, text } from '../core/parse.js';
import { uuidV7 } from '../core/random-id.js';
import { requestJson } from '../core/request.js';
import { type Source, itemUrl } from '../core/source.js';
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
export const sendClick = (source: Source, body: ShareClick): Promise<unknown> =>
  requestJson(itemUrl(source), {
    method: 'POST',
    body,
    headers: { 'idempotency-key': uuidV7() },
    credentials: source.credentials,
  });
