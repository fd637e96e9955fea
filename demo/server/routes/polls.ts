import type { FastifyInstance } from 'fastify';
import { checkBallot, pollChoice } from '../ballots/poll-ballot.js';
import { Problem } from '../http/problem.js';
import { itemParams, languageQuery } from '../schema/common.js';
import { pollVoteSchema, type PollVoteBody } from '../schema/votes.js';
import type { Service } from '../service.js';
import { pollDefinition, type Widget } from '../snapshots/widget.js';
import { readItem, type ItemRequest } from './reading.js';
import { deleteVote, putVote, type VoteRules } from './voting.js';

function requirePoll(widget: Widget): void {
  if (!pollDefinition(widget)) throw new Problem('not_found', { detail: 'There is no such poll.' });
}

const rules: VoteRules<PollVoteBody> = {
  kind: 'poll',
  choice: pollChoice,
  check: checkBallot,
  exists: requirePoll,
};

/** Polls: defined by an editor, answered by readers. */
export function pollRoutes(app: FastifyInstance, service: Service): void {
  const schema = { params: itemParams, querystring: languageQuery, tags: ['polls'] };
  app.get<ItemRequest>('/polls/:item', { schema }, readItem(service, 'poll'));
  app.put<ItemRequest & { Body: PollVoteBody }>(
    '/polls/:item/vote',
    { schema: { ...schema, body: pollVoteSchema } },
    putVote(service, rules),
  );
  app.delete<ItemRequest>('/polls/:item/vote', { schema }, deleteVote(service, rules));
}
