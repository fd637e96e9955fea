import type { Translate } from '../core/messages.js';
import type { Rounding } from './poll-percent.js';
import type { PollQuestion, PollSnapshot } from './poll-snapshot.js';
import type { PollStage, Screen } from './poll-stage.js';

/** What numbers stand beside an option. */
export type Show = 'both' | 'percent' | 'count';

/** All that the templates of one element show, and what they tell it of. */
export interface PollScene {
  readonly poll: PollSnapshot;
  readonly stage: PollStage;
  readonly translate: Translate;
  readonly votable: boolean;
  readonly busy: boolean;
  /** What is wrong, by its name among the sentences, by question. */
  readonly faults: ReadonlyMap<string, string>;
  /** Name of what is said politely just now; `''` for nothing. */
  readonly notice: string;
  /** What random orders grow from. */
  readonly seed: string;
  readonly show: Show;
  readonly rounding: Rounding;
  readonly sort: string;
  pick(question: PollQuestion, option: string, picked: boolean): void;
  write(question: PollQuestion, words: string): void;
  submit(): void;
  turnTo(screen: Screen | undefined): void;
  withdraw(): void;
}
