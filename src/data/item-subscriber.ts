import { RequestError, codeOf } from './request-error.js';

/** The answer of the page's `riac-before-vote` listeners to a vote that they did not cancel. */
export interface Approval {
  /**
   * The library sends the vote when all of these promises are fulfilled, and drops it if one is
   * rejected.
   */
  readonly pending: readonly Promise<unknown>[];
  /** Headers that the page adds to the request with the vote. */
  readonly headers: Headers;
}

/** Receives the changes of an item. Each element that shows the item has one. */
export interface ItemSubscriber {
  /** True if the page forbids input, so that the element only shows the item. */
  readonly fixed: boolean;
  itemChanged(): void;
  itemFailed(error: RequestError): void;
  /** Called once with the first snapshot. */
  itemLoaded(snapshot: unknown): void;
  /**
   * Asks the page whether the library may send a vote. Returns `undefined` if the page has
   * cancelled it.
   */
  approveVote(vote: unknown): Approval | undefined;
  voteCounted(vote: unknown, snapshot: unknown): void;
}

/**
 * Resolves when all promises of the page are fulfilled. Rejects with a RequestError that carries
 * the `code` of the page's reason.
 */
export const awaitApproval = ({ pending }: Approval): Promise<unknown> =>
  Promise.all(pending).catch((reason: unknown) => {
    throw new RequestError('refused', String(reason), 0, codeOf(reason));
  });
