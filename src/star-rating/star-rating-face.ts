import { mostStars } from '../contract/limits.js';
import type { View } from '../data/view.js';
import type { RatingSnapshot, RatingVote } from '../contract/rating.js';

/** What the back end has returned. */
interface Told {
  readonly view: View<RatingSnapshot, RatingVote>;
  /** True if a back end can take a vote. */
  readonly votable: boolean;
}

/** The options that the page has set, unchecked. */
interface Page {
  /** Number of stars. */
  readonly max: number | undefined;
  /** The smallest difference between two values: 1, or 0.5 in a form. */
  readonly step: number | undefined;
}

/** What the reader is doing with the stars. */
interface Doing {
  /** Stars that the reader has selected by key and not sent; 0 for none. */
  readonly choice: number;
  /** Stars that the reader points at; 0 for none. */
  readonly preview: number;
}

/** Everything that decides how a rating is drawn. */
export interface Face {
  readonly phase: View<RatingSnapshot, RatingVote>['phase'];
  readonly snapshot: RatingSnapshot | undefined;
  readonly max: number;
  readonly step: number;
  /** True if the page forbids input, so the rating shows no buttons. */
  readonly fixed: boolean;
  /** True if the rating asks the reader to vote, or will do so once the numbers are loaded. */
  readonly asks: boolean;
  /** True if the stars are a radio group; false if they are one image. */
  readonly active: boolean;
  /** True if the rating is a plain form control, which sends no votes itself. */
  readonly form: boolean;
  /** The number of filled stars, including a fraction. */
  readonly filled: number;
  /** Stars that the reader has selected, sent or not; 0 for none. */
  readonly checked: number;
  /** Stars of the reader's own vote if it is known; 0 for none. */
  readonly own: number;
  /** Stars of a vote that the server has not accepted; 0 for none. */
  readonly wish: number;
  /** Name of the message that says why the reader cannot vote; `''` for none. */
  readonly reason: string;
}

/** Returns a whole number of stars from 1 to 10; 5 for a value below 1 or NaN. */
const starCount = (max = 0) => (max >= 1 ? Math.min(Math.round(max), mostStars) : 5);

/** Limits a value to `max`; returns 0 for no value and for NaN. */
const within = (value: number, max: number) => (value > 0 ? Math.min(value, max) : 0);

function reasonOf({ state, policy }: RatingSnapshot, voted: boolean): string {
  if (state !== 'open') return state === 'closed' ? 'closed' : 'not_open';
  if (!voted || policy.change) return '';
  return policy.withdraw ? 'replace' : 'final';
}

/**
 * Derives the face of a rating from its inputs, without a side effect.
 * @param set - Value of the form control, unchecked.
 * @param fixed - True if the page forbids input.
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
  // Counts steps in whole numbers, so that no rounding error adds up.
  const chosen = fixed ? value : Math.round(value / step) * step;
  const own = form ? chosen : 'vote' in view ? (view.vote?.value ?? 0) : 0;
  const wish = 'wish' in view ? (view.wish?.value ?? 0) : 0;
  // A vote that is being sent is not final, so the radio group stays, and with it the focus.
  const voted = own > 0 && view.phase !== 'sending';
  const reason = snapshot && votable ? reasonOf(snapshot, voted) : '';
  // If a refusal contains the vote on the server, that vote replaces the one that the reader
  // wanted.
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
