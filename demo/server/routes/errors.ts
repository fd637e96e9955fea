import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DatabaseUnavailable } from '../items/database.js';
import { QueueFull } from '../voting/vote-queue.js';
import { Problem, problemBody } from '../items/problem.js';

/** Statuses of Fastify that are answered as they are; other client errors become 400. */
const keptStatuses = new Set([404, 405, 413, 415, 431]);

type Framed = FastifyError & { readonly statusCode: number; readonly retryAfter?: number };

/** Whether an error has a client status (400 to 499) or 503. Other statuses may reveal a bug. */
const isFramed = (error: unknown): error is Framed => {
  const { statusCode = 0 } = (error ?? {}) as Partial<FastifyError>;
  return statusCode === 503 || (statusCode >= 400 && statusCode < 500);
};

function framed({ statusCode, message, retryAfter }: Framed) {
  if (statusCode === 429) return new Problem('rate_limited', { retryAfter: retryAfter ?? 60 });
  if (statusCode === 404) return new Problem('not_found', { detail: message });
  if (statusCode === 503) return new Problem('unavailable', { retryAfter: 1 });
  const status = keptStatuses.has(statusCode) ? statusCode : 400;
  return new Problem('malformed', { detail: message, status });
}

/** Outages that were logged: all votes of a batch share one error. */
const told = new WeakSet<DatabaseUnavailable>();

function outage(error: DatabaseUnavailable, log: (error: unknown) => void): Problem {
  if (!told.has(error)) log(error);
  told.add(error);
  return new Problem('unavailable', { retryAfter: 2 });
}

/** Turns any error into a problem. An unexpected one is logged and answered as 500 without details. */
export function asProblem(error: unknown, log: (error: unknown) => void): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof QueueFull) return new Problem('unavailable', { retryAfter: 1 });
  if (error instanceof DatabaseUnavailable) return outage(error, log);
  if (isFramed(error)) return framed(error);
  log(error);
  return new Problem('unavailable', { status: 500, retryAfter: 5 });
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { retryAfter } = problem.details;
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((body: string) => body)
    .send(problemBody(problem, Date.now()));
}

const unreadStatus: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers, on the socket itself, bytes that the HTTP parser refuses. */
export function refuseUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = unreadStatus[error.code ?? ''] ?? 400;
  const problem = new Problem('malformed', { status, detail: 'That cannot be read as HTTP.' });
  const body = problemBody(problem, Date.now());
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  // `end` alone would leave the socket open until the client closes it.
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

/** The methods of each path, from the registered routes. */
function methodsByPath(app: FastifyInstance): Map<RegExp, Set<string>> {
  const paths = new Map<string, Set<string>>();
  const table = new Map<RegExp, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const methods = paths.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    if (!paths.has(url)) table.set(new RegExp(`^${url.replaceAll(/:[a-z]+/g, '[^/]+')}$`), methods);
    paths.set(url, methods);
  });
  return table;
}

/** Whether a person with a browser asks, rather than a program. */
const wantsPage = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' && !url.startsWith('/api/') && Boolean(headers.accept?.includes('text/html'));

/**
 * Answers every error as problem+json, and a wrong method as 405 with `Allow`. A browser that asks for
 * an unknown address gets `missingPage`.
 */
export function answerErrors(
  app: FastifyInstance,
  log: (error: unknown) => void,
  missingPage: () => Promise<string | undefined> = async () => undefined,
): void {
  const table = methodsByPath(app);
  app.setErrorHandler((error, _request, reply) => sendProblem(reply, asProblem(error, log)));
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    for (const [pattern, methods] of table) {
      if (!pattern.test(path)) continue;
      reply.header('allow', [...methods].sort().join(', '));
      const detail = `${request.method} is not answered here.`;
      return sendProblem(reply, new Problem('malformed', { status: 405, detail }));
    }
    const page = wantsPage(request) ? await missingPage() : undefined;
    if (page === undefined) {
      return sendProblem(reply, new Problem('not_found', { detail: 'Nothing is served here.' }));
    }
    return reply
      .code(404)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page);
  });
}
