import { createHash } from 'node:crypto';
import { pollSnapshot } from './poll-snapshot.js';
import { ratingSnapshot } from './rating-snapshot.js';
import { shareSnapshot } from './share-snapshot.js';
import { resolveLanguage, type WishedLanguage } from './texts.js';
import {
  absenceOf,
  pollDefinition,
  stateOf,
  type Audience,
  type Widget,
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
  widget: Widget,
  audience: Audience,
  now: number,
  wished?: WishedLanguage,
) {
  const { kind } = widget;
  if (kind === 'rating') return ratingSnapshot(widget, audience, now);
  if (kind === 'share') return shareSnapshot(widget, audience, now);
  const definition = pollDefinition(widget);
  return (
    definition &&
    pollSnapshot(widget, definition, audience, now, resolveLanguage(definition, wished))
  );
}

/** Only polls have texts. */
function languageOf(widget: Widget, wished: WishedLanguage): string {
  const { kind } = widget;
  const definition = kind === 'poll' && pollDefinition(widget);
  return definition ? resolveLanguage(definition, wished) : '';
}

const memory = new WeakMap<Widget, Map<string, Representation | null>>();

/**
 * Serialized once per item, reader class, language and state, and shared by all requests; `null`
 * for what `absenceOf` names.
 */
export function represent(
  widget: Widget,
  audience: Audience,
  now: number,
  wished?: WishedLanguage,
): Representation | null {
  const state = stateOf(widget, now);
  // By what is answered, not by what was asked for: wishes come from outside and have no end.
  const name = `${audience} ${state} ${languageOf(widget, wished)}`;
  const known = memory.get(widget) ?? new Map<string, Representation | null>();
  memory.set(widget, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const snapshot = absenceOf(widget) ? null : snapshotOf(widget, audience, now, wished);
  const text = JSON.stringify(snapshot);
  const body = Buffer.from(text);
  const made = snapshot && { text, body, etag: etagOf(body) };
  known.set(name, made);
  return made;
}
