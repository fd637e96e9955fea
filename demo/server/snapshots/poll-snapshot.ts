import type { PollJson, PollOptionJson } from '../../../src/contract/json.js';
import { answerBounds } from '../../../src/contract/selection.js';
import { optionCounter, questionCounter, votersCounter } from '../items/counters.js';
import type {
  ImageDefinition,
  OptionDefinition,
  PollDefinition,
  QuestionDefinition,
} from '../../../src/contract/definition.js';
import { textIn } from './texts.js';
import {
  policyOf,
  resultsVisible,
  stateOf,
  versionOf,
  type Audience,
  type StoredItem,
} from '../items/stored-item.js';

/** Reads a counter; returns `null`, never 0, while counts are hidden. */
type Count = (item: string) => number | null;

const utc = (time: string | null | undefined) =>
  time ? new Date(time).toISOString().replace('.000Z', 'Z') : null;

const imageIn = (image: ImageDefinition | null | undefined, lang: string) =>
  image ? { ...image, alt: textIn(image.alt, lang) } : null;

function optionSnapshot(
  option: OptionDefinition,
  question: string,
  lang: string,
  count: Count,
): PollOptionJson {
  return {
    id: option.id,
    label: textIn(option.label, lang),
    description: option.description ? textIn(option.description, lang) : null,
    image: imageIn(option.image, lang),
    pinned: option.pinned ?? false,
    votes: count(optionCounter(question, option.id)),
  };
}

function questionSnapshot(question: QuestionDefinition, lang: string, count: Count) {
  const { id, kind } = question;
  const options = question.options.map((option) => optionSnapshot(option, id, lang, count));
  const voters = count(questionCounter(id));
  return {
    id,
    text: textIn(question.text, lang),
    kind,
    ...answerBounds(question),
    order: question.order ?? 'authored',
    other: question.other ?? false,
    voters,
    votes: voters === null ? null : options.reduce((sum, { votes }) => sum + (votes ?? 0), 0),
    options,
  };
}

/** The poll in one of its languages, as this reader may see it. */
export function pollSnapshot(
  stored: StoredItem,
  definition: PollDefinition,
  audience: Audience,
  now: number,
  lang: string,
): PollJson {
  const visible = resultsVisible(stored, audience, now);
  const count: Count = (item) => (visible ? (stored.counts.get(item) ?? 0) : null);
  return {
    item: stored.item,
    revision: stored.revision,
    version: versionOf(stored, audience, now),
    state: stateOf(stored, now),
    opens_at: utc(definition.opens_at),
    closes_at: utc(definition.closes_at),
    lang,
    title: textIn(definition.title, lang),
    results: definition.results ?? 'always',
    results_state: visible ? 'visible' : 'hidden',
    policy: policyOf(stored),
    voters: count(votersCounter),
    questions: definition.questions.map((question) => ({
      ...questionSnapshot(question, lang, count),
      // Write-ins are results too: only approved ones appear, and only with the counts.
      ...(question.other && { written: visible ? (stored.approved.get(question.id) ?? []) : null }),
    })),
  };
}
