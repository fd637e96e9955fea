import { uuidV7 } from '../core/random-id.js';
import { requestJson } from '../core/request.js';
import type { Contract } from '../core/view.js';
import { type Source, itemUrl } from '../core/source.js';
import type { ShareClick, ShareSnapshot } from './share-bar-snapshot.js';

function count(value: unknown, path: string): number {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
  throw new TypeError(`${path}: expected a count`);
}

function parse(body: unknown): ShareSnapshot {
  const { item, version, total, networks } = (body ?? {}) as Record<string, unknown>;
  if (typeof item !== 'string') throw new TypeError('item: expected a text');
  if (!networks || typeof networks !== 'object' || Array.isArray(networks)) {
    throw new TypeError('networks: expected an object');
  }
  const entries = Object.entries(networks).map(
    ([id, value]) => [id, count(value, `networks.${id}`)] as const,
  );
  return {
    item,
    version: count(version, 'version'),
    total: count(total, 'total'),
    networks: Object.fromEntries(entries),
  };
}

/** How the counts of a shared page are read. Nobody votes here: a click is sent by `sendClick`. */
export const shareContract: Contract<ShareSnapshot, never> = {
  parse,
  parseVote() {
    throw new TypeError('vote: a share has none');
  },
  expect: (snapshot) => snapshot,
};

/** Reports one click under a key of its own. Outlives the page; throws a RequestError. */
export async function sendClick(source: Source, click: ShareClick): Promise<void> {
  await requestJson(itemUrl(source), {
    method: 'POST',
    body: click,
    headers: { 'idempotency-key': uuidV7() },
    credentials: source.credentials,
  });
}
