import type { EditingContext } from '../editing/announce.js';
import type { Limits } from '../http/rate-limits.js';
import type { Challenge, Identify } from '../http/voter.js';
import type { Hub } from '../live/hub.js';
import type { VotingContext } from '../voting/cast-vote.js';

/** Everything that the routes use. `createApp` makes one for each server. */
export interface Service extends VotingContext, EditingContext {
  readonly hub: Hub;
  readonly limits: Limits;
  /** Key of the HMAC that turns tokens into voters. */
  readonly secret: string;
  readonly editorToken: string;
  readonly identify: Identify | undefined;
  readonly challenge: Challenge | undefined;
}
