import { chosenOptions, selectionErrors } from '../../../src/contract/selection.js';
import type { BallotAnswer } from '../items/counters.js';
import { Problem } from '../items/problem.js';
import { pollDefinitionOf, type StoredItem } from '../items/stored-item.js';
import type { PollVoteBody } from '../schema/votes.js';
import type { BallotContent } from './require-open.js';

const byText = (a: string, b: string) => (a < b ? -1 : 1);

function answerOf({ question, options, other }: PollVoteBody['answers'][number]): BallotAnswer {
  const words = other?.trim() ?? '';
  const answer = { question, options, ...(words && { other: words }) };
  return { ...answer, options: [...chosenOptions(answer)].sort(byText) };
}

/** The answers of a vote in one order, without those that choose nothing. */
const answersOf = ({ answers }: PollVoteBody): BallotAnswer[] =>
  answers
    .map(answerOf)
    .filter(({ options }) => options.length)
    .sort((a, b) => byText(a.question, b.question));

/**
 * The ballot of a poll. It depends on the body alone, and not on the order of its answers and options:
 * a repeated request gives the same text even after the poll was changed or closed.
 */
export function pollBallotContent(body: PollVoteBody): BallotContent {
  const answers = answersOf(body);
  const choices = JSON.stringify({ answers });
  const written = answers.some(({ other }) => other !== undefined);
  return { choices, written };
}

/** Throws `revision_changed` for a vote on another revision, `invalid_selection` for a broken rule. */
export function checkPollVote(stored: StoredItem, body: PollVoteBody): void {
  const definition = pollDefinitionOf(stored);
  if (!definition) throw new Problem('not_found');
  if (body.revision !== stored.revision) throw new Problem('revision_changed');
  const errors = selectionErrors(definition.questions, answersOf(body));
  if (errors.length) throw new Problem('invalid_selection', { errors });
}
