import type { FastifyInstance } from 'fastify';
import { checkBallot, pollChoice } from '../ballots/poll-ballot.js';
import {
  described,
  describedWrite,
  notModified,
  pollSchema,
  pollVoteView,
  replySchema,
} from '../schema/answers.js';
import { voterHeaders } from '../schema/headers.js';
import { itemParams, languageQuery } from '../schema/common.js';
import { pollVoteSchema, type PollVoteBody } from '../schema/votes.js';
import type { Service } from '../service.js';
import { readItem, type ItemRequest } from './reading.js';
import { deleteVote, putVote, type VoteRules } from './voting.js';

const rules: VoteRules<PollVoteBody> = {
  kind: 'poll',
  choice: pollChoice,
  check: checkBallot,
};

/** Polls: defined by an editor, answered by readers. */
export function pollRoutes(app: FastifyInstance, service: Service): void {
  const schema = { params: itemParams, querystring: languageQuery, tags: ['polls'] };
  const reply = replySchema(pollVoteView, pollSchema);
  const write = { ...schema, headers: voterHeaders, security: [{ voter: [] }] };
  app.get<ItemRequest>(
    '/polls/:item',
    { schema: { ...schema, response: described(pollSchema, notModified) } },
    readItem(service, 'poll'),
  );
  app.put<ItemRequest & { Body: PollVoteBody }>(
    '/polls/:item/vote',
    { schema: { ...write, body: pollVoteSchema, response: describedWrite(reply) } },
    putVote(service, rules),
  );
  app.delete<ItemRequest>(
    '/polls/:item/vote',
    { schema: { ...write, response: described(reply) } },
    deleteVote(service, rules),
  );
}
