import { RequestError, codeOf } from './request-error.js';

/** The page's consent to a vote. */
export interface Approval {
  /** The vote is sent once all of these are fulfilled, and not at all if one is rejected. */
  readonly pending: readonly Promise<unknown>[];
  /** Headers that the page adds to the vote. */
  readonly headers: Headers;
}

/** Listens to an item; one for each element that shows it. */
export interface ItemSubscriber {
  /** True where the page forbids input: the element only shows. */
  readonly fixed: boolean;
  itemChanged(): void;
  itemFailed(error: RequestError): void;
  /** The first snapshot is there. */
  itemLoaded(snapshot: unknown): void;
  /** Asks the page whether a vote may be sent; `undefined` if it has cancelled the vote. */
  approveVote(vote: unknown): Approval | undefined;
  voteCounted(vote: unknown, snapshot: unknown): void;
}

/** Resolves when the page approves; else throws a RequestError with the `code` of the page's reason. */
export const awaitApproval = ({ pending }: Approval): Promise<unknown> =>
  Promise.all(pending).catch((reason: unknown) => {
    throw new RequestError('refused', String(reason), 0, codeOf(reason));
  });
