import type { View } from '../core/view.js';
import type { RatingSnapshot, RatingVote } from './star-rating-snapshot.js';

/** What the reader is doing and what the page has set. */
export interface Situation {
  readonly view: View<RatingSnapshot, RatingVote>;
  /** A vote can be sent somewhere. */
  readonly votable: boolean;
  /** The page forbids input. */
  readonly fixed: boolean;
  readonly max: number;
  /** Value of the form control; 0 for none. */
  readonly value: number;
  /** Chosen by key and not sent; 0 for none. */
  readonly choice: number;
  /** Pointed at; 0 for none. */
  readonly preview: number;
}

/** Everything that drawing needs to know. */
export interface Face {
  readonly max: number;
  readonly snapshot: RatingSnapshot | undefined;
  /** True: a group of radios. False: one image. */
  readonly active: boolean;
  readonly busy: boolean;
  /** How many stars are filled, fractions included. */
  readonly filled: number;
  /** The reader's own choice, sent or not; 0 for none. */
  readonly checked: number;
  /** The reader's vote as far as it is known; 0 for none. */
  readonly own: number;
  /** Why there is no input: name of a sentence, or `''`. */
  readonly reason: string;
}

function reasonOf(snapshot: RatingSnapshot, voted: boolean): string {
  if (snapshot.state === 'scheduled') return 'not_open';
  if (snapshot.state === 'closed') return 'closed';
  return voted && !snapshot.policy.change ? 'final' : '';
}

/** Derives the face of a rating; nothing is remembered. */
export function faceOf(situation: Situation): Face {
  const { view, votable, fixed, choice, preview, value } = situation;
  const snapshot = 'snapshot' in view ? view.snapshot : undefined;
  const form = view.phase === 'empty';
  const max = snapshot?.max ?? situation.max;
  const own = form ? value : 'vote' in view ? (view.vote?.value ?? 0) : 0;
  const wish = 'wish' in view ? (view.wish?.value ?? 0) : 0;
  const busy = view.phase === 'sending';
  // Being sent is not final yet: the group stays, and with it the focus.
  const reason = snapshot && votable ? reasonOf(snapshot, own > 0 && !busy) : '';
  const input = form || (snapshot !== undefined && votable);
  const resting = form ? value : (snapshot?.mean ?? 0);
  const filled = preview || choice || resting;
  return {
    max,
    snapshot,
    active: input && !fixed && !reason,
    busy,
    filled: Math.min(Math.max(filled, 0), max),
    checked: choice || wish || own,
    own,
    reason,
  };
}
