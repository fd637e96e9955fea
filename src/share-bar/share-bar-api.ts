import { type Parser, count, object, text } from '../data/parse.js';
import { adapterOf, requestFor } from '../data/contract-v1.js';
import { uuidV7 } from '../data/random-id.js';
import type { Source } from '../data/adapter.js';
import type { Contract } from '../data/view.js';
import type { ShareClick, ShareSnapshot } from '../contract/share.js';

/** Parses counts by network id, whatever the ids are. */
const counts: Parser<ShareSnapshot['networks']> = (value, path) =>
  object<Record<string, number>>(
    Object.fromEntries(Object.keys(Object(value) as object).map((name) => [name, count])),
  )(value, path);

/** The parser of a shared page's counts. */
export const shareContract: Contract<ShareSnapshot, never> = {
  parse: object<ShareSnapshot>({ item: text, version: count, total: count, networks: counts }),
};

/**
 * Reports one click with its own idempotency key. The request may outlive the page. Rejects with a
 * RequestError.
 */
export async function sendClick(source: Source, click: ShareClick): Promise<void> {
  await adapterOf(source)?.click?.(source, click, requestFor(source), uuidV7());
}
