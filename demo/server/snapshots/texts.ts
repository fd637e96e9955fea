import type { PollDefinition, Texts } from '../../../src/contract/definition.js';

/** The parameter `lang` of a request, unchecked: absent, one text, or several. */
export type RequestedLanguage = string | readonly string[] | undefined;

/** A language tag at the start of a text: `ru_RU.UTF-8` has one, `C` and Cyrillic words have none. */
const tagAhead = /^\s*([a-z]{2,8}(?:[-_][a-z0-9]{1,8})*)(?![a-z0-9])/i;

/** The language tag at the start of a text, as sent and in its canonical form (`rus` is `ru`). */
function tagsOf(text: string): string[] {
  const tag = tagAhead.exec(text)?.[1]?.replaceAll('_', '-');
  if (!tag) return [];
  try {
    return [tag, ...Intl.getCanonicalLocales(tag)];
  } catch {
    return [tag];
  }
}

const partsOf = (tag: string) => tag.toLowerCase().split('-');

/** The known tag that shares most leading parts with the requested one; `undefined` when none does. */
function nearest(known: readonly string[], requested: string): string | undefined {
  for (let parts = partsOf(requested); parts.length; parts = parts.slice(0, -1)) {
    const start = parts.join('-');
    const same = known.find((tag) => tag.toLowerCase() === start);
    const longer = known.find((tag) => tag.toLowerCase().startsWith(`${start}-`));
    if (same ?? longer) return same ?? longer;
  }
  return undefined;
}

function* textsOf({ title, questions }: PollDefinition): Generator<Texts> {
  yield title;
  for (const { text, options } of questions) {
    yield text;
    for (const { label, description, image } of options) {
      yield* [label, description ?? '', image?.alt ?? ''];
    }
  }
}

function findLanguages(definition: PollDefinition): readonly string[] {
  const tags = new Set<string>();
  for (const texts of textsOf(definition)) {
    if (typeof texts !== 'string') for (const tag of Object.keys(texts)) tags.add(tag);
  }
  return [...tags];
}

const found = new WeakMap<PollDefinition, readonly string[]>();

/** The languages of a poll, those of its title first. Cached, since every read asks. */
function languagesOf(definition: PollDefinition): readonly string[] {
  const known = found.get(definition) ?? findLanguages(definition);
  found.set(definition, known);
  return known;
}

/**
 * The language of an answer: the nearest language of the poll to a requested one, else English, else
 * its first. A poll whose texts name no language counts as English.
 */
export function resolveLanguage(definition: PollDefinition, requested: RequestedLanguage): string {
  const known = languagesOf(definition);
  for (const tag of [requested ?? []].flat().flatMap(tagsOf)) {
    const near = nearest(known, tag);
    if (near) return near;
  }
  return nearest(known, 'en') ?? known[0] ?? 'en';
}

/** A text in a language, or in the nearest other one that it has. */
export function textIn(texts: Texts, lang: string): string {
  if (typeof texts === 'string') return texts;
  if (Object.hasOwn(texts, lang)) return texts[lang] ?? '';
  const known = Object.keys(texts);
  const tag = nearest(known, lang) ?? nearest(known, 'en') ?? known[0] ?? '';
  return texts[tag] ?? '';
}
