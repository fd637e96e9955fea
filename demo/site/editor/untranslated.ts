import { type Draft, type DraftTexts, languages } from './draft.js';

function* textsOf({ title, questions }: Draft): Generator<DraftTexts, void> {
  yield title;
  for (const { text, options } of questions) {
    yield text;
    for (const { label } of options) yield label;
  }
}

/** Counts the texts that exist in only one of the two languages. */
export const untranslated = (draft: Draft) =>
  [...textsOf(draft)].filter((texts) => languages.filter((lang) => texts[lang].trim()).length === 1)
    .length;
