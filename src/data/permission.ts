import type { BeforeVoteEvent } from './events.js';
import { RequestError, codeOf } from './request-error.js';

/** Resolves when the page lets a vote go; a RequestError tells why it does not. */
export const permission = ({ pending }: BeforeVoteEvent): Promise<unknown> =>
  Promise.all(pending).catch((reason: unknown) => {
    throw new RequestError('refused', String(reason), 0, codeOf(reason));
  });
