import type { Database } from '../items/database.js';
import type { Limits } from '../http/rate-limits.js';
import type { Challenge, Identify } from '../http/voter.js';
import type { Hub } from '../live/hub.js';
import type { WidgetCache } from '../snapshots/widget-cache.js';
import type { VoteQueue } from '../voting/vote-queue.js';

/** What the routes work with; made once by `createApp`. */
export interface Service {
  readonly database: Database;
  readonly cache: WidgetCache;
  readonly queue: VoteQueue;
  readonly hub: Hub;
  readonly limits: Limits;
  /** Key of the hashes that stand for voters. */
  readonly secret: string;
  readonly editorToken: string;
  readonly identify: Identify | undefined;
  readonly challenge: Challenge | undefined;
  /** Milliseconds since 1970: the clock that opens and closes polls. */
  readonly now: () => number;
}
