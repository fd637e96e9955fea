import type { Reading, Source, Wish } from './adapter.js';
import { asksForPatience, maxAttempts, waitBeforeRetry } from './backoff.js';
import { adapterOf, requestFor } from './contract-v1.js';
import { jsonOf } from './json.js';
import { asRequestError } from './request-error.js';
import { readStored, removeStored, storedNames, writeStored } from './storage.js';
import { voterHeader } from './voter.js';

/** One wish of the reader, as the outbox stores it. */
export interface Intent {
  /**
   * Idempotency key. The page makes it before the first attempt and reuses it until a definite
   * answer.
   */
  readonly key: string;
  readonly vote: unknown;
  /** Time of the wish, in milliseconds since 1970 by the reader's clock. */
  readonly at: number;
  /** The server asked not to send it before this time, in milliseconds since 1970. */
  readonly after?: number;
  /**
   * Voter token of the first attempt. It stays the same even if the page clears or replaces the
   * stored one.
   */
  readonly voter?: string;
  /** True if the page added headers to the request. Only a page that adds them again may send it. */
  readonly headed?: boolean;
  /** Code of a refusal that arrived while no element showed the item. */
  readonly refused?: string;
}

/** An intent with the voter token that its delivery uses. */
type SentIntent = Intent & { readonly voter: string };
type StoredIntent = SentIntent & { readonly source: Source };

const maxEntries = 30;
const maxAge = 24 * 3600_000;

/** Keys of the intents that this page is sending. */
const inFlight = new Set<string>();

/**
 * True if the page may send an intent now: the server has not refused it, no request is under way,
 * and the requested wait is over.
 */
export const maySend = ({ key, refused, after = 0 }: Intent) =>
  !refused && !inFlight.has(key) && after <= Date.now();

/**
 * Returns the storage name of an item's entry. All languages of an item share one entry, because
 * the language changes the texts but not the vote. Each adapter object of an item has its own
 * entry.
 */
export const entryName = ({ endpoint, kind, item, adapterNumber }: Source) =>
  `outbox:${endpoint} ${kind} ${item}${adapterNumber ? ` ${adapterNumber}` : ''}`;

/**
 * Reads the entry with this name. Returns `undefined` if it is missing, damaged or too old, or if
 * `check` throws.
 */
function readEntry(name: string, check?: (vote: unknown) => unknown): StoredIntent | undefined {
  try {
    const entry = JSON.parse(readStored(name) ?? '') as StoredIntent;
    const sound =
      'vote' in entry && /^[\da-f-]{36} [\da-f]{32}$/.test(`${entry.key} ${entry.voter}`);
    // An entry from the future is invalid too, because the clock was wrong when the page stored it.
    const timely = Math.abs(Date.now() - entry.at) < maxAge;
    check?.(entry.vote);
    return sound && timely && entryName(entry.source) === name ? entry : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns the stored intent of an item. Removes the entry if it is damaged or too old, or if
 * `check` throws.
 */
export function keptIntent(source: Source, check?: (vote: unknown) => unknown): Intent | undefined {
  const entry = readEntry(entryName(source), check);
  if (!entry) removeStored(entryName(source));
  return entry;
}

/**
 * Stores an intent, so that it survives the page. Keeps an entry of another tab that is newer.
 * Removes the oldest entries above the limit of the outbox.
 */
function keepIntent(source: Source, intent: Intent): void {
  const own = entryName(source);
  if ((readEntry(own)?.key ?? '') > intent.key) return;
  const others = storedNames('outbox:').filter((name) => name !== own);
  const aged = others.map((name) => ({ name, at: readEntry(name)?.at ?? 0 }));
  aged.sort((a, b) => b.at - a.at);
  for (const { name } of aged.slice(maxEntries - 1)) removeStored(name);
  // Stores the name of the adapter. A later page cannot find an adapter object that has no name.
  const stored = { ...source, adapter: String(source.adapter) };
  writeStored(own, jsonOf({ ...intent, source: stored }));
}

/**
 * Removes an intent that has a definite answer, unless a newer one has replaced it. Returns true if
 * the entry was there.
 */
export function dropIntent(source: Source, { key }: Intent): boolean {
  const kept = readEntry(entryName(source))?.key === key;
  if (kept) removeStored(entryName(source));
  return kept;
}

let tellCounted: (source: Source) => void;

/**
 * Sets the one listener that receives the source of each vote of this page that the server has
 * counted.
 */
export const onCounted = (listener: typeof tellCounted): void => void (tellCounted = listener);

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Sends one wish in at most `maxAttempts` attempts. Rejects with a RequestError. */
async function attempt(source: Source, wish: Wish, take: (body: unknown) => void): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return take(await adapterOf(source)?.send?.(source, wish, requestFor(source)));
    } catch (thrown) {
      const error = asRequestError(thrown);
      const hopeless = !error.transient || navigator.onLine === false || asksForPatience(error);
      if (hopeless || tries >= maxAttempts) throw error;
      await pause(waitBeforeRetry(tries - 1, error));
    }
  }
}

/**
 * Stores an intent, sends it, and removes it after a definite answer. An answer is definite if
 * `take` accepts it or if it is a refusal. After a temporary failure the intent stays stored.
 * Rejects with the RequestError of the last attempt.
 * @param take - Handles the answer; throws if the answer does not show that the vote was counted.
 * @param headers - Headers that the page added. They may be secret, so the outbox does not store
 *   them.
 * @param stranded - True if no element of the page shows the item. The outbox then stores a refusal
 *   for the reader's next visit.
 */
export async function deliver(
  source: Source,
  intent: SentIntent,
  take: (body: unknown) => void,
  headers: Wish['headers'] = {},
  stranded?: boolean,
): Promise<void> {
  inFlight.add(intent.key);
  keepIntent(source, intent);
  const voter = voterHeader(intent.voter);
  try {
    await attempt(
      source,
      { ...intent, headers: { ...headers, ...(!source.adapter && voter) } },
      take,
    );
    // Stores the intent again before it removes it. If another tab has discarded it meanwhile, the
    // removal event still tells that tab about the counted vote.
    keepIntent(source, intent);
    dropIntent(source, intent);
    tellCounted(source);
  } catch (thrown) {
    const { transient, retryAfter, code } = asRequestError(thrown);
    if (transient) {
      if (retryAfter) keepIntent(source, { ...intent, after: Date.now() + retryAfter * 1000 });
    } else if (dropIntent(source, intent) && stranded)
      keepIntent(source, { ...intent, refused: code || 'refused' });
    throw thrown;
  } finally {
    inFlight.delete(intent.key);
  }
}

/**
 * A captive portal may answer 200 with anything. Only a body with a snapshot shows that the server
 * has counted the vote. Throws a TypeError for any other body.
 */
const requireSnapshot = (body: unknown) => void Object.keys((body as Reading).snapshot as object);

/**
 * Sends the stored votes for items that no element of the page shows, if an element uses the same
 * endpoint.
 * @param present - Sources of the items on the page.
 */
export function sendStranded(present: readonly Source[]): void {
  for (const name of storedNames('outbox:')) {
    const entry = readEntry(name);
    if (!entry) removeStored(name);
    if (!entry || entry.headed || present.some((source) => entryName(source) === name)) continue;
    const { source, ...intent } = entry;
    const known = adapterOf(source) && present.some(({ endpoint }) => endpoint === source.endpoint);
    if (known && maySend(entry))
      deliver(source, intent, requireSnapshot, {}, true).catch(() => undefined);
  }
}
