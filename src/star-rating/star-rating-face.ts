import { mostStars } from '../contract/limits.js';
import type { View } from '../data/view.js';
import type { RatingSnapshot, RatingVote } from '../contract/rating.js';

/** What the back end says. */
interface Told {
  readonly view: View<RatingSnapshot, RatingVote>;
  /** A vote can be sent somewhere. */
  readonly votable: boolean;
}

/** What the page has set, unchecked. */
interface Page {
  /** Number of stars. */
  readonly max: number | undefined;
  /** Smallest difference of two choices: 1, or 0.5 in a form. */
  readonly step: number | undefined;
}

/** What the reader is doing. */
interface Doing {
  /** Chosen by key and not sent; 0 for none. */
  readonly choice: number;
  /** Pointed at; 0 for none. */
  readonly preview: number;
}

/** Everything that drawing needs to know. */
export interface Face {
  readonly phase: View<RatingSnapshot, RatingVote>['phase'];
  readonly snapshot: RatingSnapshot | undefined;
  readonly max: number;
  readonly step: number;
  /** The page forbids input: nothing can be pressed. */
  readonly fixed: boolean;
  /** The reader is asked to rate, perhaps as soon as the numbers are there. */
  readonly asks: boolean;
  /** True: a group of radios. False: one image. */
  readonly active: boolean;
  /** A choice needs no sending: the rating is a plain form control. */
  readonly form: boolean;
  /** How many stars are filled, fractions included. */
  readonly filled: number;
  /** The reader's own choice, sent or not; 0 for none. */
  readonly checked: number;
  /** The reader's vote as far as it is known; 0 for none. */
  readonly own: number;
  /** What the reader wanted and the server did not take; 0 for none. */
  readonly wish: number;
  /** Why there is no input: name of a sentence, or `''`. */
  readonly reason: string;
}

/** Whole stars from 1 to 10; 5 for what is no such number. */
const starCount = (max = 0) => (max >= 1 ? Math.min(Math.round(max), mostStars) : 5);

/** The value within the scale; 0 for none and for what is no number. */
const within = (value: number, max: number) => (value > 0 ? Math.min(value, max) : 0);

function reasonOf({ state, policy }: RatingSnapshot, voted: boolean): string {
  if (state !== 'open') return state === 'closed' ? 'closed' : 'not_open';
  if (!voted || policy.change) return '';
  return policy.withdraw ? 'replace' : 'final';
}

/**
 * Derives the face of a rating; nothing is remembered.
 * @param set - Value of the form control, unchecked.
 * @param fixed - The page forbids input.
 */
export function faceOf(
  { view, votable }: Told,
  { choice, preview }: Doing,
  page: Page,
  set: number,
  fixed: boolean,
): Face {
  const snapshot = 'snapshot' in view ? view.snapshot : undefined;
  const form = view.phase === 'empty';
  const max = snapshot?.max ?? starCount(page.max);
  const step = form && page.step === 0.5 ? 0.5 : 1;
  const value = within(set, max);
  // Steps are counted in whole numbers, so that no sum of fractions drifts.
  const chosen = fixed ? value : Math.round(value / step) * step;
  const own = form ? chosen : 'vote' in view ? (view.vote?.value ?? 0) : 0;
  const wish = 'wish' in view ? (view.wish?.value ?? 0) : 0;
  // A vote on its way is not final yet: the group stays, and with it the focus.
  const voted = own > 0 && view.phase !== 'sending';
  const reason = snapshot && votable ? reasonOf(snapshot, voted) : '';
  // A refusal that brings the vote that stands takes the place of what the reader wanted.
  const standing = 'error' in view && view.error.standing ? own : 0;
  const asks = !fixed && !reason && (form || votable);
  const active = asks && (form || snapshot !== undefined);
  return {
    phase: view.phase,
    snapshot,
    max,
    step,
    fixed,
    asks,
    active,
    form,
    filled: within(preview || choice || (form ? chosen : (snapshot?.mean ?? 0)), max),
    checked: (active && (choice || standing || wish)) || own,
    own,
    wish,
    reason,
  };
}
