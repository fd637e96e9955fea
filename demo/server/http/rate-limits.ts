import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/**
 * Multiplies every limit; `off` for load tests. An address is a hint about volume and never an
 * identity: many readers share one, so limits are generous and kept in memory only.
 */
export type RateLimit = 'off' | number;

const minute = 60_000;
const hour = 60 * minute;

/** Requests per client address, or per /64 network for IPv6. */
const perAddress = { read: 600, write: 60 };
const perVoterAndItem = 6;
const newVotersPerAddressAndItem = 60;

type Check = (request: FastifyRequest, options?: { increment?: boolean }) => Promise<void>;

/** The limits that depend on what a write turns out to be. */
export interface WriteLimits {
  /** Counts one attempt of a voter at an item. */
  attempt(request: FastifyRequest, place: string): Promise<void>;
  /** Refuses when the address has brought too many first ballots; counts nothing. */
  mayBeNew(request: FastifyRequest, widget: string): Promise<void>;
  /** Counts a first ballot. */
  wasNew(request: FastifyRequest, widget: string): Promise<void>;
}

const unlimited: WriteLimits = {
  attempt: async () => undefined,
  mayBeNew: async () => undefined,
  wasNew: async () => undefined,
};

/** What a limiter counts by, kept beside the request while it is asked. */
const keys = new WeakMap<FastifyRequest, string>();

function limiter(app: FastifyInstance, max: number, timeWindow: number): Check {
  const ask = app.createRateLimit({
    max,
    timeWindow,
    keyGenerator: (request) => keys.get(request) ?? request.ip,
  });
  return async (request, options) => {
    const answer = await ask(request, options);
    if (answer.isAllowed) return;
    const full = options?.increment === false ? answer.remaining === 0 : answer.isExceeded;
    if (full) throw new Problem('rate_limited', { retryAfter: Math.max(1, answer.ttlInSeconds) });
  };
}

/** Registers the limits per address and answers those that a write asks for itself. */
export async function limitRates(app: FastifyInstance, rate: RateLimit): Promise<WriteLimits> {
  if (rate === 'off') return unlimited;
  await app.register(rateLimit, {
    max: perAddress.read * rate,
    timeWindow: minute,
    cache: 50_000,
    ipv6Subnet: 64,
    // Said on refusal only: the numbers help nobody else and cost bytes on every answer.
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('rate_limited', { retryAfter: Math.max(1, Math.ceil(ttl / 1000)) }),
  });
  const attempts = limiter(app, perVoterAndItem * rate, minute);
  const writes = limiter(app, perAddress.write * rate, minute);
  const newVoters = limiter(app, newVotersPerAddressAndItem * rate, hour);
  const by = (request: FastifyRequest, key: string) => keys.set(request, key);
  return {
    async attempt(request, place) {
      keys.delete(request);
      await writes(request);
      by(request, place);
      await attempts(request);
    },
    async mayBeNew(request, widget) {
      by(request, `${request.ip} ${widget}`);
      await newVoters(request, { increment: false });
    },
    async wasNew(request, widget) {
      by(request, `${request.ip} ${widget}`);
      await newVoters(request);
    },
  };
}
