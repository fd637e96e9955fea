import type { PollDefinition } from '../../../src/contract/definition.js';
import { optionCounter, questionCounter, votersCounter } from '../items/counters.js';

/** Counters with counts from an older system. */
export type Imported = readonly (readonly [item: string, count: number])[];

/**
 * Turns imported votes into counters. A single-choice question has as many voters as votes. For other
 * questions the import does not say it, so the smaller of votes and all voters is used.
 */
export function importedPollCounts({ questions, imported }: PollDefinition): Imported {
  if (!imported) return [];
  const perQuestion = questions.flatMap(({ id, kind }) => {
    const votes = Object.entries(imported.votes[id] ?? {});
    const sum = votes.reduce((total, [, count]) => total + count, 0);
    const voters = kind === 'single' ? sum : Math.min(sum, imported.voters);
    const options = votes.map(([option, count]) => [optionCounter(id, option), count] as const);
    return [[questionCounter(id), voters] as const, ...options];
  });
  return [[votersCounter, imported.voters], ...perQuestion];
}

/** True if two definitions have the same question and option ids. Ballots of one then fit the other. */
export function sameChoices(one: PollDefinition, other: PollDefinition): boolean {
  const choices = ({ questions }: PollDefinition) =>
    JSON.stringify(
      questions
        .map(({ id, options }) => [id, ...options.map((option) => option.id).sort()])
        .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    );
  return choices(one) === choices(other);
}
