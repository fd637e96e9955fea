import { randomHex } from './random-id.js';
import { readStored, writeStored } from './storage.js';

const name = (endpoint: string) => `voter:${endpoint}`;

/**
 * The voter token of this browser for an endpoint: `undefined` before the reader's first vote there,
 * and where something else stands in its place.
 */
export const knownVoter = (endpoint: string): string | undefined =>
  /^[0-9a-f]{32}$/.exec(readStored(name(endpoint)) ?? '')?.[0];

/**
 * The voter token, made now when the reader votes for the first time.
 * @param token - Taken where there is none; 128 random bits.
 */
export function ensureVoter(endpoint: string, token = randomHex(16)): string {
  const known = knownVoter(endpoint);
  if (!known) writeStored(name(endpoint), token);
  return known ?? token;
}

/** Header that carries a voter token. */
export const voterHeader = (token: string) => ({ authorization: `Bearer ${token}` });
