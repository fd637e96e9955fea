import type { PollDefinition, Texts } from '../schema/definition-types.js';

const baseLanguage = (tag: string) => tag.toLowerCase().split('-')[0] ?? '';

/** The language to answer in: the wished one where the poll has it, else English, else the first. */
export function resolveLanguage({ title }: PollDefinition, wished: string | undefined): string {
  if (typeof title === 'string') return wished ?? 'en';
  const known = Object.keys(title);
  const exact = known.find((tag) => tag.toLowerCase() === wished?.toLowerCase());
  const near = known.find((tag) => baseLanguage(tag) === baseLanguage(wished ?? ''));
  const english = known.find((tag) => baseLanguage(tag) === 'en');
  return exact ?? near ?? english ?? known[0] ?? 'en';
}

/** A text in a language; what lacks that language is shown in another rather than left empty. */
export function textIn(texts: Texts, lang: string): string {
  if (typeof texts === 'string') return texts;
  const known = Object.hasOwn(texts, lang) ? texts[lang] : texts['en'];
  return known ?? Object.values(texts)[0] ?? '';
}
