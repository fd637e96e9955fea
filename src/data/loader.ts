import type { Adapter, Reading } from './adapter.js';
import { adapterOf, requestFor } from './contract-v1.js';
import { mostItems } from '../contract/limits.js';
import { grouped } from './grouped.js';
import { RequestError, asRequestError, codeOf } from './request-error.js';
import type { SharedItem } from './shared-item.js';
import { batchUrl, sourceKey } from './source.js';
import { knownVoter, voterHeader } from './voter.js';

interface BatchEntry {
  readonly kind?: unknown;
  readonly item?: unknown;
  readonly status?: unknown;
  readonly body?: unknown;
}

const sourcesOf = (items: readonly SharedItem[]) => items.map(({ source }) => source);

/**
 * Items that may travel together: same endpoint and credentials, one language of texts, all asked
 * for the first time or all again. What has an address or an adapter of its own travels alone.
 */
function batches(items: readonly SharedItem[]): SharedItem[][] {
  const anyLang = sourcesOf(items).find(({ lang }) => lang)?.lang;
  return grouped(items, ({ snapshot, source }) => {
    const { endpoint, src, credentials, lang, adapter } = source;
    const alone = adapter && sourceKey(source);
    return [endpoint, src, credentials, lang || anyLang, !snapshot, alone].join(' ');
  });
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
 * Reads some items: what everyone may see, or with a voter token what that voter may. Answers the part
 * of each.
 */
async function read(
  items: readonly SharedItem[],
  url: string,
  voter?: string,
): Promise<(item: SharedItem) => Reading> {
  const { snapshot, source } = items[0] as SharedItem;
  // A first look may come from any cache, unless the reader may have seen more already; a second one
  // is conditional, without a header of ours. An own one waits for no cache: engines hold a question
  // back while an equal one has no answer yet.
  const known = snapshot || knownVoter(source.endpoint);
  const cache = voter ? 'no-store' : known ? 'no-cache' : 'default';
  const request = requestFor(source, { cache });
  if (source.adapter || (source.src && !voter)) {
    const reading = await (adapterOf(source) as Adapter).read(source, request);
    return () => reading;
  }
  const entries = entriesOf(await request(url, voter ? { headers: voterHeader(voter) } : {}));
  return (item) => {
    const part = partOf(entries, item);
    return voter ? (part as Reading) : { snapshot: part };
  };
}

const underWay = new Set<SharedItem>();

/** Loads some items together. One bad part of the answer never harms its neighbours. */
async function load(items: readonly SharedItem[], url: string, voter?: string): Promise<void> {
  const began = performance.now();
  const answer = read(items, url, voter);
  items.forEach((item) => underWay.add(item));
  for (const item of items) {
    try {
      const { snapshot, vote } = (await answer)(item);
      // A vote of ours was counted meanwhile; this may be from before it.
      if (item.writtenAt > began) requestLoad(item);
      else if (vote === undefined || !item.busy) item.accept(snapshot, vote);
    } catch (error) {
      // Public numbers are worth showing alone, and the server knows the ballot when it matters.
      if (!voter) item.fail(asRequestError(error));
    } finally {
      underWay.delete(item);
    }
  }
}

/** The reader's own state; asked only where the reader has voted before, and where it can be news. */
function loadOwn(items: readonly SharedItem[]): void {
  const votable = items.filter(
    ({ asksOwn, source }) =>
      asksOwn && source.kind !== 'share' && source.endpoint && !source.adapter,
  );
  for (const part of batches(votable)) {
    const voter = knownVoter(part[0]?.source.endpoint ?? '');
    if (voter) void load(part, batchUrl('me', sourcesOf(part)), voter);
  }
}

const wanted = new Set<SharedItem>();
let timer: ReturnType<typeof setTimeout> | undefined;

let fillRoom: (count: number) => void = () => undefined;

/** Calls the one listener before a request with the number of items that it could still take. */
export const onRoom = (listener: typeof fillRoom): void => void (fillRoom = listener);

/** Loads what was asked for in this task, and what waited for an adapter that is there now. */
export function loadWanted(): void {
  // Room that is left in the last request is used for what will be asked for next anyway.
  fillRoom((mostItems - (wanted.size % mostItems)) % mostItems);
  timer = undefined;
  const items: SharedItem[] = [];
  for (const item of wanted) {
    const speakable = adapterOf(item.source);
    if (speakable) items.push(item);
    if (speakable || !item.listeners.size) wanted.delete(item);
  }
  for (const part of batches(items)) {
    void load(part, part[0]?.source.src || batchUrl('state', sourcesOf(part)));
  }
  loadOwn(items);
}

/**
 * Loads an item together with all others that are asked for in the same task; one whose adapter the
 * page has not registered yet, as soon as it has.
 */
export function requestLoad(item: SharedItem): void {
  wanted.add(item);
  timer ??= setTimeout(loadWanted);
}

/** For the copies of an item that come later than the first: one load serves them all. */
export function requestFirst(item: SharedItem): void {
  if (!item.snapshot && !underWay.has(item)) requestLoad(item);
}
