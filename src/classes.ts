export {
  BeforeVoteEvent,
  FailureEvent,
  ItemEvent,
  LoadEvent,
  VoteEvent,
} from './element/events.js';
export type { Message, Messages } from './data/message-types.js';
export { registerAdapter, registerMessages } from './data/registry.js';
export type { Adapter, Reading, Request, Source, Wish } from './data/adapter.js';
export type { RequestOptions } from './data/request.js';
export type * from './contract/item.js';
export { RequestError, type RequestFailure } from './data/request-error.js';
export * from './star-rating/star-rating-element.js';
export * from './star-rating/star-rating-events.js';
export type * from './contract/rating.js';
export * from './share-bar/share-bar-element.js';
export * from './share-bar/share-bar-events.js';
export type * from './contract/share.js';
export * from './poll/poll-element.js';
export * from './poll/poll-events.js';
export type * from './contract/poll.js';
