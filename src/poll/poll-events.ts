import type { BeforeVoteEvent, LoadEvent, VoteEvent } from '../data/events.js';
import type { PollSnapshot, PollVote } from '../contract/poll.js';

/** `riac-before-vote` of a poll. */
export type PollBeforeVoteEvent = BeforeVoteEvent<PollVote>;

/** `riac-vote` of a poll. */
export type PollVoteEvent = VoteEvent<PollVote, PollSnapshot>;

/** `riac-load` of a poll. */
export type PollLoadEvent = LoadEvent<PollSnapshot>;
