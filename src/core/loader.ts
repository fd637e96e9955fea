import { RequestError, asRequestError } from './request-error.js';
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

/** Items that may travel together: same endpoint and credentials, one language of texts. */
function batches(items: readonly SharedItem[]): SharedItem[][] {
  const anyLang = items.find(({ source }) => source.lang)?.source.lang;
  const groups = new Map<string, SharedItem[]>();
  for (const item of items) {
    const { endpoint, credentials, lang } = item.source;
    const key = [endpoint, credentials, lang || anyLang].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((group) => {
    const starts = group.filter((_, index) => index % batchSize === 0);
    return starts.map((_, part) => group.slice(part * batchSize, (part + 1) * batchSize));
  });
}

function entriesOf(body: unknown): readonly BatchEntry[] {
  const { items } = (body ?? {}) as { items?: unknown };
  if (!Array.isArray(items)) throw new TypeError('items: expected an array');
  return items as readonly BatchEntry[];
}

/** What becomes of one item's part of an answer. */
interface Receiver {
  take(item: SharedItem, body: unknown): void;
  fail(item: SharedItem, error: RequestError): void;
}

const publicState: Receiver = {
  take: (item, body) => item.accept(body),
  fail: (item, error) => item.fail(error),
};

const privateState: Receiver = {
  take(item, body) {
    const { snapshot, vote } = (body ?? {}) as { snapshot?: unknown; vote?: unknown };
    item.accept(snapshot, vote ?? null);
  },
  // Public numbers are worth showing without it, and the server knows the ballot when it matters.
  fail: () => undefined,
};

/** The part of a batch answer that is this item's; throws a RequestError where that is a refusal. */
function partOf(entries: readonly BatchEntry[], { source }: SharedItem): unknown {
  const found = entries.find((entry) => entry?.kind === source.kind && entry.item === source.item);
  const status = Number(found?.status ?? 404);
  if (status < 400) return found?.body;
  const { code } = (found?.body ?? {}) as { code?: unknown };
  throw new RequestError('refused', `HTTP ${status}`, status, String(code ?? ''));
}

/** Loads some items with one request. One bad part of the answer never harms its neighbours. */
async function load(
  items: readonly SharedItem[],
  url: string,
  receiver: Receiver,
  options: Parameters<typeof requestJson>[1] = {},
): Promise<void> {
  const writes = items.map((item) => item.writes);
  const credentials = items[0]?.source.credentials ?? 'omit';
  const answer = requestJson(url, { ...options, credentials }).then((body) =>
    items[0]?.source.src ? () => body : partOf.bind(undefined, entriesOf(body)),
  );
  for (const [index, item] of items.entries()) {
    try {
      const part = (await answer)(item);
      // What was read before a vote of ours was counted is older than that vote's own answer.
      if (item.writes === writes[index] && !item.busy) receiver.take(item, part);
    } catch (error) {
      receiver.fail(item, asRequestError(error));
    }
  }
}

/** Public state: by one batch request an endpoint, or from the `src` of each. */
function loadPublic(items: readonly SharedItem[], cache: RequestCache): void {
  for (const item of items) {
    if (item.source.src) void load([item], item.source.src, publicState, { cache });
  }
  for (const part of batches(items.filter(({ source }) => !source.src))) {
    void load(
      part,
      batchUrl(
        'state',
        part.map(({ source }) => source),
      ),
      publicState,
      { cache },
    );
  }
}

/** The reader's own state; asked only where the reader has voted before. */
function loadPrivate(items: readonly SharedItem[]): void {
  const votable = items.filter(({ source }) => source.kind !== 'share' && source.endpoint);
  for (const part of batches(votable)) {
    const sources = part.map(({ source }) => source);
    const token = knownVoter(sources[0]?.endpoint ?? '');
    if (token)
      void load(part, batchUrl('me', sources), privateState, { headers: voterHeader(token) });
  }
}

const wanted = new Set<SharedItem>();

function flush(): void {
  // Room that is left in the last request is used for what will be asked for next anyway.
  arriveEarly((batchSize - (wanted.size % batchSize)) % batchSize);
  const items = [...wanted];
  wanted.clear();
  // A first look may come from any cache; a second one is conditional, without a header of ours.
  loadPublic(
    items.filter((item) => !item.loaded),
    'default',
  );
  loadPublic(
    items.filter((item) => item.loaded),
    'no-cache',
  );
  loadPrivate(items);
}

/** Loads an item together with all others that are asked for in the same task. */
export function requestLoad(item: SharedItem): void {
  if (!wanted.size) setTimeout(flush);
  wanted.add(item);
}
