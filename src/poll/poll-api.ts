import type { Contract } from '../core/view.js';
import {
  type PollAnswer,
  type PollImage,
  type PollOption,
  type PollQuestion,
  type PollSnapshot,
  type PollVote,
  otherOption,
} from './poll-snapshot.js';

type Fields = Readonly<Record<string, unknown>>;

function fail(path: string, expected: string): never {
  throw new TypeError(`${path}: expected ${expected}`);
}

function fields(value: unknown, path: string): Fields {
  if (!value || typeof value !== 'object' || Array.isArray(value)) fail(path, 'an object');
  return value as Fields;
}

function list(value: unknown, path: string): readonly unknown[] {
  return Array.isArray(value) ? value : fail(path, 'an array');
}

/** Refuses what could not have been counted: negative, fractional, beyond 2^53−1, or no number. */
function count(value: unknown, path: string): number {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : fail(path, 'a count');
}

function text(value: unknown, path: string): string {
  return typeof value === 'string' ? value : fail(path, 'a text');
}

const optionalText = (value: unknown, path: string) => (value == null ? '' : text(value, path));

function id(value: unknown, path: string): string {
  return text(value, path) || fail(path, 'an id');
}

function oneOf<T extends string>(value: unknown, path: string, names: readonly T[]): T {
  // The first name is what a poll written by hand need not say.
  const found = value === undefined ? names[0] : names.find((name) => name === value);
  return found ?? fail(path, names.join(' or '));
}

function time(value: unknown, path: string): number | undefined {
  if (value == null) return undefined;
  const parsed = Date.parse(text(value, path));
  return Number.isNaN(parsed) ? fail(path, 'a time') : parsed;
}

/** Two things of one id cannot be told apart in a vote: refused rather than merged. */
function distinct<T extends { readonly id: string }>(items: readonly T[], path: string): T[] {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (seen.has(item.id)) fail(`${path}[${index}].id`, `an id of its own, not "${item.id}" again`);
    seen.add(item.id);
  }
  return [...items];
}

function parseImage(value: unknown, path: string): PollImage | undefined {
  if (value == null) return undefined;
  const { src, alt, width, height } = fields(value, path);
  const size = (side: unknown, name: string) =>
    side == null ? undefined : count(side, `${path}.${name}`);
  return {
    src: text(src, `${path}.src`),
    alt: optionalText(alt, `${path}.alt`),
    width: size(width, 'width'),
    height: size(height, 'height'),
  };
}

function parseOption(value: unknown, path: string, visible: boolean): PollOption {
  const option = fields(value, path);
  return {
    id: id(option['id'], `${path}.id`),
    label: text(option['label'], `${path}.label`),
    description: optionalText(option['description'], `${path}.description`),
    image: parseImage(option['image'], `${path}.image`),
    pinned: option['pinned'] === true,
    votes: visible ? count(option['votes'], `${path}.votes`) : null,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The write-in option, for a definition that allows own words without listing it. */
const unlistedOther: Omit<PollOption, 'votes'> = {
  id: otherOption,
  label: '',
  description: '',
  image: undefined,
  pinned: true,
};

function parseOptions(question: Fields, path: string, visible: boolean): PollOption[] {
  const options = list(question['options'], `${path}.options`).map((option, index) =>
    parseOption(option, `${path}.options[${index}]`, visible),
  );
  const lacksOther = question['other'] === true && !options.some((o) => o.id === otherOption);
  if (lacksOther) options.push({ ...unlistedOther, votes: visible ? 0 : null });
  return distinct(options, `${path}.options`);
}

function parseQuestion(value: unknown, path: string, visible: boolean): PollQuestion {
  const question = fields(value, path);
  const { min = 1, max, voters, written } = question;
  const kind = oneOf(question['kind'], `${path}.kind`, ['single', 'multiple']);
  const options = parseOptions(question, path, visible);
  const most = kind === 'single' ? 1 : options.length;
  // A hand-written single choice need not repeat who answered: everyone has just one vote.
  const counted =
    voters === undefined && kind === 'single' ? sum(options.map((o) => o.votes ?? 0)) : voters;
  return {
    id: id(question['id'], `${path}.id`),
    text: text(question['text'], `${path}.text`),
    kind,
    min: kind === 'single' ? 1 : count(min, `${path}.min`),
    max: Math.min(most, count(max ?? most, `${path}.max`)),
    required: question['required'] !== false,
    order: oneOf(question['order'], `${path}.order`, ['authored', 'random']),
    other: question['other'] === true,
    voters: visible ? count(counted, `${path}.voters`) : null,
    written: list((visible && written) || [], `${path}.written`).map(String),
    options,
  };
}

/**
 * A snapshot of the contract, checked to the last field that is used. Counts are dropped when the
 * results are hidden, even if the body has them. Throws a TypeError that names the wrong field.
 */
export function parsePoll(body: unknown): PollSnapshot {
  const poll = fields(body, 'poll');
  const policy = fields(poll['policy'] ?? {}, 'policy');
  const visible =
    oneOf(poll['results_state'], 'results_state', ['visible', 'hidden']) === 'visible';
  const questions = list(poll['questions'], 'questions').map((question, index) =>
    parseQuestion(question, `questions[${index}]`, visible),
  );
  const voters =
    poll['voters'] ?? Math.max(0, ...questions.map((question) => question.voters ?? 0));
  return {
    item: optionalText(poll['item'], 'item'),
    revision: count(poll['revision'] ?? 0, 'revision'),
    version: count(poll['version'] ?? 0, 'version'),
    state: oneOf(poll['state'], 'state', ['closed', 'open', 'scheduled']),
    opensAt: time(poll['opens_at'], 'opens_at'),
    closesAt: time(poll['closes_at'], 'closes_at'),
    title: optionalText(poll['title'], 'title'),
    results: oneOf(poll['results'], 'results', ['always', 'after_vote', 'after_close', 'never']),
    visible,
    policy: { change: policy['change'] !== false, withdraw: policy['withdraw'] !== false },
    voters: visible ? count(voters, 'voters') : null,
    questions: distinct(questions, 'questions'),
  };
}

function parseAnswer(value: unknown, path: string): PollAnswer {
  const { question, options, other } = fields(value, path);
  return {
    question: id(question, `${path}.question`),
    options: list(options, `${path}.options`).map((option, index) =>
      id(option, `${path}.options[${index}]`),
    ),
    ...(other == null ? {} : { other: text(other, `${path}.other`) }),
  };
}

/** A vote as the contract writes it. Throws a TypeError that names the wrong field. */
export function parsePollVote(body: unknown): PollVote {
  const { revision, answers } = fields(body, 'vote');
  return {
    revision: count(revision, 'revision'),
    answers: list(answers, 'answers').map((answer, index) =>
      parseAnswer(answer, `answers[${index}]`),
    ),
  };
}

/** How a poll speaks contract v1. */
export const pollContract: Contract<PollSnapshot, PollVote> = {
  parse: parsePoll,
  parseVote: parsePollVote,
  // Only the server counts: numbers are never guessed.
  expect: (snapshot) => snapshot,
};
