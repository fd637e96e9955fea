import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { voteView } from '../ballots/vote-view.js';
import { readBallots } from '../database/read-ballots.js';
import { subjectOf, voterOf } from '../http/voter.js';
import { described, meSchema } from '../schema/answers.js';
import { batchQuery } from '../schema/common.js';
import type { Service } from './service.js';
import { represent } from '../snapshots/representations.js';
import { placeName } from '../ballots/decide-batch.js';
import { entryText, itemsOf, type BatchQuery } from './state.js';
import { asText } from './vote-handlers.js';

type MeRequest = FastifyRequest<{ Querystring: BatchQuery }>;

/** The items of the request, each with the voter's name there. */
async function placesOf({ secret, identify }: Service, request: MeRequest) {
  const subject = await subjectOf(request, identify);
  return itemsOf(request.query).map((item) => ({
    item,
    voter: voterOf(secret, item, subject),
  }));
}

/** The reader's votes and the snapshots that this reader may see, as JSON texts. */
async function ownEntries(service: Service, request: MeRequest, now: number): Promise<string[]> {
  const places = await placesOf(service, request);
  const [ballots, storedItems] = await Promise.all([
    readBallots(service.database, places),
    Promise.all(places.map(({ item }) => service.cache.get(item))),
  ]);
  return storedItems.flatMap((stored, index) => {
    const place = places[index];
    if (!place) return [];
    const vote = voteView(stored, ballots.get(placeName(place.item.id, place.voter)));
    const snapshot = represent(stored, vote ? 'voter' : 'public', now, request.query.lang);
    const own = `{"vote":${JSON.stringify(vote)},"snapshot":${snapshot?.text ?? ''}}`;
    return [entryText(stored, own)];
  });
}

/** `GET /me`: the reader's own votes on a page. The only read that identifies the reader; never cached. */
export function meRoutes(app: FastifyInstance, service: Service): void {
  const schema = {
    summary: 'Own votes, and what their voter may see',
    querystring: batchQuery,
    tags: ['pages'],
    security: [{ voter: [] }],
    response: described(meSchema),
  };
  app.get('/me', { schema }, async (request: MeRequest, reply: FastifyReply) => {
    const now = service.now();
    const entries = await ownEntries(service, request, now);
    const time = new Date(now).toISOString();
    return reply
      .headers({ 'cache-control': 'private, no-store' })
      .type('application/json')
      .serializer(asText)
      .send(`{"items":[${entries.join(',')}],"server_time":"${time}"}`);
  });
}
