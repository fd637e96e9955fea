import type { RatingVote } from '../../../src/contract/rating.js';
import type { FastifyInstance } from 'fastify';
import { checkRatingVote, ratingBallotContent } from '../ballots/rating-ballot.js';
import { ratingSchema, ratingVoteView } from '../schema/answers.js';
import { ratingVoteSchema } from '../schema/votes.js';
import type { Service } from './service.js';
import { voteRoutes } from './vote-routes.js';

/** Star ratings. They need no definition: the first vote creates one. */
export function ratingRoutes(app: FastifyInstance, service: Service): void {
  voteRoutes<RatingVote>(app, service, {
    group: 'ratings',
    kind: 'rating',
    content: ratingBallotContent,
    check: checkRatingVote,
    body: ratingVoteSchema,
    vote: ratingVoteView,
    snapshot: ratingSchema,
  });
}
