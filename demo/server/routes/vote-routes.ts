import type { FastifyInstance } from 'fastify';
import { described, describedRead, describedWrite, replySchema } from '../schema/answers.js';
import { itemParams, languageQuery } from '../schema/common.js';
import { keyHeaders } from '../schema/headers.js';
import type { Service } from './service.js';
import { explainEarly } from './early-refusals.js';
import { readItem, type ItemRequest } from './read-item.js';
import { deleteVote, putVote, type VoteRules } from './vote-handlers.js';

/** A kind of item that takes votes, with the schemas of its requests and answers. */
interface Votable<Body> extends VoteRules<Body> {
  /** First part of the path, and tag in the OpenAPI document. */
  readonly group: string;
  readonly body: object;
  readonly vote: object;
  readonly snapshot: object;
}

/** Registers the read of an item, the vote on it and the withdrawal. */
export function voteRoutes<Body>(
  app: FastifyInstance,
  service: Service,
  { group, body, vote, snapshot, ...rules }: Votable<Body>,
): void {
  const schema = { params: itemParams, querystring: languageQuery, tags: [group] };
  const write = { ...schema, headers: keyHeaders, security: [{ voter: [] }] };
  const reply = replySchema(vote, snapshot);
  const errorHandler = explainEarly(service, rules.kind);
  const read = {
    summary: 'The item as anybody may see it',
    response: describedRead(snapshot),
  };
  app.get<ItemRequest>(
    `/${group}/:item`,
    { schema: { ...schema, ...read } },
    readItem(service, rules.kind),
  );
  const cast = {
    summary: 'Casts or replaces the whole vote',
    body,
    response: describedWrite(reply),
  };
  app.put<ItemRequest & { Body: Body }>(
    `/${group}/:item/vote`,
    { schema: { ...write, ...cast }, errorHandler },
    putVote(service, rules),
  );
  const withdrawal = {
    summary: 'Withdraws the vote; again is harmless',
    response: described(reply),
  };
  app.delete<ItemRequest>(
    `/${group}/:item/vote`,
    { schema: { ...write, ...withdrawal }, errorHandler },
    deleteVote(service, rules),
  );
}
