import { otherOption } from '../../../src/contract/poll.js';
import type { PollDefinition, Texts } from '../../../src/contract/definition.js';
import { otherOptionDefinition } from '../../../src/contract/definition-rules.js';

/** What an id of a poll stands for. */
export interface Meaning {
  /** `question`, or `question/option`: ids hold no slash. */
  readonly id: string;
  readonly text: Texts;
  /** Where the text is in the definition. */
  readonly place: string;
}

/** Every question with its options behind it. */
export function meaningsOf({ questions }: PollDefinition): Meaning[] {
  return questions.flatMap((question, index) => {
    const place = `questions/${index}`;
    const options = question.options.map((option, at): Meaning => {
      // However it is called, it stands for the reader's own words.
      const isOwn = question.other && option.id === otherOption;
      const text = isOwn ? otherOptionDefinition.label : option.label;
      return { id: `${question.id}/${option.id}`, text, place: `${place}/options/${at}/label` };
    });
    return [{ id: question.id, text: question.text, place: `${place}/text` }, ...options];
  });
}

const normal = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The words of a text by language; those of a plain text have none. */
const wordings = (texts: Texts) =>
  new Map(typeof texts === 'string' ? [['', normal(texts)]] : languagesOf(texts));

const languagesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([lang, text]): [string, string] => [lang, normal(text)]);

/**
 * Whether two texts say the same: equal in every language that both have. A text without a language
 * says what another one says in any of its languages.
 */
export function isSameText(one: Texts, other: Texts): boolean {
  const [first, second] = [wordings(one), wordings(other)];
  if (first.has('') || second.has('')) {
    const words = new Set(second.values());
    return [...first.values()].some((text) => words.has(text));
  }
  const shared = [...first.keys()].filter((lang) => second.has(lang));
  return shared.length > 0 && shared.every((lang) => first.get(lang) === second.get(lang));
}
