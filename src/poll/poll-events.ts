import type { BeforeVoteEvent, LoadEvent, VoteEvent } from '../element/events.js';
import type { PollSnapshot, PollVote } from '../contract/poll.js';

/** The type of `riac-before-vote` of a poll. */
export type PollBeforeVoteEvent = BeforeVoteEvent<PollVote>;

/** The type of `riac-vote` of a poll. */
export type PollVoteEvent = VoteEvent<PollVote, PollSnapshot>;

/** The type of `riac-load` of a poll. */
export type PollLoadEvent = LoadEvent<PollSnapshot>;
