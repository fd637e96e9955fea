import type { EditingContext } from '../editing/announce.js';
import type { Limits } from '../http/rate-limits.js';
import type { Challenge, Identify } from '../http/voter.js';
import type { Hub } from '../live/hub.js';
import type { VotingContext } from '../voting/cast-vote.js';

/** What the routes work with; made once by `createApp`. */
export interface Service extends VotingContext, EditingContext {
  readonly hub: Hub;
  readonly limits: Limits;
  /** Key of the hashes that stand for voters. */
  readonly secret: string;
  readonly editorToken: string;
  readonly identify: Identify | undefined;
  readonly challenge: Challenge | undefined;
}
