import type {
  BeforeVoteEvent,
  FailureEvent,
  LoadEvent,
  PollElement,
  PollSnapshot,
  PollVote,
  PreviewEvent,
  RatingSnapshot,
  RatingVote,
  ShareBarElement,
  ShareEvent,
  ShareSnapshot,
  StarRatingElement,
  VoteEvent,
} from '../classes.js';

interface LoadEvents<Snapshot> {
  onLoad: LoadEvent<Snapshot>;
  onError: FailureEvent;
}

interface VoteEvents<Vote, Snapshot> extends LoadEvents<Snapshot> {
  onBeforeVote: BeforeVoteEvent<Vote>;
  onVote: VoteEvent<Vote, Snapshot>;
}

interface RatingEvents extends VoteEvents<RatingVote, RatingSnapshot> {
  onPreview: PreviewEvent;
}

interface ShareEvents extends LoadEvents<ShareSnapshot> {
  onBeforeShare: ShareEvent;
  onShare: ShareEvent;
}

/** The element and the events of each tag. All other types of this entry derive from this table. */
export interface Widgets {
  'riac-star-rating': { element: StarRatingElement; events: RatingEvents };
  'riac-share-bar': { element: ShareBarElement; events: ShareEvents };
  'riac-poll': { element: PollElement; events: VoteEvents<PollVote, PollSnapshot> };
}

export type Tag = keyof Widgets;

/** The event type for each listener prop. */
export const eventOf = {
  onBeforeVote: 'riac-before-vote',
  onVote: 'riac-vote',
  onLoad: 'riac-load',
  onError: 'riac-error',
  onPreview: 'riac-preview',
  onBeforeShare: 'riac-before-share',
  onShare: 'riac-share',
} as const satisfies Record<keyof (RatingEvents & ShareEvents), keyof HTMLElementEventMap>;
