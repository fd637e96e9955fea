import type { LitElement } from 'lit';
import type { RatingSnapshot, RatingVote } from '../contract/rating.js';
import type { ItemController } from '../element/item-controller.js';
import type { Row } from './star-rating-row.js';
import type { Words } from './star-rating-words.js';

/** Connects a rating to its item. */
export type RatingController = ItemController<RatingSnapshot, RatingVote>;

/** The part of the element that the other modules of the rating read and change. */
export interface RatingHost extends LitElement {
  value: number | null;
  readonly name: string | undefined;
  readonly required: boolean;
  readonly summary: string | undefined;
  readonly histogram: boolean;
}

/** What the reader is doing with the stars. */
export interface Doing {
  /** Stars that the reader has selected by key and not sent; 0 for none. */
  readonly choice: number;
  /** Stars that the reader points at; 0 for none. */
  readonly preview: number;
  /** The star with the focus; 0 for none. */
  readonly focused: number;
  /**
   * Handles the button beside the stars. Sends the selection if there is one, else withdraws the
   * vote.
   */
  act(): void;
}

/** Everything that the templates of a rating use. */
export interface Model extends Words, Row {
  readonly host: RatingHost;
  readonly input: Doing;
  readonly rating: RatingController;
}
