import type { PollDefinition, Texts } from '../../../src/contract/definition.js';

/** `lang` as it came with a request: anything at all, once or several times. */
export type RequestedLanguage = string | readonly string[] | undefined;

/** `ru_RU.UTF-8` begins with a tag; `C` and words of other alphabets do not. */
const tagAhead = /^\s*([a-z]{2,8}(?:[-_][a-z0-9]{1,8})*)(?![a-z0-9])/i;

/** The language tag that a wish begins with, as it is and as Unicode writes it (`rus` is `ru`). */
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

/** The tag among `known` that has most in common with a requested one; `undefined` when nothing has. */
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

/** The languages of a poll, those of its title first. Asked with every read, found once. */
function languagesOf(definition: PollDefinition): readonly string[] {
  const known = found.get(definition) ?? findLanguages(definition);
  found.set(definition, known);
  return known;
}

/**
 * The language to answer in: the nearest one that the poll has to a requested one, else English, else
 * the first. A poll without named languages counts as English.
 */
export function resolveLanguage(definition: PollDefinition, requested: RequestedLanguage): string {
  const known = languagesOf(definition);
  for (const tag of [requested ?? []].flat().flatMap(tagsOf)) {
    const near = nearest(known, tag);
    if (near) return near;
  }
  return nearest(known, 'en') ?? known[0] ?? 'en';
}

/** A text in a language; what lacks that language is shown in another rather than left empty. */
export function textIn(texts: Texts, lang: string): string {
  if (typeof texts === 'string') return texts;
  if (Object.hasOwn(texts, lang)) return texts[lang] ?? '';
  const known = Object.keys(texts);
  const tag = nearest(known, lang) ?? nearest(known, 'en') ?? known[0] ?? '';
  return texts[tag] ?? '';
}
