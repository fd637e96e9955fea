import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Item } from '../items/item.js';
import { Problem } from '../items/problem.js';

/**
 * A factor on every limit; `off` for load tests. Many readers may share an address, so limits by
 * address are generous, and memory alone keeps them.
 */
export type RateLimit = 'off' | number;

const minute = 60_000;
const hour = 60 * minute;

/** Keys that a limiter remembers. It forgets the oldest first. */
const memory = 50_000;

/** Requests a minute by client address, or by /64 network for IPv6. */
const perAddress = { read: 600, write: 60 };
/** Votes a minute; more than a reader who plays with the stars sends. */
const perVoterAndItem = 20;
const newVotersPerAddressAndItem = 60;
/** Open at a time. A refused client polls instead. */
const streamsPerAddress = 600;

/** Counts by key against one limit. All methods throw `rate_limited` only where they say so. */
interface Limiter {
  /** Counts one. Throws beyond the limit. */
  take(request: FastifyRequest, key: string): Promise<void>;
  /** Throws at the limit. Counts nothing. */
  requireRoom(request: FastifyRequest, key: string): Promise<void>;
  /** Counts one and never throws. */
  count(request: FastifyRequest, key: string): Promise<void>;
}

/** Limits that routes apply once they know item and voter. */
export interface Limits {
  /** Counts one attempt of a voter, whose name differs between items. Throws beyond the limit. */
  attempt(request: FastifyRequest, voter: string): Promise<void>;
  /** Throws when the address has too many first ballots at the item. Counts nothing. */
  mayBeNew(request: FastifyRequest, item: Item): Promise<void>;
  /** Counts a first ballot that is already on disk. Never throws. */
  wasNew(request: FastifyRequest, item: Item): Promise<void>;
  /** Counts an event stream until its connection closes. Throws beyond the limit of its address. */
  stream(request: FastifyRequest): void;
}

const unlimited: Limits = {
  attempt: async () => undefined,
  mayBeNew: async () => undefined,
  wasNew: async () => undefined,
  stream: () => undefined,
};

/** The address as a key. IPv6 gives a household 2^64 addresses, which count as one. */
export const addressKey = (ip: string) => normalizeIP(ip, 64);

/** The key of a request while a limiter runs: the library derives keys from the request alone. */
const keys = new WeakMap<FastifyRequest, string>();

const refusal = (seconds: number) =>
  new Problem('rate_limited', { retryAfter: Math.max(1, seconds) });

function limiter(app: FastifyInstance, max: number, timeWindow: number): Limiter {
  const options = {
    max,
    timeWindow,
    cache: memory,
    keyGenerator: (request: FastifyRequest) => keys.get(request) ?? '',
  };
  const limit = app.createRateLimit(options);
  const ask = (request: FastifyRequest, key: string, increment: boolean) => {
    keys.set(request, key);
    return limit(request, { increment });
  };
  return {
    async take(request, key) {
      const answer = await ask(request, key, true);
      if (!answer.isAllowed && answer.isExceeded) throw refusal(answer.ttlInSeconds);
    },
    async requireRoom(request, key) {
      const answer = await ask(request, key, false);
      if (!answer.isAllowed && answer.remaining === 0) throw refusal(answer.ttlInSeconds);
    },
    async count(request, key) {
      await ask(request, key, true);
    },
  };
}

/** Counts open connections per address. */
function streamLimit(most: number): Limits['stream'] {
  const open = new Map<string, number>();
  const change = (address: string, by: number) => {
    const streams = (open.get(address) ?? 0) + by;
    if (streams) open.set(address, streams);
    else open.delete(address);
  };
  return ({ ip, raw }) => {
    const address = addressKey(ip);
    if ((open.get(address) ?? 0) >= most) throw refusal(60);
    change(address, 1);
    raw.socket.once('close', () => change(address, -1));
  };
}

/** Turns off the headers of the library, which would add bytes to every answer. */
const silent = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
};

const addressOptions = (rate: number) => ({
  max: perAddress.read * rate,
  timeWindow: minute,
  cache: memory,
  ipv6Subnet: 64,
  addHeaders: silent,
  addHeadersOnExceeding: silent,
  errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) =>
    refusal(Math.ceil(ttl / 1000)),
});

/** Registers the limits by address. Returns the limits that routes apply themselves. */
export async function limitRates(app: FastifyInstance, rate: RateLimit): Promise<Limits> {
  if (rate === 'off') return unlimited;
  await app.register(rateLimit, addressOptions(rate));
  const attempts = limiter(app, perVoterAndItem * rate, minute);
  const writes = limiter(app, perAddress.write * rate, minute);
  const newVoters = limiter(app, newVotersPerAddressAndItem * rate, hour);
  const newVoterKey = ({ ip }: FastifyRequest, { id }: Item) => `${addressKey(ip)} ${id}`;
  return {
    async attempt(request, voter) {
      await writes.take(request, addressKey(request.ip));
      await attempts.take(request, voter);
    },
    mayBeNew: (request, item) => newVoters.requireRoom(request, newVoterKey(request, item)),
    wasNew: (request, item) => newVoters.count(request, newVoterKey(request, item)),
    stream: streamLimit(streamsPerAddress * rate),
  };
}
