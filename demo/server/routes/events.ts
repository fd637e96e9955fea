import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../items/problem.js';
import { eventsAnswer } from '../schema/headers.js';
import { batchQuery } from '../schema/common.js';
import type { Service } from './service.js';
import { itemsOf, type BatchQuery } from './state.js';

/** Clients come back after about three seconds, not all in the same one. */
const retry = () => 2000 + Math.floor(Math.random() * 2000);

/** Server-sent events: which of a page's items changed, never by how much. */
export function eventRoutes(app: FastifyInstance, service: Service): void {
  const { hub, limits } = service;
  // Streams have no end of their own: the server ends them before it waits for its connections.
  app.addHook('preClose', async () => hub.close());
  app.get(
    '/events',
    {
      // A stream has no length and no end that a HEAD request could ask for.
      exposeHeadRoute: false,
      schema: {
        summary: 'Tells which items change, as server-sent events',
        querystring: batchQuery,
        tags: ['pages'],
        response: eventsAnswer,
      },
    },
    async (request: FastifyRequest<{ Querystring: BatchQuery }>, reply: FastifyReply) => {
      const items = itemsOf(request.query);
      if (!hub.hasRoom(items)) throw new Problem('unavailable', { retryAfter: 30 });
      limits.stream(request);
      reply.hijack();
      // A stream ends with its connection, so its events need no chunks around them.
      reply.raw.useChunkedEncodingByDefault = false;
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // Without this nginx would hold the events back.
        'x-accel-buffering': 'no',
      });
      reply.raw.write(`retry: ${retry()}\n\n`);
      const last = request.headers['last-event-id'];
      // From here on straight to the socket: a response object adds to the cost of every event.
      const { socket } = request.raw;
      await hub.subscriber(socket, items, typeof last === 'string' ? last : '');
    },
  );
}
