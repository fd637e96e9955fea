import { longestWait, maxAttempts, waitBeforeRetry } from './backoff.js';
import { asRequestError } from './request-error.js';
import { requestJson } from './request.js';
import { type Source, voteUrl } from './source.js';
import { readStored, removeStored, storedNames, writeStored } from './storage.js';
import { ensureVoter, voterHeader } from './voter.js';

/** One wish of the reader: to cast a vote, or with `null` to withdraw it. */
export interface Intent {
  /** Idempotency key, made before the first send and reused until a definite answer. */
  readonly key: string;
  readonly vote: unknown;
  /** Milliseconds since 1970 by the reader's clock. */
  readonly at: number;
  /** Not to be sent before this time, as the server asked. */
  readonly after?: number;
  /** Code of the refusal that ended it while its widget was not on the page. */
  readonly refused?: string;
}

type StoredIntent = Intent & { readonly source: Source };

const maxEntries = 30;
const maxAge = 24 * 3600_000;
const inFlight = new Set<string>();

// The language says how to word the answer, not which ballot it is: one entry an item.
const entryName = ({ endpoint, kind, item }: Source) => `outbox:${endpoint} ${kind} ${item}`;

/** True for the storage name of an entry that concerns this source. */
export const concerns = (name: string, source: Source) => name === entryName(source);

/** The entry of that name; `undefined` where there is none or it is damaged, foreign or too old. */
function readEntry(name: string): StoredIntent | undefined {
  try {
    const entry = JSON.parse(readStored(name) ?? '') as StoredIntent;
    const sound = 'vote' in entry && typeof entry.key === 'string';
    // An entry from the future is as unusable as an old one: its clock was wrong.
    const timely = Math.abs(Date.now() - entry.at) < maxAge;
    return sound && timely && entryName(entry.source) === name ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** What is kept for an item; entries that are damaged or too old are dropped. */
export function keptIntent(source: Source): Intent | undefined {
  const entry = readEntry(entryName(source));
  if (!entry) removeStored(entryName(source));
  return entry;
}

/** Keeps the latest wish for an item before it is sent, so that it survives the page. */
export function keepIntent(source: Source, intent: Intent): void {
  const names = storedNames('outbox:');
  const aged = names.map((name) => ({ name, at: readEntry(name)?.at ?? 0 }));
  aged.sort((a, b) => b.at - a.at);
  for (const { name } of aged.slice(maxEntries - 1)) removeStored(name);
  writeStored(entryName(source), JSON.stringify({ ...intent, source }));
}

/** Forgets a wish that has its definite answer, unless a newer one took its place meanwhile. */
export function dropIntent(source: Source, { key }: Intent): void {
  if (readEntry(entryName(source))?.key === key) removeStored(entryName(source));
}

/** Other wishes kept for the same endpoint whose widgets are not on this page and that may go now. */
export function strandedIntents(endpoint: string, present: readonly Source[]): StoredIntent[] {
  return storedNames(`outbox:${endpoint} `)
    .filter((name) => !present.some((source) => concerns(name, source)))
    .flatMap((name) => readEntry(name) ?? [])
    .filter(({ key, after = 0, refused }) => !inFlight.has(key) && !refused && after <= Date.now());
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const send = (source: Source, { key, vote }: Intent) =>
  requestJson(voteUrl(source), {
    method: vote === null ? 'DELETE' : 'PUT',
    ...(vote === null ? {} : { body: vote }),
    headers: { ...voterHeader(ensureVoter(source.endpoint)), 'idempotency-key': key },
    credentials: source.credentials,
  });

/** Sends one wish, with at most four attempts. Answers the parsed reply; throws a RequestError. */
async function attempt<T>(source: Source, intent: Intent, parse: (body: unknown) => T): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return parse(await send(source, intent));
    } catch (thrown) {
      const error = asRequestError(thrown);
      const wait = waitBeforeRetry(tries - 1, error);
      const hopeless = !error.transient || navigator.onLine === false || wait > longestWait;
      if (hopeless || tries >= maxAttempts) throw error;
      await pause(wait);
    }
  }
}

/**
 * Delivers a wish: kept first, sent, and forgotten only at a definite answer (accepted or refused).
 * After a passing fault it stays kept and the RequestError tells why.
 */
export async function deliver<T>(
  source: Source,
  intent: Intent,
  parse: (body: unknown) => T,
): Promise<T> {
  inFlight.add(intent.key);
  keepIntent(source, intent);
  try {
    const reply = await attempt(source, intent, parse);
    dropIntent(source, intent);
    return reply;
  } catch (thrown) {
    const error = asRequestError(thrown);
    if (!error.transient) dropIntent(source, intent);
    else if (error.retryAfter) {
      keepIntent(source, { ...intent, after: Date.now() + error.retryAfter * 1000 });
    }
    throw error;
  } finally {
    inFlight.delete(intent.key);
  }
}

/** Delivers a wish whose widget is elsewhere; a refusal is kept for the reader's next visit there. */
export async function deliverStranded({ source, ...intent }: StoredIntent): Promise<void> {
  try {
    await deliver(source, intent, () => undefined);
  } catch (thrown) {
    const error = asRequestError(thrown);
    if (!error.transient) keepIntent(source, { ...intent, refused: error.code || 'refused' });
  }
}
