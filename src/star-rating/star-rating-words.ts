import type { Translate } from '../core/messages.js';
import type { Face } from './star-rating-face.js';

/** What the texts of one rating are made of. */
export interface Words {
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

/** The text, with the word for that many stars after it where there is one. */
function labelled(text: string, value: number, { labels }: Words): string {
  const label = labels[value - 1];
  return label ? `${text} – ${label}` : text;
}

/** Name of a star, such as `4 stars of 5 – Good`. */
export function starName(value: number, max: number, words: Words): string {
  const { translate } = words;
  const stars = translate('stars', { n: value });
  return labelled(translate('of', { stars, max }), value, words);
}

/** `Average rating 4.3 of 5, 6 votes.`; empty while results are hidden or there is nothing to tell. */
export function averageSentence({ snapshot }: Face, { translate }: Words): string {
  if (!snapshot?.votes) return snapshot?.votes === 0 ? translate('unrated') : '';
  const { mean, max } = snapshot;
  const votes = translate('votes', { n: snapshot.votes });
  return mean === null ? '' : translate('average', { mean, max, votes });
}

/** `(votes: 5, rating: 5)`. */
export function summaryText(face: Face, words: Words): string {
  const { votes, mean } = face.snapshot ?? {};
  return votes && mean ? words.translate('summary', { votes, mean }) : averageSentence(face, words);
}

/** The reader's own vote or choice in words; `''` for none. */
export function ownText({ checked, own, form }: Face, words: Words): string {
  if (!checked || form) return '';
  return labelled(
    words.translate(checked === own ? 'own' : 'choice', { value: checked }),
    checked,
    words,
  );
}

/** Why the reader cannot rate; `''` where there is nothing to explain. */
export const reasonText = ({ asks, reason }: Face, { translate, excuse }: Words): string =>
  reason ? translate(reason) : asks ? '' : excuse;

/** The whole state in words: the name of the image that a rating without input is. */
export function imageName(face: Face, words: Words): string {
  const { translate } = words;
  if (face.phase === 'loading') return translate('loading');
  const told = face.form
    ? face.own && starName(face.own, face.max, words)
    : averageSentence(face, words);
  const own = ownText(face, words);
  return sentences(told || translate('result'), own && `${own}.`, reasonText(face, words));
}

/** What is said when the vote has been counted. */
export const thanksText = (face: Face, words: Words): string =>
  sentences(
    words.translate('thanks', { value: face.own, max: face.max }),
    averageSentence(face, words),
  );
