import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../items/problem.js';

/** Origins of the sites whose pages may use the endpoint, or `*` for any. */
export type AllowedOrigins = '*' | readonly string[];

function isOwnOrigin(origin: string, { host }: FastifyRequest): boolean {
  try {
    // Compares as URLs, where an explicit default port makes no difference.
    const { host: originHost, protocol } = new URL(origin);
    return originHost === new URL(`${protocol}//${host}`).host;
  } catch {
    return false;
  }
}

const isAllowed = (allowed: AllowedOrigins, origin: string, request: FastifyRequest) =>
  allowed === '*' || allowed.includes(origin) || isOwnOrigin(origin, request);

const isWrite = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

async function addCors(app: FastifyInstance, allowed: AllowedOrigins, hooked: boolean) {
  await app.register(cors, {
    origin: allowed === '*' ? '*' : [...allowed],
    methods: ['GET', 'PUT', 'POST', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Last-Event-ID',
    ],
    exposedHeaders: ['ETag', 'Date', 'Age', 'Retry-After'],
    // Cookies are for hosts with hooks. Never with `*`, which would expose them to any site.
    credentials: hooked && allowed !== '*',
    maxAge: 86_400,
    // Otherwise a preflight of an unknown path gets 404, which hides the error of the request itself.
    strictPreflight: false,
  });
}

async function addHelmet(app: FastifyInstance): Promise<void> {
  const own = ["'self'"];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: own,
        styleSrc: own,
        imgSrc: own,
        fontSrc: own,
        connectSrc: own,
        frameSrc: own,
        formAction: own,
        frameAncestors: own,
        baseUri: ["'none'"],
      },
    },
    // Other sites must load the bundle and read the endpoint.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // A page must see that its share window has closed.
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // The proxy that ends TLS sends this header; this server speaks plain HTTP.
    strictTransportSecurity: false,
  });
}

/**
 * Headers, CORS, and the check that a write comes from an allowed page or from no page at all.
 * @param hooked - The host has its own `identify` or `challenge`, so its pages may send cookies.
 */
export async function secure(
  app: FastifyInstance,
  allowed: AllowedOrigins,
  hooked = false,
): Promise<void> {
  await addHelmet(app);
  await addCors(app, allowed, hooked);
  app.addHook('onRequest', async (request) => {
    const { origin } = request.headers;
    if (!isWrite(request.method) || origin === undefined) return;
    if (isAllowed(allowed, origin, request)) return;
    throw new Problem('not_eligible', { detail: `The origin ${origin} is not allowed.` });
  });
}
