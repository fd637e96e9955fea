import type { FastifyInstance } from 'fastify';
import type { Service } from './service.js';

/** `GET /healthz`: 200 while the database answers, for a load balancer. */
export function healthRoutes(app: FastifyInstance, { database }: Service): void {
  app.get('/healthz', { config: { rateLimit: false } }, async (_, reply) => {
    await database.query('select 1 as alive');
    return reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
}
