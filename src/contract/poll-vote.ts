import type { PollJson, PollQuestionJson } from './json.js';
import type { PollVote } from './poll.js';

/** 1 if the vote names the option, or without one if it answers the question; else 0. */
function chosen(vote: PollVote | null, question: string, option?: string): number {
  const options = vote?.answers.find((answer) => answer.question === question)?.options ?? [];
  return Number(option === undefined ? options.length > 0 : options.includes(option));
}

const changed = (count: number | null, vote: number, former: number) =>
  count === null ? null : Math.max(0, count + vote - former);

/** The poll once a vote replaces a former one; `null` stands for no vote. Hidden counts stay hidden. */
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

/** The poll as it is sent to who may not see its results: all counts are `null`. */
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
