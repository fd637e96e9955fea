import type { BeforeVoteEvent, LoadEvent, VoteEvent } from '../core/events.js';
import type { PollSnapshot, PollVote } from './poll-snapshot.js';

/** `riac-before-vote` of a poll. */
export type PollBeforeVoteEvent = BeforeVoteEvent<PollVote>;

/** `riac-vote` of a poll. */
export type PollVoteEvent = VoteEvent<PollVote, PollSnapshot>;

/** `riac-load` of a poll. */
export type PollLoadEvent = LoadEvent<PollSnapshot>;
