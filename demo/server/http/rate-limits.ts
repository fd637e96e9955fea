import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Item } from '../items/item.js';
import { Problem } from '../items/problem.js';

/**
 * Multiplies every limit; `off` for load tests. An address is a hint about volume and never an
 * identity: many readers share one, so limits are generous and kept in memory only.
 */
export type RateLimit = 'off' | number;

const minute = 60_000;
const hour = 60 * minute;

/** Names that a limiter remembers; beyond that the oldest are forgotten first. */
const memory = 50_000;

/** Requests per client address, or per /64 network for IPv6. */
const perAddress = { read: 600, write: 60 };
/** A reader may play with the stars; nobody changes a vote twenty times a minute in earnest. */
const perVoterAndItem = 20;
const newVotersPerAddressAndItem = 60;
/** Open at a time; who is refused one looks for news from time to time instead. */
const streamsPerAddress = 600;

/** One limit, by keys. */
interface Limiter {
  /** Counts one, and refuses what is beyond the limit. */
  take(request: FastifyRequest, key: string): Promise<void>;
  /** Refuses where nothing is left; counts nothing. */
  requireRoom(request: FastifyRequest, key: string): Promise<void>;
  /** Counts one that has happened already. */
  count(request: FastifyRequest, key: string): Promise<void>;
}

/** The limits that depend on what a request turns out to be. */
export interface Limits {
  /** Counts one attempt of a voter at an item. */
  attempt(request: FastifyRequest, place: string): Promise<void>;
  /** Refuses when the address has brought too many first ballots; counts nothing. */
  mayBeNew(request: FastifyRequest, item: Item): Promise<void>;
  /** Counts a first ballot; it is on disk already, so nothing is refused any more. */
  wasNew(request: FastifyRequest, item: Item): Promise<void>;
  /** Counts an event stream until its connection closes; refuses one too many of an address. */
  stream(request: FastifyRequest): void;
}

const unlimited: Limits = {
  attempt: async () => undefined,
  mayBeNew: async () => undefined,
  wasNew: async () => undefined,
  stream: () => undefined,
};

/** IPv6 gives every household 2^64 addresses: they count as one. */
export const addressKey = (ip: string) => normalizeIP(ip, 64);

/** What a limiter counts by, kept beside the request while it is asked. */
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

/** Said on refusal only: the numbers help nobody else and cost bytes on every answer. */
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

/** Registers the limits per address and answers those that routes ask for themselves. */
export async function limitRates(app: FastifyInstance, rate: RateLimit): Promise<Limits> {
  if (rate === 'off') return unlimited;
  await app.register(rateLimit, addressOptions(rate));
  const attempts = limiter(app, perVoterAndItem * rate, minute);
  const writes = limiter(app, perAddress.write * rate, minute);
  const newVoters = limiter(app, newVotersPerAddressAndItem * rate, hour);
  const newVoterKey = ({ ip }: FastifyRequest, { id }: Item) => `${addressKey(ip)} ${id}`;
  return {
    async attempt(request, place) {
      await writes.take(request, addressKey(request.ip));
      await attempts.take(request, place);
    },
    mayBeNew: (request, item) => newVoters.requireRoom(request, newVoterKey(request, item)),
    wasNew: (request, item) => newVoters.count(request, newVoterKey(request, item)),
    stream: streamLimit(streamsPerAddress * rate),
  };
}
