import { request, type Agent } from 'node:http';
import { newKey, newToken } from '../support/ids.js';

/** One vote as a browser keeps it until there is a definite answer. */
export interface SentVote {
  readonly item: string;
  readonly token: string;
  readonly key: string;
  readonly value: number;
}

/** A wish of a new reader. */
export const newSentVote = (item: string): SentVote => ({
  item,
  token: newToken(),
  key: newKey(),
  value: 1 + Math.floor(Math.random() * 5),
});

/** Sends a wish once; resolves with the status, or 0 when there was no answer. */
export function send(address: string, wish: SentVote, agent: Agent): Promise<number> {
  if (!address) return Promise.resolve(0);
  const body = JSON.stringify({ value: wish.value });
  return new Promise((resolve) => {
    const sent = request(
      `${address}/api/v1/ratings/${wish.item}/vote`,
      {
        method: 'PUT',
        agent,
        timeout: 10_000,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          authorization: `Bearer ${wish.token}`,
          'idempotency-key': wish.key,
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', () => resolve(0));
        response.once('close', () => resolve(response.complete ? (response.statusCode ?? 0) : 0));
      },
    );
    sent.once('error', () => resolve(0));
    sent.once('timeout', () => sent.destroy());
    sent.end(body);
  });
}

/** True for an answer after which a client stops sending. */
export const isDefinite = (status: number) => status === 200 || status === 201;
