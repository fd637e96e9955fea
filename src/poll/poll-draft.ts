import type { Translate } from '../core/messages.js';
import type { RequestError } from '../core/request-error.js';
import {
  type Ballot,
  type Fault,
  ballotOf,
  faultOf,
  voteOf,
  withOption,
  withOther,
  withValidOnly,
} from './poll-ballot.js';
import type { PollQuestion, PollSnapshot, PollVote } from './poll-snapshot.js';

type Problem = Fault | 'refused_answer';

/** Ids of the questions that a refusal (`invalid_selection`) names. */
function refusedQuestions({ code, body }: RequestError): string[] {
  const { errors } = (body ?? {}) as { errors?: unknown };
  if (code !== 'invalid_selection' || !Array.isArray(errors)) return [];
  return errors.map((error) => String((error as { question?: unknown } | null)?.question));
}

/** The vote that a reader is making in one element, and what is wrong with it. */
export class PollDraft {
  #ballot: Ballot = new Map();
  #problems: ReadonlyMap<string, Problem> = new Map();
  #poll: PollSnapshot | undefined;
  #wish: PollVote | null = null;
  /** True when the poll was redefined while the reader was choosing. */
  overtaken = false;

  get ballot(): Ballot {
    return this.#ballot;
  }

  /** Starts again: from an earlier vote, or from nothing. */
  start(vote: PollVote | null): void {
    this.#ballot = ballotOf(vote);
    this.#problems = new Map();
    this.overtaken = false;
  }

  /** Follows what the back end says now: drops what is not offered any more. */
  follow(poll: PollSnapshot, wish: PollVote | null): void {
    // A wish of an earlier visit or of another copy, which could not be sent yet.
    if (wish && wish !== this.#wish && !this.#ballot.size) this.start(wish);
    this.#wish = wish;
    const redefined = this.#poll && this.#poll.revision !== poll.revision;
    if (redefined && this.#ballot.size) {
      this.#problems = new Map();
      this.overtaken = true;
    }
    if (this.#poll !== poll) this.#ballot = withValidOnly(this.#ballot, poll);
    this.#poll = poll;
  }

  pick(question: PollQuestion, option: string, picked: boolean): void {
    this.#ballot = withOption(this.#ballot, question, option, picked);
    this.#forgive(question);
  }

  write(question: PollQuestion, words: string): void {
    this.#ballot = withOther(this.#ballot, question, words);
    this.#forgive(question);
  }

  /** The vote to send; `undefined` when something is wrong with it, which is then shown. */
  finish(poll: PollSnapshot): PollVote | undefined {
    const problems = poll.questions.flatMap((question) => {
      const fault = faultOf(this.#ballot, question);
      return fault ? [[question.id, fault] as const] : [];
    });
    this.#problems = new Map(problems);
    const vote = voteOf(this.#ballot, poll);
    const [first] = poll.questions;
    if (!problems.length && !vote.answers.length && first) {
      this.#problems = new Map([[first.id, 'missing']]);
    }
    if (this.#problems.size) return undefined;
    this.overtaken = false;
    return vote;
  }

  /** What is wrong, in words, by question: found here or refused by the back end. */
  faults(
    { questions }: PollSnapshot,
    error: RequestError | undefined,
    translate: Translate,
  ): Map<string, string> {
    const refused = error ? refusedQuestions(error) : [];
    return new Map(
      questions.flatMap(({ id, min, max }) => {
        const problem =
          this.#problems.get(id) ?? (refused.includes(id) ? 'refused_answer' : undefined);
        if (!problem) return [];
        if (problem === 'few') return [[id, translate('choose_least', { n: min })]];
        if (problem === 'many') return [[id, translate('choose_most', { n: max })]];
        return [[id, translate(problem)]];
      }),
    );
  }

  /** A corrected answer is not blamed any longer; one that is still wrong keeps its sentence. */
  #forgive(question: PollQuestion): void {
    if (!this.#problems.has(question.id)) return;
    const fault = faultOf(this.#ballot, question);
    const rest = new Map(this.#problems);
    if (fault) rest.set(question.id, fault);
    else rest.delete(question.id);
    this.#problems = rest;
  }
}
