/** Makes the snapshot that a server would send for a draft. */
import type { PollImageJson, PollJson, PollQuestionJson } from '../../../src/contract/json.js';
import {
  type Draft,
  type DraftImage,
  type DraftQuestion,
  type DraftTexts,
  hasImage,
  isBlank,
} from './draft.js';

export type Screen = 'ballot' | 'results';

const textIn = (texts: DraftTexts, tongue: string) =>
  (texts[tongue] ?? '').trim() || (Object.values(texts).find((text) => text.trim()) ?? '');

const imageOf = ({ src, alt, width, height }: DraftImage, tongue: string): PollImageJson => ({
  ...{ src, alt: textIn(alt, tongue) },
  ...(width && { width }),
  ...(height && { height }),
});

function questionOf(draft: Draft, question: DraftQuestion, tongue: string): PollQuestionJson {
  const { id, text, kind, min, max, required, order, other, options } = question;
  const words = (texts: DraftTexts) => textIn(texts, tongue) || '…';
  const count = (option: string) => draft.imported?.votes[id]?.[option] || 0;
  const votes = options.reduce((total, option) => total + count(option.id), 0);
  const voters = kind === 'single' ? votes : Math.min(votes, draft.imported?.voters || 0);
  return {
    ...{ id, text: words(text), kind, required, order, other, voters, votes },
    ...(kind === 'single' ? { min: 1, max: 1 } : { min: min || 1, max: max || options.length }),
    options: options.map((option) => ({
      ...{ id: option.id, label: words(option.label), pinned: option.pinned },
      votes: count(option.id),
      description: isBlank(option.description) ? null : textIn(option.description, tongue),
      image: hasImage(option) ? imageOf(option.image, tongue) : null,
    })),
  };
}

/**
 * Returns the snapshot of a draft in one language. Its only votes are the imported ones.
 * @param item - Public id of the poll in the preview.
 * @param screen - `results` shows the poll as closed.
 */
export const snapshotOf = (
  draft: Draft,
  item: string,
  tongue: string,
  screen: Screen,
): PollJson => ({
  ...{ item, revision: 1, version: 1, lang: tongue },
  ...{ title: textIn(draft.title, tongue) || '…', opens_at: null },
  state: screen === 'results' ? 'closed' : 'open',
  closes_at: screen === 'results' ? null : draft.closes_at || null,
  ...{ results: draft.results, results_state: 'visible', policy: draft.policy },
  voters: draft.imported?.voters || 0,
  questions: draft.questions.map((question) => questionOf(draft, question, tongue)),
});
