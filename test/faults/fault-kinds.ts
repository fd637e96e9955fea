import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.js';

/** What the real server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface Exchange {
  readonly response: ServerResponse;
  readonly chance: Chance;
  /** Hands the request to the real server: from here on a write is counted. */
  commit(): Promise<Answer>;
}

/** One way in which a request goes wrong. */
export type Fault = (exchange: Exchange) => Promise<void>;

const cors = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'date, retry-after',
};

/** The head of an answer that will be sent with a length. */
function begin(response: ServerResponse, { status, headers, body }: Answer): ServerResponse {
  const all = { ...headers, 'transfer-encoding': undefined, 'content-length': body.length };
  const known = Object.entries(all).filter(([, value]) => value !== undefined);
  return response.writeHead(status, Object.fromEntries(known) as OutgoingHttpHeaders);
}

export const pass = (response: ServerResponse, answer: Answer) =>
  void begin(response, answer).end(answer.body);

const html = '<!doctype html><title>Welcome to our network</title><p>Sign in to go on.';

function portal(response: ServerResponse): void {
  response.writeHead(200, { ...cors, 'content-type': 'text/html' }).end(html);
}

/** A refusal for a while, with each form of Retry-After and without. */
const busy =
  (status: number): Fault =>
  async ({ response, chance }) => {
    const soon = new Date(Date.now() + 1000).toUTCString();
    const told = chance.pick([{}, { 'retry-after': '1' }, { 'retry-after': soon }]);
    const type = { 'content-type': 'application/problem+json' };
    response.writeHead(status, { ...cors, ...type, ...told });
    response.end(JSON.stringify({ status, ...(chance.below(2) ? { retry_after: 1 } : {}) }));
  };

async function drip(response: ServerResponse, answer: Answer) {
  const { body } = answer;
  begin(response, answer);
  for (let at = 0; at < body.length && !response.destroyed; at += 16) {
    response.write(body.subarray(at, at + 16));
    await pause(20);
  }
  response.end();
}

/** By name; "late" ones strike when the server has counted the vote already. */
export const faults: Readonly<Record<string, Fault>> = {
  delay: async ({ response, chance, commit }) => {
    await pause(chance.below(600));
    pass(response, await commit());
  },
  reset: async ({ response }) => void response.destroy(),
  'lost reply': async ({ response, commit }) => {
    await commit();
    response.destroy();
  },
  silence: async ({ commit, chance }) => {
    if (chance.below(2)) await commit();
  },
  truncation: async ({ response, commit, chance }) => {
    const answer = await commit();
    const part = answer.body.subarray(0, chance.below(answer.body.length));
    begin(response, answer).write(part, () => response.destroy());
  },
  drip: async ({ response, commit }) => drip(response, await commit()),
  'wrong type': async ({ response }) => portal(response),
  'late wrong type': async ({ response, commit }) => {
    await commit();
    portal(response);
  },
  'wrong shape': async ({ response, commit }) => {
    await commit();
    const type = { 'content-type': 'application/json' };
    response.writeHead(200, { ...cors, ...type }).end('{"snapshot":{"votes":"many"}}');
  },
  'huge body': async ({ response, commit }) => {
    await commit();
    const type = { 'content-type': 'application/json' };
    response.writeHead(200, { ...cors, ...type }).end(`{"snapshot":"${'x'.repeat(4_000_000)}"}`);
  },
  429: busy(429),
  503: busy(503),
  500: busy(500),
};
