import { randomHex } from './random-id.js';
import { readStored, writeStored } from './storage.js';

const name = (endpoint: string) => `voter:${endpoint}`;

/** The voter token of this browser for an endpoint: `null` before the reader's first vote there. */
export const knownVoter = (endpoint: string): string | null => readStored(name(endpoint));

/** The voter token, made now (128 random bits) when the reader votes for the first time. */
export function ensureVoter(endpoint: string): string {
  const known = knownVoter(endpoint);
  if (known) return known;
  const token = randomHex(16);
  writeStored(name(endpoint), token);
  return token;
}

/** Header that carries a voter token. */
export const voterHeader = (token: string) => ({ authorization: `Bearer ${token}` });
