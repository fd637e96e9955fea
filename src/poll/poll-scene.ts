import type { Translate } from '../element/messages.js';
import type { Rounding } from '../contract/percentages.js';
import type { PollSnapshot } from '../contract/poll.js';
import type { PollStage } from './poll-stage.js';

/** The numbers beside an option, as in the attribute `show`. */
export type Show = 'both' | 'percent' | 'count';

/** Everything that the templates of a poll show. Their event handlers call the stage. */
export interface PollScene {
  readonly poll: PollSnapshot;
  readonly stage: PollStage;
  readonly translate: Translate;
  /** Names of the messages about faults, by question id. */
  readonly faults: ReadonlyMap<string, string>;
  /** The seed of the random orders. */
  readonly seed: string;
  readonly show: Show;
  readonly rounding: Rounding;
  readonly sort: string;
  /** The page's reason for disabling the poll; may be empty. */
  readonly excuse: string;
}
