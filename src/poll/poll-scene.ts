import type { Translate } from '../element/messages.js';
import type { Rounding } from '../contract/percentages.js';
import type { PollSnapshot } from '../contract/poll.js';
import type { PollStage } from './poll-stage.js';

/** What numbers stand beside an option. */
export type Show = 'both' | 'percent' | 'count';

/** All that the templates of one element show; what the reader does they tell the stage. */
export interface PollScene {
  readonly poll: PollSnapshot;
  readonly stage: PollStage;
  readonly translate: Translate;
  /** What is wrong, by its name among the sentences, by question. */
  readonly faults: ReadonlyMap<string, string>;
  /** What random orders grow from. */
  readonly seed: string;
  readonly show: Show;
  readonly rounding: Rounding;
  readonly sort: string;
  /** Why the page has disabled the poll; may be empty. */
  readonly excuse: string;
}
