import { otherOption } from '../../../src/contract/poll.js';
import type { PollDefinition, Texts } from '../../../src/contract/definition.js';
import { otherOptionDefinition } from '../../../src/contract/definition-rules.js';

/** An id of a poll, with the text that it stands for. */
export interface Meaning {
  /** `question` or `question/option`. This is unambiguous, since ids contain no slash. */
  readonly id: string;
  readonly text: Texts;
  /** Path of the text in the definition, such as `questions/0/options/1/label`. */
  readonly place: string;
}

/** Returns the ids of all questions, each followed by the ids of its options. */
export function meaningsOf({ questions }: PollDefinition): Meaning[] {
  return questions.flatMap((question, index) => {
    const place = `questions/${index}`;
    const options = question.options.map((option, at): Meaning => {
      // The option for write-ins keeps its meaning under any label.
      const isOwn = question.other && option.id === otherOption;
      const text = isOwn ? otherOptionDefinition.label : option.label;
      return { id: `${question.id}/${option.id}`, text, place: `${place}/options/${at}/label` };
    });
    return [{ id: question.id, text: question.text, place: `${place}/text` }, ...options];
  });
}

const normal = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** The normalized words of a text by language. A text without languages has the key `''`. */
const wordings = (texts: Texts) =>
  new Map(typeof texts === 'string' ? [['', normal(texts)]] : languagesOf(texts));

const languagesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([lang, text]): [string, string] => [lang, normal(text)]);

/**
 * True for two texts with the same meaning. They share a language and are equal in every shared one. A
 * text without a language needs to equal one language of the other text.
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
