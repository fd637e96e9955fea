import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BallotContent } from '../ballots/require-open.js';
import { readBallot, type Place } from '../database/read-ballots.js';
import { keyOf, subjectOf, voterOf } from '../http/voter.js';
import type { Service } from './service.js';
import type { StoredItem } from '../items/stored-item.js';
import { castVote, type VoteReply } from '../voting/cast-vote.js';
import { itemOf } from '../items/item.js';
import type { Kind } from '../../../src/contract/item.js';
import type { ItemRequest } from './read-item.js';

/** How a kind of item turns a body into a ballot, and how it checks the body. */
export interface VoteRules<Body> {
  readonly kind: Kind;
  readonly content: (body: Body) => BallotContent;
  readonly check: (stored: StoredItem, body: Body) => void;
}

export const asText = (body: string) => body;

const sendReply = (reply: FastifyReply, { status, body }: VoteReply): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json')
    .serializer(asText)
    .send(body);

/** The item, voter and key of a request. Throws a problem for a missing one or for too many attempts. */
async function identify(service: Service, kind: Kind, request: FastifyRequest<ItemRequest>) {
  const item = itemOf(kind, request.params.item);
  const voter = voterOf(service.secret, item, await subjectOf(request, service.identify));
  const key = keyOf(request);
  await service.limits.attempt(request, voter);
  return { item, voter, key, lang: request.query.lang };
}

/**
 * Throws `rate_limited` for a new voter from an address with too many of them. Voters with a ballot may
 * change it. A withdrawn ballot counts as none.
 */
async function requireRoom(service: Service, request: FastifyRequest, place: Place): Promise<void> {
  await service.limits.mayBeNew(request, place.item).catch(async (refusal: unknown) => {
    const ballot = await readBallot(service.database, place);
    if (typeof ballot?.choices !== 'string') throw refusal;
  });
}

/** `PUT …/vote`: casts or replaces the whole vote. */
export function putVote<Body>(service: Service, rules: VoteRules<Body>) {
  return async (request: FastifyRequest<ItemRequest & { Body: Body }>, reply: FastifyReply) => {
    const body = request.body as Body;
    const who = await identify(service, rules.kind, request);
    await requireRoom(service, request, who);
    const content = rules.content(body);
    const check = (stored: StoredItem) => rules.check(stored, body);
    const { challenge } = service;
    const passes = challenge && (() => challenge(request));
    const answer = await castVote(service, { ...who, content, check, passes });
    if (answer.status === 201) await service.limits.wasNew(request, who.item);
    return sendReply(reply, answer);
  };
}

/** `DELETE …/vote`: withdraws the vote. A second withdrawal changes nothing. */
export function deleteVote<Body>(service: Service, rules: VoteRules<Body>) {
  return async (request: FastifyRequest<ItemRequest>, reply: FastifyReply) => {
    const who = await identify(service, rules.kind, request);
    const answer = await castVote(service, { ...who, content: null });
    return sendReply(reply, answer);
  };
}
