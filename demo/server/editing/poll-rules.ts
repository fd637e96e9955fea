import type { PollDefinition } from '../../../src/contract/definition.js';
import { optionCounter, questionCounter, votersCounter } from '../items/counters.js';

/** Counters that came from an older system. */
export type Imported = readonly (readonly [item: string, count: number])[];

/** Imported votes as counters. A single choice has as many voters as votes. */
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

/** Whether two definitions offer the same choices: only then do ballots of one fit the other. */
export function sameChoices(one: PollDefinition, other: PollDefinition): boolean {
  const choices = ({ questions }: PollDefinition) =>
    JSON.stringify(
      questions
        .map(({ id, options }) => [id, ...options.map((option) => option.id).sort()])
        .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    );
  return choices(one) === choices(other);
}
