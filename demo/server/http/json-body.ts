import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../items/problem.js';

/** A key that would change the prototype of an object built from it. */
const poisoned = /"(?:__proto__|constructor)"\s*:/;
const escaped = /\\u/;

function refuseKey(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor')
    throw new SyntaxError(`The key ${key} is refused.`);
  return value;
}

/** Parses a JSON body; throws a `malformed` problem for anything else. */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Problem('malformed', { detail: 'The body is not UTF-8.' });
  const text = bytes.toString();
  try {
    // The reviver is slow, so it only runs where such a key is possible at all.
    const suspect = poisoned.test(text) || escaped.test(text);
    return suspect ? JSON.parse(text, refuseKey) : JSON.parse(text);
  } catch (error) {
    throw new Problem('malformed', { detail: `The body is not JSON: ${(error as Error).message}` });
  }
}

/**
 * JSON is the only accepted body, and its content type must be named: a page of another site can
 * only send that after a CORS preflight, which an HTML form cannot do.
 */
export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    // A withdrawal has nothing to say.
    const bytes = body as Buffer;
    if (!bytes.length && request.method === 'DELETE') return done(null, undefined);
    try {
      done(null, parseJson(bytes));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addHook('preValidation', async ({ method, headers }) => {
    const expectsBody = method === 'PUT' || method === 'POST';
    if (expectsBody && headers['content-type'] === undefined) {
      const detail = 'Send Content-Type: application/json.';
      throw new Problem('malformed', { status: 415, detail });
    }
  });
}
