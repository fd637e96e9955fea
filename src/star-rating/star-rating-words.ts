import type { Translate } from '../element/messages.js';
import type { Face } from './star-rating-face.js';

/** A face, and the words for it. */
export interface Words extends Face {
  readonly translate: Translate;
  /** Words for one star, two stars and so on; may be empty. */
  readonly labels: readonly string[];
  /** Why the page has disabled the rating; may be empty. */
  readonly excuse: string;
}

/** The list in the `labels` attribute. */
export const parseLabels = (labels: string): string[] =>
  labels.split(',').map((label) => label.trim());

const sentences = (...parts: readonly (string | 0)[]) => parts.filter(Boolean).join(' ');

/** The text, with the label of that many stars after it where there is one. */
function labelled(text: string, value: number, { labels }: Words): string {
  const label = labels[value - 1];
  return label ? `${text} – ${label}` : text;
}

/** Name of a star, such as `4 stars of 5 – Good`. */
export function starName(value: number, words: Words): string {
  const { translate, max } = words;
  return labelled(translate('stars', { n: value, max }), value, words);
}

/** `Average rating 4.3 of 5, 6 votes.`, or that there are none; empty while results are hidden. */
function averageSentence({ snapshot, max, translate }: Words): string {
  const { votes, mean } = snapshot ?? {};
  if (votes === 0) return translate('unrated');
  return votes && mean
    ? translate('average', { mean, max, votes: translate('votes', { n: votes }) })
    : '';
}

/** `(votes: 5, rating: 5)`. */
export function summaryText(words: Words): string {
  const { votes, mean } = words.snapshot ?? {};
  return votes && mean ? words.translate('summary', { votes, mean }) : averageSentence(words);
}

/** The reader's own vote or choice in words; `''` for none. */
export function ownText(words: Words): string {
  const { checked, own, form, translate } = words;
  if (!checked || form) return '';
  return labelled(
    translate(checked === own ? 'own' : 'choice', { value: checked }),
    checked,
    words,
  );
}

/** Why the reader cannot rate; `''` where there is nothing to explain. */
export const reasonText = ({ asks, reason, translate, excuse }: Words): string =>
  reason ? translate(reason) : asks ? '' : excuse;

/** The whole state in words: the name of the image that a rating without input is. */
export function imageName(words: Words): string {
  const { translate, phase, form, own } = words;
  if (phase === 'loading') return translate(phase);
  const told = form ? own && starName(own, words) : averageSentence(words);
  const vote = ownText(words);
  return sentences(told || translate('result'), vote && `${vote}.`, reasonText(words));
}

/** What is said when the vote has been counted. */
export function thanksText(words: Words): string {
  const { translate, own, max } = words;
  return sentences(translate('thanks', { value: own, max }), averageSentence(words));
}
