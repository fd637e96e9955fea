import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { voteView } from '../ballots/vote-view.js';
import { readBallots } from '../database/ballots.js';
import { voterOf } from '../http/voter.js';
import { described, meSchema } from '../schema/answers.js';
import { batchQuery } from '../schema/common.js';
import type { Service } from '../service.js';
import { represent } from '../snapshots/representations.js';
import { placeOf } from '../voting/settle.js';
import { entryText, itemsOf, type BatchQuery } from './state.js';
import { asText } from './voting.js';

/** The reader's own votes on a page: private, and the only read that knows who asks. */
export function meRoutes(app: FastifyInstance, service: Service): void {
  app.get(
    '/me',
    {
      schema: {
        querystring: batchQuery,
        tags: ['pages'],
        security: [{ voter: [] }],
        response: described(meSchema),
      },
    },
    async (request: FastifyRequest<{ Querystring: BatchQuery }>, reply: FastifyReply) => {
      const asked = itemsOf(request.query).map((one) => ({
        ...one,
        voter: voterOf(service.secret, one.widget, request),
      }));
      const [ballots, widgets] = await Promise.all([
        readBallots(service.database, asked),
        Promise.all(asked.map(({ widget }) => service.cache.get(widget))),
      ]);
      const now = service.now();
      const entries = widgets.flatMap((widget, index) => {
        const one = asked[index];
        if (!one) return [];
        const vote = voteView(widget, ballots.get(placeOf(one)));
        const audience = vote ? 'voter' : 'public';
        const snapshot = represent(widget, audience, now, request.query.lang);
        const own = `{"vote":${JSON.stringify(vote)},"snapshot":${snapshot?.text ?? ''}}`;
        return [entryText(one, snapshot && own)];
      });
      const time = new Date(now).toISOString();
      return reply
        .headers({ 'cache-control': 'private, no-store', vary: 'Authorization' })
        .type('application/json')
        .serializer(asText)
        .send(`{"items":[${entries.join(',')}],"server_time":"${time}"}`);
    },
  );
}
