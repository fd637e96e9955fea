import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../items/problem.js';
import { eventsAnswer } from '../schema/headers.js';
import { batchQuery } from '../schema/common.js';
import type { Service } from './service.js';
import { itemsOf, type BatchQuery } from './state.js';

/** Milliseconds until a client connects again: 2 to 4 s at random, so that not all come at once. */
const retry = () => 2000 + Math.floor(Math.random() * 2000);

/** Server-sent events about changed items. They carry versions and no counts. */
export function eventRoutes(app: FastifyInstance, service: Service): void {
  const { hub, limits } = service;
  // Ends the streams at a stop, since the server waits for its connections and streams never end.
  app.addHook('preClose', async () => hub.close());
  app.get(
    '/events',
    {
      // A HEAD request would open a stream and never get an answer.
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
      // The connection ends with the stream, so chunked encoding is not needed.
      reply.raw.useChunkedEncodingByDefault = false;
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // Stops nginx from buffering the events.
        'x-accel-buffering': 'no',
      });
      reply.raw.write(`retry: ${retry()}\n\n`);
      const last = request.headers['last-event-id'];
      // Writes events to the socket itself, since a response object makes each event slower.
      const { socket } = request.raw;
      await hub.subscriber(socket, items, typeof last === 'string' ? last : '');
    },
  );
}
