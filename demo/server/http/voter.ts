import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Item } from '../items/item.js';
import { Problem } from '../items/problem.js';

/** RFC 6750 token characters; at least 64 bits in hexadecimal, 96 in base64. */
const tokenForm = '[A-Za-z0-9._~+/-]{16,256}=*';
const bearer = new RegExp(`^Bearer (${tokenForm})$`, 'i');

/** Whether a token can be sent as a bearer token. */
export const isToken = (text: string) => new RegExp(`^${tokenForm}$`).test(text);

/** RFC 9562: version 7 starts with its time, so keys sort by when they were made. */
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Who sends a request, as far as voting goes: see `AppOptions.identify`. */
export type Identify = (
  request: FastifyRequest,
) => string | undefined | Promise<string | undefined>;

/** Whether a vote may pass: see `AppOptions.challenge`. */
export type Challenge = (request: FastifyRequest) => boolean | Promise<boolean>;

function tokenOf({ headers }: FastifyRequest): string {
  const { authorization } = headers;
  if (!authorization) throw new Problem('login_required', { detail: 'No voter token was sent.' });
  const token = bearer.exec(authorization)?.[1];
  if (!token) throw new Problem('login_required', { detail: 'That is not a bearer token.' });
  return token;
}

const keyed = (secret: string, text: string) =>
  createHmac('sha256', secret).update(text).digest().subarray(0, 16).toString('base64url');

/**
 * The subject of a request: the token made in the reader's browser, or the user that the host's own
 * rule names. The space keeps a user id from passing for a token.
 */
export async function subjectOf(
  request: FastifyRequest,
  identify: Identify | undefined,
): Promise<string> {
  if (!identify) return tokenOf(request);
  const user = await identify(request);
  // Session libraries say `null`, too.
  if (!user) throw new Problem('login_required', { detail: 'No user is signed in.' });
  return `user ${user}`;
}

/**
 * The name under which a subject is known at one item. It differs from item to item, so nobody who
 * reads the database can tell which ballots came from one reader.
 */
export const voterOf = (secret: string, { id }: Pick<Item, 'id'>, subject: string) =>
  keyed(secret, `${id}\n${subject}`);

/** A share click has no voter: its key stands for itself. */
export const clickOf = (secret: string, { id }: Item, key: string) =>
  keyed(secret, `${id}\nclick ${key}`);

/** The idempotency key of a write, in lower case. */
export function keyOf({ headers }: FastifyRequest): string {
  const key = String(headers['idempotency-key'] ?? '').toLowerCase();
  if (uuidV7.test(key)) return key;
  throw new Problem('malformed', { detail: 'Idempotency-Key must be a UUID of version 7.' });
}

/** Throws unless the request carries the editor's token; compared in constant time. */
export function requireEditor(secret: string, editorToken: string, request: FastifyRequest): void {
  const given = keyed(secret, `editor ${tokenOf(request)}`);
  const wanted = keyed(secret, `editor ${editorToken}`);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(wanted))) {
    throw new Problem('not_eligible', { detail: 'That is not the editor token.' });
  }
}
