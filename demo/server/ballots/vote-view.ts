import type { PollVoteJson, RatingVoteJson } from '../../../src/contract/json.js';
import type { RatingVote } from '../../../src/contract/rating.js';
import type { Ballot } from '../items/vote.js';
import { pollDefinitionOf, type StoredItem } from '../items/stored-item.js';
import type { BallotAnswer } from '../items/counters.js';

/** The answers of a ballot, without questions and options that the poll no longer has. */
function answersOf(stored: StoredItem, answers: readonly BallotAnswer[]): BallotAnswer[] {
  const questions = pollDefinitionOf(stored)?.questions ?? [];
  return answers.flatMap(({ question, options: chosen, other }) => {
    const known = questions.find(({ id }) => id === question)?.options ?? [];
    const options = chosen.filter((option) => known.some(({ id }) => id === option));
    return options.length ? [{ question, options, ...(other !== undefined && { other }) }] : [];
  });
}

/** A ballot as its voter gets it back; `null` for no ballot and for a withdrawn one. */
export function voteView(
  stored: StoredItem,
  ballot: Ballot | null | undefined,
): RatingVoteJson | PollVoteJson | null {
  if (!ballot || ballot.choices === null) return null;
  const castAt = new Date(ballot.at).toISOString();
  if (stored.kind !== 'poll') {
    return { ...(JSON.parse(ballot.choices) as RatingVote), cast_at: castAt };
  }
  const choices = JSON.parse(ballot.choices) as { answers: BallotAnswer[] };
  const answers = answersOf(stored, choices.answers);
  return { revision: stored.revision, answers, cast_at: castAt };
}
