import type { Translate } from '../element/messages.js';
import type { Face } from './star-rating-face.js';

/** A face with its language and texts. */
export interface Words extends Face {
  readonly translate: Translate;
  /** Labels for one star, two stars and so on; may be empty. */
  readonly labels: readonly string[];
  /** The page's reason for disabling the rating; may be empty. */
  readonly excuse: string;
}

/** Parses the list in the `labels` attribute. */
export const parseLabels = (labels: string): string[] =>
  labels.split(',').map((label) => label.trim());

const sentences = (...parts: readonly (string | 0)[]) => parts.filter(Boolean).join(' ');

/** Returns the text, followed by the label of this number of stars if there is one. */
function labelled(text: string, value: number, { labels }: Words): string {
  const label = labels[value - 1];
  return label ? `${text} – ${label}` : text;
}

/** Returns the accessible name of a star, such as `4 stars of 5 – Good`. */
export function starName(value: number, words: Words): string {
  const { translate, max } = words;
  return labelled(translate('stars', { n: value, max }), value, words);
}

/**
 * Returns `Average rating 4.3 of 5, 6 votes.`, or that there are no votes; `''` while results are
 * hidden.
 */
function averageSentence({ snapshot, max, translate }: Words): string {
  const { votes, mean } = snapshot ?? {};
  if (votes === 0) return translate('unrated');
  return votes && mean
    ? translate('average', { mean, max, votes: translate('votes', { n: votes }) })
    : '';
}

/** Returns the full summary, such as `(votes: 5, rating: 5)`. */
export function summaryText(words: Words): string {
  const { votes, mean } = words.snapshot ?? {};
  return votes && mean ? words.translate('summary', { votes, mean }) : averageSentence(words);
}

/** Returns a text with the reader's own vote or selection; `''` for none. */
export function ownText(words: Words): string {
  const { checked, own, form, translate } = words;
  if (!checked || form) return '';
  return labelled(
    translate(checked === own ? 'own' : 'choice', { value: checked }),
    checked,
    words,
  );
}

/** Returns the reason why the reader cannot vote; `''` if there is none. */
export const reasonText = ({ asks, reason, translate, excuse }: Words): string =>
  reason ? translate(reason) : asks ? '' : excuse;

/**
 * Returns the whole state as one text. It is the accessible name of the image that shows a rating
 * without input.
 */
export function imageName(words: Words): string {
  const { translate, phase, form, own } = words;
  if (phase === 'loading') return translate(phase);
  const told = form ? own && starName(own, words) : averageSentence(words);
  const vote = ownText(words);
  return sentences(told || translate('result'), vote && `${vote}.`, reasonText(words));
}

/** Returns the message after the server has counted the vote. */
export function thanksText(words: Words): string {
  const { translate, own, max } = words;
  return sentences(translate('thanks', { value: own, max }), averageSentence(words));
}
