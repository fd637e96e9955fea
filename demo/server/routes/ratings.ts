import type { FastifyInstance } from 'fastify';
import { checkRating, ratingChoice } from '../ballots/rating-ballot.js';
import {
  described,
  describedWrite,
  notModified,
  ratingSchema,
  ratingVoteView,
  replySchema,
} from '../schema/answers.js';
import { voterHeaders } from '../schema/headers.js';
import { itemParams, languageQuery } from '../schema/common.js';
import { ratingVoteSchema, type RatingVoteBody } from '../schema/votes.js';
import type { Service } from '../service.js';
import { readItem, type ItemRequest } from './reading.js';
import { deleteVote, putVote, type VoteRules } from './voting.js';

const rules: VoteRules<RatingVoteBody> = {
  kind: 'rating',
  choice: ratingChoice,
  check: checkRating,
};

/** Star ratings: they come into being at the first vote. */
export function ratingRoutes(app: FastifyInstance, service: Service): void {
  const schema = { params: itemParams, querystring: languageQuery, tags: ['ratings'] };
  const reply = replySchema(ratingVoteView, ratingSchema);
  const write = { ...schema, headers: voterHeaders, security: [{ voter: [] }] };
  app.get<ItemRequest>(
    '/ratings/:item',
    { schema: { ...schema, response: described(ratingSchema, notModified) } },
    readItem(service, 'rating'),
  );
  app.put<ItemRequest & { Body: RatingVoteBody }>(
    '/ratings/:item/vote',
    { schema: { ...write, body: ratingVoteSchema, response: describedWrite(reply) } },
    putVote(service, rules),
  );
  app.delete<ItemRequest>(
    '/ratings/:item/vote',
    { schema: { ...write, response: described(reply) } },
    deleteVote(service, rules),
  );
}
