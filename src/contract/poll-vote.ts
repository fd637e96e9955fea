import type { PollJson, PollQuestionJson } from './json.js';
import type { PollVote } from './poll.js';

/**
 * Returns 1 if the vote selects the option, else 0. Without an option, returns 1 if the vote
 * answers the question.
 */
function chosen(vote: PollVote | null, question: string, option?: string): number {
  const options = vote?.answers.find((answer) => answer.question === question)?.options ?? [];
  return Number(option === undefined ? options.length > 0 : options.includes(option));
}

const changed = (count: number | null, vote: number, former: number) =>
  count === null ? null : Math.max(0, count + vote - former);

/**
 * Returns the poll with its counts updated for a new vote. `null` as `vote` means a withdrawal;
 * `null` as `former` means that the reader had not voted. Hidden counts stay `null`.
 */
export function pollWithVote(
  poll: PollJson,
  vote: PollVote | null,
  former: PollVote | null,
): PollJson {
  const question = (one: PollQuestionJson): PollQuestionJson => {
    const options = one.options.map((option) => {
      const [now, before] = [chosen(vote, one.id, option.id), chosen(former, one.id, option.id)];
      return { ...option, votes: changed(option.votes, now, before) };
    });
    return {
      ...one,
      options,
      voters: changed(one.voters, chosen(vote, one.id), chosen(former, one.id)),
      votes: one.votes === null ? null : options.reduce((sum, { votes }) => sum + (votes ?? 0), 0),
    };
  };
  return {
    ...poll,
    voters: changed(poll.voters, Number(vote !== null), Number(former !== null)),
    questions: poll.questions.map(question),
  };
}

/** Returns the poll for readers who may not see its results. All counts are `null`. */
export const withHiddenResults = (poll: PollJson): PollJson => ({
  ...poll,
  results_state: 'hidden',
  voters: null,
  questions: poll.questions.map((question) => ({
    ...question,
    voters: null,
    votes: null,
    ...(question.other && { written: null }),
    options: question.options.map((option) => ({ ...option, votes: null })),
  })),
});
