import type { Item } from '../items/item.js';
import type { Answer } from '../items/counters.js';

/** What a reader wrote in answer to a question. */
export interface OwnWords {
  readonly question: string;
  readonly words: string;
}

/** Own words in one voter's ballot. */
export interface HeldWords extends OwnWords {
  readonly item: Item;
  readonly voter: string;
}

const answersOf = (choices: string) =>
  (JSON.parse(choices) as { answers?: Answer[] }).answers ?? [];

/** The own words that a stored ballot holds; none for ratings and clicks. */
export function wordsIn(choices: string | null): OwnWords[] {
  // Most ballots hold none, and are not parsed for it.
  if (!choices?.includes('"other":')) return [];
  return answersOf(choices).flatMap(({ question, other: words }) =>
    words === undefined ? [] : [{ question, words }],
  );
}

/** Which words one ballot holds and another does not. */
export function missingWords(choices: string | null, other: string | null): OwnWords[] {
  const kept = wordsIn(other);
  return wordsIn(choices).filter(
    ({ question, words }) => !kept.some((one) => one.question === question && one.words === words),
  );
}

/** The ballot without these words; it still chooses the option that stands for them. */
export function withoutWords(choices: string, { question, words }: OwnWords): string {
  const answers = answersOf(choices).map((answer): Answer => {
    if (answer.question !== question || answer.other !== words) return answer;
    return { question, options: answer.options, erased: true };
  });
  return JSON.stringify({ answers });
}

/** The ballot with other names for some of its questions (`q1`) and options (`q1/c`). */
export function renameParts(choices: string, ids: readonly string[], mark: string): string {
  const named = (id: string, name: string) => (ids.includes(id) ? `${name}${mark}` : name);
  const answers = answersOf(choices).map((answer): Answer => {
    const { question } = answer;
    const options = answer.options.map((option) => named(`${question}/${option}`, option));
    return { ...answer, question: named(question, question), options };
  });
  return JSON.stringify({ answers });
}

const sentName = (name: string) => name.replace(/#\d+$/, '');

/**
 * Whether a wish is the one that a ballot came from, which has names of its own for parts that have
 * started anew. Words that an editor has erased since are kept nowhere, so any are taken for them.
 */
export function isSameChoice(wish: string | null, kept: string | null): boolean {
  if (wish === kept) return true;
  if (!wish || !/#|"erased":true/.test(kept ?? '')) return false;
  const sent = answersOf(kept ?? '').map((answer): Answer => ({
    ...answer,
    question: sentName(answer.question),
    options: answer.options.map(sentName),
  }));
  const erased = new Set(sent.flatMap(({ question, erased: gone }) => (gone ? [question] : [])));
  const answers = answersOf(wish).map((answer): Answer => {
    const { question, options } = answer;
    return erased.has(question) ? { question, options, erased: true } : answer;
  });
  return JSON.stringify(answers) === JSON.stringify(sent);
}
