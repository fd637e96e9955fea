import type { Kind } from './item.js';
import type { PollOption, PollQuestion, PollSnapshot, PollVote } from './poll.js';
import type { RatingSnapshot, RatingVote } from './rating.js';
import type { ShareSnapshot } from './share.js';

/** Bodies as contract v1 sends them. What is absent is `null`, and times are RFC 3339 texts in UTC. */
export type RatingJson = RatingSnapshot;

export interface PollImageJson {
  readonly src: string;
  readonly alt: string;
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

export interface PollOptionJson extends Omit<PollOption, 'description' | 'image'> {
  readonly description: string | null;
  readonly image: PollImageJson | null;
}

export interface PollQuestionJson extends Omit<PollQuestion, 'written' | 'options'> {
  /** Sum of the votes of all options; `null` while results are hidden. */
  readonly votes: number | null;
  readonly options: readonly PollOptionJson[];
  /** Approved own words of readers; only where the question takes them, `null` while results are hidden. */
  readonly written?: readonly string[] | null;
}

export interface PollJson extends Omit<PollSnapshot, 'opens_at' | 'closes_at' | 'questions'> {
  readonly opens_at: string | null;
  readonly closes_at: string | null;
  /** BCP 47 tag of the language in which the texts are. */
  readonly lang: string;
  readonly questions: readonly PollQuestionJson[];
}

export type ShareJson = ShareSnapshot;

export type SnapshotJson = RatingJson | PollJson | ShareJson;

/** When a vote was counted, RFC 3339. */
interface Cast {
  readonly cast_at: string;
}

/** A reader's own vote, as the server answers it. */
export type RatingVoteJson = RatingVote & Cast;
export type PollVoteJson = PollVote & Cast;

/** The answer to a vote or a withdrawal. */
export interface VoteReplyJson {
  readonly vote: RatingVoteJson | PollVoteJson | null;
  readonly snapshot: RatingJson | PollJson;
  readonly server_time: string;
}

/** One item of `GET /state` or `GET /me`. */
export interface BatchEntryJson<Body> {
  readonly kind: Kind;
  readonly item: string;
  /** 200, or the status of a problem, which is the body then. */
  readonly status: number;
  readonly body: Body;
}

/** An event of `GET /events`: something about the item has changed; carries no counts. */
export interface ChangeEventJson {
  readonly kind: Kind;
  readonly item: string;
  readonly version: number;
  readonly state: string;
  readonly server_time: string;
}
