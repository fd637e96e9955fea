import { randomHex } from './random-id.js';
import { readStored, writeStored } from './storage.js';

const name = (endpoint: string) => `voter:${endpoint}`;

/**
 * Returns the voter token of this browser for an endpoint; `undefined` before the reader's first
 * vote there and if the stored value is no token.
 */
export const knownVoter = (endpoint: string): string | undefined =>
  /^[0-9a-f]{32}$/.exec(readStored(name(endpoint)) ?? '')?.[0];

/**
 * Returns the voter token of this browser for an endpoint, and stores a new one if there is none.
 * @param token - The new token, 32 hexadecimal digits; 128 random bits by default.
 */
export function ensureVoter(endpoint: string, token = randomHex(16)): string {
  const known = knownVoter(endpoint);
  if (!known) writeStored(name(endpoint), token);
  return known ?? token;
}

/** Returns the header that carries a voter token, as a Bearer token (RFC 6750, section 2.1). */
export const voterHeader = (token: string) => ({ authorization: `Bearer ${token}` });
