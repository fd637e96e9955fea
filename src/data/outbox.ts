import type { Reading, Wish } from './adapter.js';
import { asksForPatience, maxAttempts, waitBeforeRetry } from './backoff.js';
import { adapterOf, requestFor } from './contract-v1.js';
import { jsonOf } from './json.js';
import { asRequestError } from './request-error.js';
import type { Source } from './source.js';
import { readStored, removeStored, storedNames, writeStored } from './storage.js';
import { voterHeader } from './voter.js';

/** One wish of the reader: to cast a vote, or with `null` to withdraw it. */
export interface Intent {
  /** Idempotency key, made before the first send and reused until a definite answer. */
  readonly key: string;
  readonly vote: unknown;
  /** Milliseconds since 1970 by the reader's clock. */
  readonly at: number;
  /** Not to be sent before this time, as the server asked. */
  readonly after?: number;
  /** The reader's token, known when it is first sent; the page may have cleared or replaced it meanwhile. */
  readonly voter?: string;
  /** True when the page has added headers, without which nobody else may send it. */
  readonly headed?: boolean;
  /** Code of the refusal that ended it while its widget was not on the page. */
  readonly refused?: string;
}

/** An intent that has been sent, or is about to be. */
type SentIntent = Intent & { readonly voter: string };
type StoredIntent = SentIntent & { readonly source: Source };

const maxEntries = 30;
const maxAge = 24 * 3600_000;

/** Keys of what this page is sending now. */
const inFlight = new Set<string>();

/** True when nothing keeps an intent back: no refusal, no request under way, no wait that was asked for. */
export const maySend = ({ key, refused, after = 0 }: Intent) =>
  !refused && !inFlight.has(key) && after <= Date.now();

/**
 * Name of an item's entry. The language says how to word the answer, not which ballot it is: one
 * entry an item.
 */
export const entryName = ({ endpoint, kind, item }: Source) => `outbox:${endpoint} ${kind} ${item}`;

/**
 * The entry of that name; `undefined` where there is none or it is damaged, foreign, too old or
 * refused by `check`.
 */
function readEntry(name: string, check?: (vote: unknown) => unknown): StoredIntent | undefined {
  try {
    const entry = JSON.parse(readStored(name) ?? '') as StoredIntent;
    const sound =
      'vote' in entry && /^[\da-f-]{36} [\da-f]{32}$/.test(`${entry.key} ${entry.voter}`);
    // An entry from the future is as unusable as an old one: its clock was wrong.
    const timely = Math.abs(Date.now() - entry.at) < maxAge;
    check?.(entry.vote);
    return sound && timely && entryName(entry.source) === name ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** What is kept for an item; entries that are damaged or too old, or that `check` throws at, go. */
export function keptIntent(source: Source, check?: (vote: unknown) => unknown): Intent | undefined {
  const entry = readEntry(entryName(source), check);
  if (!entry) removeStored(entryName(source));
  return entry;
}

/** Keeps the latest wish for an item, so that it survives the page; another tab may have a later one. */
function keepIntent(source: Source, intent: Intent): void {
  const own = entryName(source);
  if ((readEntry(own)?.key ?? '') > intent.key) return;
  const others = storedNames('outbox:').filter((name) => name !== own);
  const aged = others.map((name) => ({ name, at: readEntry(name)?.at ?? 0 }));
  aged.sort((a, b) => b.at - a.at);
  for (const { name } of aged.slice(maxEntries - 1)) removeStored(name);
  // An adapter without a name cannot be found again by a later page.
  const stored = { ...source, adapter: String(source.adapter) };
  writeStored(own, jsonOf({ ...intent, source: stored }));
}

/**
 * Forgets a wish that has its definite answer, unless a newer one took its place meanwhile; true
 * when it was there.
 */
export function dropIntent(source: Source, { key }: Intent): boolean {
  const kept = readEntry(entryName(source))?.key === key;
  if (kept) removeStored(entryName(source));
  return kept;
}

let tellCounted: (source: Source) => void;

/** Calls the one listener with the source of each wish of this page that was counted. */
export const onCounted = (listener: typeof tellCounted): void => void (tellCounted = listener);

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Sends one wish, with at most four attempts; throws a RequestError. */
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
 * Delivers a wish: kept first, sent, and forgotten only at a definite answer: one that `take`
 * accepts, or a refusal. After a passing fault it stays kept and the RequestError tells why.
 * @param headers - Added by the page. They may be secret, so they are not kept.
 * @param stranded - The widget is elsewhere: a refusal is kept for the reader's next visit there.
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
    // Kept once more, so that a tab that has discarded it meanwhile hears that it was counted.
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

/** Something between here and the server may answer anything: only a snapshot is a definite answer. */
const requireSnapshot = (body: unknown) => void Object.keys((body as Reading).snapshot as object);

/** Sends what is kept for the same endpoints as these sources, but for none of them, and may go now. */
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
