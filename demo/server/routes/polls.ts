import type { FastifyInstance } from 'fastify';
import { checkBallot, pollChoice } from '../ballots/poll-ballot.js';
import { pollSchema, pollVoteView } from '../schema/answers.js';
import { pollVoteSchema, type PollVoteBody } from '../schema/votes.js';
import type { Service } from './service.js';
import { voteRoutes } from './vote-routes.js';

/** Polls: defined by an editor, answered by readers. */
export function pollRoutes(app: FastifyInstance, service: Service): void {
  voteRoutes<PollVoteBody>(app, service, {
    group: 'polls',
    kind: 'poll',
    choice: pollChoice,
    check: checkBallot,
    body: pollVoteSchema,
    vote: pollVoteView,
    snapshot: pollSchema,
  });
}
