import type { LitElement } from 'lit';
import type { RatingSnapshot, RatingVote } from '../contract/rating.js';
import type { ItemController } from '../element/item-controller.js';
import type { Row } from './star-rating-row.js';
import type { Words } from './star-rating-words.js';

/** Connects a rating to its item. */
export type RatingController = ItemController<RatingSnapshot, RatingVote>;

/** The element, as far as its parts read and change it. */
export interface RatingHost extends LitElement {
  value: number | null;
  readonly name: string | undefined;
  readonly required: boolean;
  readonly summary: string | undefined;
  readonly histogram: boolean;
}

/** What the reader is doing with the stars. */
export interface Doing {
  /** Stars chosen by key and not sent; 0 for none. */
  readonly choice: number;
  /** Stars pointed at; 0 for none. */
  readonly preview: number;
  /** The star that has the focus; 0 for none. */
  readonly focused: number;
  /** Presses the button beside the stars: sends what is chosen, else takes back what is counted. */
  act(): void;
}

/** What a rating is drawn from. */
export interface Model extends Words, Row {
  readonly host: RatingHost;
  readonly input: Doing;
  readonly rating: RatingController;
}
