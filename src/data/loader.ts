import type { Adapter, Reading, Source } from './adapter.js';
import { adapterOf, requestFor } from './contract-v1.js';
import { mostItems } from '../contract/limits.js';
import { grouped } from './grouped.js';
import { RequestError, asRequestError, codeOf } from './request-error.js';
import { batchUrl, sourceKey } from './source.js';
import { knownVoter, voterHeader } from './voter.js';

/** The part of an item that the loader and the live updates use. */
export interface Loadable {
  readonly source: Source;
  readonly snapshot: { readonly state?: string } | undefined;
  readonly version: number;
  /**
   * The value of `performance.now()` at the last counted vote. An answer to an older request is
   * stale.
   */
  readonly writtenAt: number;
  /** True while the library sends a vote. */
  readonly busy: boolean;
  /** True if the loader must also read the reader's own vote. */
  readonly asksOwn: boolean;
  /** True if this reader may see results that are hidden from the public. */
  readonly ahead: boolean;
  readonly listeners: { readonly size: number };
  accept(body: unknown, vote?: unknown): void;
  fail(error: RequestError): void;
}

interface BatchEntry {
  readonly kind?: unknown;
  readonly item?: unknown;
  readonly status?: unknown;
  readonly body?: unknown;
}

const sourcesOf = (items: readonly Loadable[]) => items.map(({ source }) => source);

/**
 * Splits items into batches of one request each. Items share a batch if they have the same
 * endpoint, credentials and language, and if all or none of them have a snapshot. An item with
 * `src` or an adapter shares no request with items of other sources.
 */
function batches(items: readonly Loadable[]): Loadable[][] {
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

/**
 * Returns the body of one item in a batch answer. Throws a RequestError if the entry is missing or
 * a refusal.
 */
function partOf(entries: readonly BatchEntry[], { source }: Loadable): unknown {
  const found = entries.find((entry) => entry?.kind === source.kind && entry.item === source.item);
  const status = Number(found?.status ?? 404);
  if (status < 400) return found?.body;
  throw new RequestError('refused', `HTTP ${status}`, status, codeOf(found?.body));
}

/**
 * Reads some items with one request. Returns a function that finds the part of one item, and throws
 * a RequestError if the server refused it.
 * @param voter - Voter token. With it the request reads what this voter may see, else the public
 *   state.
 */
async function read(
  items: readonly Loadable[],
  url: string,
  voter?: string,
): Promise<(item: Loadable) => Reading> {
  const { snapshot, source } = items[0] as Loadable;
  // The first read may use any cache, unless the reader has voted and may know a newer state. Later
  // reads revalidate the cache. A read with a voter token bypasses the cache, because engines delay
  // a request while an equal one is under way.
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

const underWay = new Set<Loadable>();

/** Loads some items with one request. An invalid part of the answer affects only its own item. */
async function load(items: readonly Loadable[], url: string, voter?: string): Promise<void> {
  const began = performance.now();
  const answer = read(items, url, voter);
  items.forEach((item) => underWay.add(item));
  for (const item of items) {
    try {
      const { snapshot, vote } = (await answer)(item);
      // The server counted a vote after this request began, so the answer may be older than the
      // vote.
      if (item.writtenAt > began) requestLoad(item);
      else if (vote === undefined || !item.busy) item.accept(snapshot, vote);
    } catch (error) {
      // A failed read of the own vote is no error for the reader. The public state is useful alone,
      // and the server checks the vote when the reader votes.
      if (!voter) item.fail(asRequestError(error));
    } finally {
      underWay.delete(item);
    }
  }
}

/**
 * Loads the reader's own votes, but only from endpoints where the reader has a voter token and only
 * for items that ask for it.
 */
function loadOwn(items: readonly Loadable[]): void {
  const votable = items.filter(
    ({ asksOwn, source }) =>
      asksOwn && source.kind !== 'share' && source.endpoint && !source.adapter,
  );
  for (const part of batches(votable)) {
    const voter = knownVoter(part[0]?.source.endpoint ?? '');
    if (voter) void load(part, batchUrl('me', sourcesOf(part)), voter);
  }
}

const wanted = new Set<Loadable>();
let timer: ReturnType<typeof setTimeout> | undefined;

let fillRoom: (count: number) => void = () => undefined;

/**
 * Sets the one listener that is called before each load, with the number of items that the last
 * request has room for.
 */
export const onRoom = (listener: typeof fillRoom): void => void (fillRoom = listener);

/**
 * Loads the items requested in this task, and the items whose adapter has been registered
 * meanwhile.
 */
export function loadWanted(): void {
  // Fills the last request with items that the page would request soon anyway.
  fillRoom((mostItems - (wanted.size % mostItems)) % mostItems);
  timer = undefined;
  const items: Loadable[] = [];
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
 * Loads an item in one batch with all others that are requested in the same task. An item waits
 * until the page has registered its adapter.
 */
export function requestLoad(item: Loadable): void {
  wanted.add(item);
  timer ??= setTimeout(loadWanted);
}

/**
 * Requests the first load of an item, unless it is loaded or loading. All elements that show the
 * item share one load.
 */
export function requestFirst(item: Loadable): void {
  if (!item.snapshot && !underWay.has(item)) requestLoad(item);
}
