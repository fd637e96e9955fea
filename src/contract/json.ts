import type { Kind } from './item.js';
import type { PollOption, PollQuestion, PollSnapshot, PollVote } from './poll.js';
import type { RatingSnapshot, RatingVote } from './rating.js';
import type { ShareSnapshot } from './share.js';

/**
 * This file describes the JSON bodies of contract v1. They send `null` for an absent value, and
 * times as RFC 3339 texts in UTC.
 */
export type RatingJson = RatingSnapshot;

export interface PollImageJson {
  readonly src: string;
  readonly alt: string;
  /** Width and height are in CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

export interface PollOptionJson extends Omit<PollOption, 'description' | 'image'> {
  readonly description: string | null;
  readonly image: PollImageJson | null;
}

export interface PollQuestionJson extends Omit<PollQuestion, 'written' | 'options'> {
  /** The sum of the votes of all options; `null` while results are hidden. */
  readonly votes: number | null;
  readonly options: readonly PollOptionJson[];
  /**
   * Write-ins that an editor has approved; `null` while results are hidden. Absent if the question
   * takes none.
   */
  readonly written?: readonly string[] | null;
}

export interface PollJson extends Omit<PollSnapshot, 'opens_at' | 'closes_at' | 'questions'> {
  readonly opens_at: string | null;
  readonly closes_at: string | null;
  /** The language of the texts, as a BCP 47 tag. */
  readonly lang: string;
  readonly questions: readonly PollQuestionJson[];
}

export type ShareJson = ShareSnapshot;

/** The time at which the server counted a vote, as an RFC 3339 text. */
interface Cast {
  readonly cast_at: string;
}

/** The reader's own vote, as the server returns it. */
export type RatingVoteJson = RatingVote & Cast;
export type PollVoteJson = PollVote & Cast;

/** The body of the reply to a vote or a withdrawal. */
export interface VoteReplyJson {
  readonly vote: RatingVoteJson | PollVoteJson | null;
  readonly snapshot: RatingJson | PollJson;
  readonly server_time: string;
}

/** The entry of one item in the reply to `GET /state` or `GET /me`. */
export interface BatchEntryJson<Body> {
  readonly kind: Kind;
  readonly item: string;
  /** 200, or the HTTP status of a problem. In that case `body` is the problem. */
  readonly status: number;
  readonly body: Body;
}

/** An event of `GET /events`. It says that the item has changed, and carries no counts. */
export interface ChangeEventJson {
  readonly kind: Kind;
  readonly item: string;
  readonly version: number;
  readonly state: string;
  readonly server_time: string;
}
