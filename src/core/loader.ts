import { grouped } from './grouped.js';
import { RequestError, asRequestError, codeOf } from './request-error.js';
import { requestJson } from './request.js';
import type { SharedItem } from './shared-item.js';
import { batchUrl } from './source.js';
import { arriveEarly } from './visibility.js';
import { knownVoter, voterHeader } from './voter.js';

/** Items that one request may ask for; the contract's limit. */
const batchSize = 20;

interface BatchEntry {
  readonly kind?: unknown;
  readonly item?: unknown;
  readonly status?: unknown;
  readonly body?: unknown;
}

const sourcesOf = (items: readonly SharedItem[]) => items.map(({ source }) => source);

/**
 * Items that may travel together: same endpoint and credentials, one language of texts, all asked
 * for the first time or all again. What has an address of its own travels alone.
 */
function batches(items: readonly SharedItem[]): SharedItem[][] {
  const anyLang = sourcesOf(items).find(({ lang }) => lang)?.lang;
  return grouped(items, ({ snapshot, source: { endpoint, src, credentials, lang } }) =>
    [endpoint, src, credentials, lang || anyLang, !snapshot].join(' '),
  ).flatMap((group) =>
    group.flatMap((_, index) => (index % batchSize ? [] : [group.slice(index, index + batchSize)])),
  );
}

function entriesOf(body: unknown): readonly BatchEntry[] {
  const { items } = (body ?? {}) as { items?: unknown };
  if (!Array.isArray(items)) throw new TypeError('items: expected an array');
  return items as readonly BatchEntry[];
}

/** The part of a batch answer that is this item's; throws a RequestError where that is a refusal. */
function partOf(entries: readonly BatchEntry[], { source }: SharedItem): unknown {
  const found = entries.find((entry) => entry?.kind === source.kind && entry.item === source.item);
  const status = Number(found?.status ?? 404);
  if (status < 400) return found?.body;
  throw new RequestError('refused', `HTTP ${status}`, status, codeOf(found?.body));
}

/**
 * Loads some items with one request: what everyone may see, or with a voter token what that voter
 * may. One bad part of the answer never harms its neighbours.
 */
async function load(items: readonly SharedItem[], url: string, voter?: string): Promise<void> {
  const began = performance.now();
  const { snapshot: known, source } = items[0] ?? {};
  const answer = requestJson(url, {
    // A first look may come from any cache; a second one is conditional, without a header of ours.
    cache: known ? 'no-cache' : 'default',
    credentials: source?.credentials ?? 'omit',
    ...(voter && { headers: voterHeader(voter) }),
  }).then((body) => (source?.src && !voter ? () => body : partOf.bind(undefined, entriesOf(body))));
  for (const item of items) {
    try {
      const part = (await answer)(item);
      // A vote of ours was counted meanwhile; this may be from before it.
      if (item.writtenAt > began) requestLoad(item);
      else if (!voter) item.accept(part);
      else if (!item.busy) {
        const { snapshot, vote } = part as { snapshot: unknown; vote?: unknown };
        item.accept(snapshot, vote ?? null);
      }
    } catch (error) {
      // Public numbers are worth showing alone, and the server knows the ballot when it matters.
      if (!voter) item.fail(asRequestError(error));
    }
  }
}

/** The reader's own state; asked only where the reader has voted before, and where it can be news. */
function loadOwn(items: readonly SharedItem[]): void {
  const votable = items.filter(
    ({ asksOwn, source }) => asksOwn && source.kind !== 'share' && source.endpoint,
  );
  for (const part of batches(votable)) {
    const voter = knownVoter(part[0]?.source.endpoint ?? '');
    if (voter) void load(part, batchUrl('me', sourcesOf(part)), voter);
  }
}

const wanted = new Set<SharedItem>();

function flush(): void {
  // Room that is left in the last request is used for what will be asked for next anyway.
  arriveEarly((batchSize - (wanted.size % batchSize)) % batchSize);
  const items = [...wanted];
  wanted.clear();
  for (const part of batches(items)) {
    void load(part, part[0]?.source.src || batchUrl('state', sourcesOf(part)));
  }
  loadOwn(items);
}

/** Loads an item together with all others that are asked for in the same task. */
export function requestLoad(item: SharedItem): void {
  if (!wanted.size) setTimeout(flush);
  wanted.add(item);
}
