import type { FastifyReply, FastifyRequest } from 'fastify';
import { absenceProblem } from '../ballots/require-open.js';
import type { Service } from './service.js';
import { represent, type Representation } from '../snapshots/representations.js';
import type { RequestedLanguage } from '../snapshots/texts.js';
import { isFinal, type StoredItem } from '../items/stored-item.js';
import { itemOf } from '../items/item.js';
import type { Kind } from '../../../src/contract/item.js';

export interface ItemRequest {
  readonly Params: { readonly item: string };
  readonly Querystring: { readonly lang?: RequestedLanguage };
}

const briefly = 'public, max-age=1, stale-while-revalidate=5';
/** For final items, which only an editor can change. */
const longer = 'public, max-age=300, stale-while-revalidate=3600';

/** The `Cache-Control` of an answer about these items. */
export const cachingOf = (storedItems: readonly StoredItem[], now: number) =>
  storedItems.every((stored) => isFinal(stored, now)) ? longer : briefly;

/** Whether `If-None-Match` has the tag, by weak comparison (RFC 9110 section 13.1.2). */
function isKnown({ headers }: FastifyRequest, etag: string): boolean {
  const given = headers['if-none-match'];
  if (given === undefined) return false;
  if (given === etag || given === '*') return true;
  return given.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** Sends the bytes with their tag, or 304 when the client has them. */
export function sendRead(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, etag }: Pick<Representation, 'body' | 'etag'>,
  caching: string,
): FastifyReply {
  reply.header('etag', etag).header('cache-control', caching);
  if (isKnown(request, etag)) return reply.code(304).send();
  return reply.type('application/json').send(body);
}

/** `GET` of one item: the public snapshot, the same bytes for every reader. */
export function readItem(service: Service, kind: Kind) {
  return async (request: FastifyRequest<ItemRequest>, reply: FastifyReply) => {
    const item = itemOf(kind, request.params.item);
    const stored = service.cache.peek(item) ?? (await service.cache.get(item));
    const now = service.now();
    const snapshot = represent(stored, 'public', now, request.query.lang);
    if (!snapshot) throw absenceProblem(stored);
    return sendRead(request, reply, snapshot, cachingOf([stored], now));
  };
}
