import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Item } from '../items/item.js';
import { Problem } from '../items/problem.js';

/** Token characters of RFC 6750. 16 of them have 64 bits in hexadecimal and 96 in base64. */
const tokenForm = '[A-Za-z0-9._~+/-]{16,256}=*';
const bearer = new RegExp(`^Bearer (${tokenForm})$`, 'i');

/** Whether a text can be a bearer token. */
export const isToken = (text: string) => new RegExp(`^${tokenForm}$`).test(text);

/** UUID of version 7 (RFC 9562). It starts with its time, so keys sort by their creation. */
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Returns the id of the signed-in user: see `AppOptions.identify`. */
export type Identify = (
  request: FastifyRequest,
) => string | undefined | Promise<string | undefined>;

/** Returns whether a vote passes the host's check: see `AppOptions.challenge`. */
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
 * Who sends a request: the token from the reader's browser, or the user that the host identifies. A
 * token has no space, so a user id cannot equal one. Throws `login_required`.
 */
export async function subjectOf(
  request: FastifyRequest,
  identify: Identify | undefined,
): Promise<string> {
  if (!identify) return tokenOf(request);
  const user = await identify(request);
  // Session libraries may also return `null`.
  if (!user) throw new Problem('login_required', { detail: 'No user is signed in.' });
  return `user ${user}`;
}

/**
 * The name of a subject at one item. It differs between items, so that the database does not reveal
 * which ballots came from one reader.
 */
export const voterOf = (secret: string, { id }: Pick<Item, 'id'>, subject: string) =>
  keyed(secret, `${id}\n${subject}`);

/** The voter of a share click, made of its key, since clicks are anonymous. */
export const clickOf = (secret: string, { id }: Item, key: string) =>
  keyed(secret, `${id}\nclick ${key}`);

/** The idempotency key of a write in lower case. Throws `malformed`. */
export function keyOf({ headers }: FastifyRequest): string {
  const key = String(headers['idempotency-key'] ?? '').toLowerCase();
  if (uuidV7.test(key)) return key;
  throw new Problem('malformed', { detail: 'Idempotency-Key must be a UUID of version 7.' });
}

/** Throws unless the request has the editor's token. Compares in constant time. */
export function requireEditor(secret: string, editorToken: string, request: FastifyRequest): void {
  const given = keyed(secret, `editor ${tokenOf(request)}`);
  const wanted = keyed(secret, `editor ${editorToken}`);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(wanted))) {
    throw new Problem('not_eligible', { detail: 'That is not the editor token.' });
  }
}
