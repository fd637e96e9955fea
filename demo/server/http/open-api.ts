import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

const information = {
  title: 'riac-widgets',
  version: '1.0.0',
  description: 'The HTTP contract of star ratings, share counts and polls.',
};

const securitySchemes = {
  voter: {
    type: 'http',
    scheme: 'bearer',
    description: '128 random bits, made in the browser at the first vote of a reader.',
  },
  editor: { type: 'http', scheme: 'bearer', description: 'EDITOR_TOKEN of the server.' },
} as const;

/** Serves an OpenAPI 3.1 document made of the schemas of all routes. Call it before any other route. */
export async function describeApi(app: FastifyInstance, prefix: string): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: information, components: { securitySchemes } },
  });
  let text: string | undefined;
  app.get(`${prefix}/openapi.json`, { schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify(app.swagger());
    return reply
      .header('cache-control', 'public, max-age=300')
      .type('application/json')
      .serializer((body: string) => body)
      .send(text);
  });
}
