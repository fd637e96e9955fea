import type { FastifyInstance } from 'fastify';
import { checkPollVote, pollBallotContent } from '../ballots/poll-ballot.js';
import { pollSchema, pollVoteView } from '../schema/answers.js';
import { pollVoteSchema, type PollVoteBody } from '../schema/votes.js';
import type { Service } from './service.js';
import { voteRoutes } from './vote-routes.js';

/** Polls. An editor must define one before readers can vote. */
export function pollRoutes(app: FastifyInstance, service: Service): void {
  voteRoutes<PollVoteBody>(app, service, {
    group: 'polls',
    kind: 'poll',
    content: pollBallotContent,
    check: checkPollVote,
    body: pollVoteSchema,
    vote: pollVoteView,
    snapshot: pollSchema,
  });
}
