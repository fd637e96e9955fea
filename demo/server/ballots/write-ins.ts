import type { Item } from '../items/item.js';
import type { BallotAnswer } from '../items/counters.js';

/** The reader's own words in answer to a question. */
export interface WriteIn {
  readonly question: string;
  readonly words: string;
}

/** A write-in in the ballot of one voter. */
export interface HeldWriteIn extends WriteIn {
  readonly item: Item;
  readonly voter: string;
}

const answersOf = (choices: string) =>
  (JSON.parse(choices) as { answers?: BallotAnswer[] }).answers ?? [];

/** The write-ins of a stored ballot; none for ratings and clicks. */
export function writeInsIn(choices: string | null): WriteIn[] {
  // Most ballots have no write-in, and this test spares parsing them.
  if (!choices?.includes('"other":')) return [];
  return answersOf(choices).flatMap(({ question, other: words }) =>
    words === undefined ? [] : [{ question, words }],
  );
}

/** The write-ins of one ballot that another ballot lacks. */
export function missingWriteIns(choices: string | null, other: string | null): WriteIn[] {
  const rest = writeInsIn(other);
  return writeInsIn(choices).filter(
    ({ question, words }) => !rest.some((one) => one.question === question && one.words === words),
  );
}

/** The ballot without a write-in. Its option `other` stays chosen. */
export function withoutWriteIn(choices: string, { question, words }: WriteIn): string {
  const answers = answersOf(choices).map((answer): BallotAnswer => {
    if (answer.question !== question || answer.other !== words) return answer;
    return { question, options: answer.options, erased: true };
  });
  return JSON.stringify({ answers });
}

/** The ballot with `mark` appended to the ids of some questions (`q1`) and options (`q1/c`). */
export function renameParts(choices: string, ids: readonly string[], mark: string): string {
  const named = (id: string, name: string) => (ids.includes(id) ? `${name}${mark}` : name);
  const answers = answersOf(choices).map((answer): BallotAnswer => {
    const { question } = answer;
    const options = answer.options.map((option) => named(`${question}/${option}`, option));
    return { ...answer, question: named(question, question), options };
  });
  return JSON.stringify({ answers });
}

const sentName = (name: string) => name.replace(/#\d+$/, '');

/**
 * Whether a stored ballot came from a vote. `sent` is the ballot text that the vote would give. A
 * stored ballot has marked ids for parts that were restarted (`c#7`), and lacks the words that an
 * editor erased. Any words match erased ones, since nothing stores them.
 */
export function isSameBallot(sent: string | null, stored: string | null): boolean {
  if (sent === stored) return true;
  if (!sent || !/#|"erased":true/.test(stored ?? '')) return false;
  const former = answersOf(stored ?? '').map((answer): BallotAnswer => ({
    ...answer,
    question: sentName(answer.question),
    options: answer.options.map(sentName),
  }));
  const erased = new Set(former.flatMap(({ question, erased: gone }) => (gone ? [question] : [])));
  const answers = answersOf(sent).map((answer): BallotAnswer => {
    const { question, options } = answer;
    return erased.has(question) ? { question, options, erased: true } : answer;
  });
  return JSON.stringify(answers) === JSON.stringify(former);
}
