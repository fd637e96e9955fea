import { createHash } from 'node:crypto';
import { pollSnapshot } from './poll-snapshot.js';
import { ratingSnapshot } from './rating-snapshot.js';
import { shareSnapshot } from './share-snapshot.js';
import { resolveLanguage, type RequestedLanguage } from './texts.js';
import {
  absenceOf,
  pollDefinitionOf,
  stateOf,
  type Audience,
  type StoredItem,
} from '../items/stored-item.js';

/** A snapshot as the bytes of an answer. */
export interface Representation {
  readonly text: string;
  readonly body: Buffer;
  /** Strong entity tag: a hash of the bytes, equal in every process. */
  readonly etag: string;
}

/** A strong entity tag (RFC 9110 section 8.8.3): a hash of the body. */
export const etagOf = (body: string | Buffer) =>
  `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`;

/** The snapshot of an item, removed or not; `null` for a poll without a definition. */
export function snapshotOf(
  stored: StoredItem,
  audience: Audience,
  now: number,
  requested?: RequestedLanguage,
) {
  const { kind } = stored;
  if (kind === 'rating') return ratingSnapshot(stored, audience, now);
  if (kind === 'share') return shareSnapshot(stored, audience, now);
  const definition = pollDefinitionOf(stored);
  return (
    definition &&
    pollSnapshot(stored, definition, audience, now, resolveLanguage(definition, requested))
  );
}

/** The language of a poll's snapshot; empty for other items, which have no texts. */
function languageOf(stored: StoredItem, requested: RequestedLanguage): string {
  const { kind } = stored;
  const definition = kind === 'poll' && pollDefinitionOf(stored);
  return definition ? resolveLanguage(definition, requested) : '';
}

const memory = new WeakMap<StoredItem, Map<string, Representation | null>>();

/**
 * The bytes of a snapshot, made once for each audience, state and language and shared by all requests;
 * `null` for a missing item (`absenceOf`).
 */
export function represent(
  stored: StoredItem,
  audience: Audience,
  now: number,
  requested?: RequestedLanguage,
): Representation | null {
  const state = stateOf(stored, now);
  // The key has the resolved language: requested ones are unbounded and would fill the memory.
  const name = `${audience} ${state} ${languageOf(stored, requested)}`;
  const known = memory.get(stored) ?? new Map<string, Representation | null>();
  memory.set(stored, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const snapshot = absenceOf(stored) ? null : snapshotOf(stored, audience, now, requested);
  const text = JSON.stringify(snapshot);
  const body = Buffer.from(text);
  const made = snapshot && { text, body, etag: etagOf(body) };
  known.set(name, made);
  return made;
}
