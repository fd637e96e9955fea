import {
  type Parser,
  count,
  fail,
  flag,
  id,
  list,
  object,
  oneOf,
  optional,
  text,
} from '../data/parse.js';
import type { Contract } from '../data/view.js';
import {
  type PollAnswer,
  type PollImage,
  type PollOption,
  type PollQuestion,
  type PollSnapshot,
  type PollVote,
  otherOption,
} from '../contract/poll.js';

const words = optional(text, '');

const time: Parser<number> = (value, path = '') => {
  const parsed = Date.parse(text(value, path));
  return Number.isNaN(parsed) ? fail(path, 'a time') : parsed;
};

/** Rejects a list with a repeated id, because a vote could not distinguish the two. */
const distinct =
  <T extends { readonly id: string }>(parser: Parser<T>): Parser<T[]> =>
  (value, path = '') => {
    const items = list(parser)(value, path);
    const ids = new Set<string>();
    const twin = items.findIndex((item) => ids.size === ids.add(item.id).size);
    return twin < 0 ? items : fail(`${path}[${twin}].id`, 'an id of its own');
  };

const image = object<PollImage>({
  src: text,
  alt: words,
  width: optional(count, undefined),
  height: optional(count, undefined),
});

const policy = object({ change: flag(true), withdraw: flag(true) });

/**
 * Builds the parser of a poll.
 * @param votes - Parses a count.
 * @param written - Parses the write-ins, which are hidden with the results.
 */
const pollOf = (votes: Parser<number | null>, written: Parser<string[]>) => {
  const option = object<PollOption>({
    id,
    label: text,
    description: words,
    image: optional(image, undefined),
    pinned: flag(false),
    votes,
  });
  const question = object<PollQuestion>({
    id,
    text,
    kind: oneOf('single', 'multiple'),
    min: optional(count, 1),
    max: optional(count, Infinity),
    required: flag(true),
    order: oneOf('authored', 'random'),
    other: flag(false),
    voters: optional(votes, null),
    written,
    options: distinct(option),
  });
  return object<PollSnapshot>({
    item: words,
    revision: optional(count, 0),
    version: optional(count, 0),
    state: oneOf('closed', 'open', 'scheduled'),
    opens_at: optional(time, undefined),
    closes_at: optional(time, undefined),
    title: words,
    results: oneOf('always', 'after_vote', 'after_close', 'never'),
    results_state: oneOf('visible', 'hidden'),
    policy: (value, path) => policy(value ?? {}, path),
    voters: optional(votes, null),
    questions: distinct(question),
  });
};

const visiblePoll = pollOf(count, optional(list(text), []));
const hiddenPoll = pollOf(
  () => null,
  () => [],
);

/**
 * Returns the question with valid bounds, and with the option `other` if it takes write-ins but
 * does not list it.
 */
function completed(question: PollQuestion): PollQuestion {
  const { kind, min, max, options, other } = question;
  const listed = !other || options.some((option) => option.id === otherOption);
  const unlisted = { id: otherOption, label: '', description: '', image: undefined, pinned: true };
  const all = listed
    ? options
    : [...options, { ...unlisted, votes: options[0]?.votes == null ? null : 0 }];
  const most = kind === 'single' ? 1 : all.length;
  return { ...question, options: all, min: Math.min(min, most), max: Math.min(max, most) };
}

/**
 * Parses a snapshot of contract v1 and checks every field that the widget uses. Drops all counts if
 * the results are hidden, even if the body contains them. Throws a TypeError that names the wrong
 * field.
 */
export function parsePoll(body: unknown): PollSnapshot {
  const { results_state } = (body ?? {}) as { results_state?: unknown };
  const poll = (results_state === 'hidden' ? hiddenPoll : visiblePoll)(body);
  return { ...poll, questions: poll.questions.map(completed) };
}

const answer = object<PollAnswer>({
  question: id,
  options: list(id),
  other: optional(text, undefined),
});

/** The parsers of a poll. */
export const pollContract: Contract<PollSnapshot, PollVote> = {
  parse: parsePoll,
  parseVote: object<PollVote>({ revision: count, answers: list(answer) }),
};
