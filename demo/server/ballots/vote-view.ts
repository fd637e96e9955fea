import type { Ballot } from '../items/vote.js';
import { pollDefinition, type Widget } from '../items/stored-item.js';
import type { Answer } from '../items/counters.js';

/** Own answers as far as the poll still has their questions and options. */
function answersOf(widget: Widget, answers: readonly Answer[]): Answer[] {
  const questions = pollDefinition(widget)?.questions ?? [];
  return answers.flatMap(({ question, options: chosen, other }) => {
    const known = questions.find(({ id }) => id === question)?.options ?? [];
    const options = chosen.filter((option) => known.some(({ id }) => id === option));
    return options.length ? [{ question, options, ...(other !== undefined && { other }) }] : [];
  });
}

/** A voter's own vote as the contract shows it; `null` without one, or once withdrawn. */
export function voteView(widget: Widget, ballot: Ballot | null | undefined) {
  if (!ballot || ballot.choices === null) return null;
  const castAt = new Date(ballot.at).toISOString();
  const choices = JSON.parse(ballot.choices) as { answers?: Answer[] };
  if (widget.kind !== 'poll') return { ...choices, cast_at: castAt };
  const answers = answersOf(widget, choices.answers ?? []);
  return { revision: widget.revision, answers, cast_at: castAt };
}
