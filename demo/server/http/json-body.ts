import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../items/problem.js';

/** Keys that could change the prototype of an object made from the body. */
const poisoned = /"(?:__proto__|constructor)"\s*:/;
const escaped = /\\u/;

function refuseKey(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor')
    throw new SyntaxError(`The key ${key} is refused.`);
  return value;
}

/** Parses a JSON body. Throws `malformed` for anything else. */
export function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Problem('malformed', { detail: 'The body is not UTF-8.' });
  const text = bytes.toString();
  try {
    // The reviver is slow, so it runs only for texts that may have such a key.
    const suspect = poisoned.test(text) || escaped.test(text);
    return suspect ? JSON.parse(text, refuseKey) : JSON.parse(text);
  } catch (error) {
    throw new Problem('malformed', { detail: `The body is not JSON: ${(error as Error).message}` });
  }
}

/**
 * Accepts JSON bodies alone, with their content type. A page of another site needs a CORS preflight
 * for that type, and an HTML form cannot send it, which stops forged requests.
 */
export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    // A withdrawal has no body.
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
