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

/** A snapshot as it goes over the wire. */
export interface Representation {
  readonly text: string;
  readonly body: Buffer;
  /** Strong: a hash of the bytes, so every process answers the same one. */
  readonly etag: string;
}

/** Hash of a body as a strong entity tag. */
export const etagOf = (body: string | Buffer) =>
  `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`;

/** The snapshot of an item, of a removed one too; `null` for a poll that was never defined. */
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

/** Only polls have texts. */
function languageOf(stored: StoredItem, requested: RequestedLanguage): string {
  const { kind } = stored;
  const definition = kind === 'poll' && pollDefinitionOf(stored);
  return definition ? resolveLanguage(definition, requested) : '';
}

const memory = new WeakMap<StoredItem, Map<string, Representation | null>>();

/**
 * Serialized once per item, reader class, language and state, and shared by all requests; `null`
 * for what `absenceOf` names.
 */
export function represent(
  stored: StoredItem,
  audience: Audience,
  now: number,
  requested?: RequestedLanguage,
): Representation | null {
  const state = stateOf(stored, now);
  // By what is answered, not by what was asked for: wishes come from outside and have no end.
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
