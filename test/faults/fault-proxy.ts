import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chance } from './chance.js';
import { type Answer, faults, pass } from './fault-kinds.js';

const faultNames = Object.keys(faults);

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function forward(origin: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, url = '/', headers } = incoming;
    const target = new URL(url, origin);
    const sent = request(target, { method, headers: { ...headers, host: target.host } });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      bodyOf(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        reject,
      );
    });
    sent.end(body);
  });
}

/** What the network does to one page. */
export interface Weather {
  /** Chance that a write goes wrong, and that a read does. */
  writes: number;
  reads: number;
  /** Called when a write came in, was counted, and was answered. */
  moment?: (name: 'received' | 'counted' | 'answered') => void;
}

/**
 * The network between browser and server: hands everything on, and commits faults as the weather of
 * the page says. Pages are told apart by the first folder of the address.
 */
export class FaultProxy {
  readonly weathers = new Map<string, Weather>();
  readonly struck = new Map<string, number>();
  readonly #server: Server;
  readonly #chance: Chance;
  readonly #origin: () => string;

  /** @param origin - Where the real server is now. */
  constructor(chance: Chance, origin: () => string) {
    this.#chance = chance;
    this.#origin = origin;
    this.#server = createServer((incoming, response) => {
      this.#handle(incoming, response).catch(() => response.destroy());
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #handle(incoming: IncomingMessage, response: Parameters<typeof pass>[0]): Promise<void> {
    const [, name = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(incoming.url ?? '') ?? [];
    incoming.url = rest;
    const weather = this.weathers.get(name) ?? { writes: 0, reads: 0 };
    const writes = incoming.method === 'PUT' || incoming.method === 'DELETE';
    const body = await bodyOf(incoming);
    if (writes) weather.moment?.('received');
    const commit = async () => {
      const answer = await forward(this.#origin(), incoming, body);
      if (writes) weather.moment?.('counted');
      return answer;
    };
    const goesWrong = this.#chance.number() < (writes ? weather.writes : weather.reads);
    if (goesWrong) {
      const fault = this.#chance.pick(faultNames);
      this.struck.set(fault, (this.struck.get(fault) ?? 0) + 1);
      await faults[fault]?.({ response, chance: this.#chance, commit });
    } else pass(response, await commit());
    if (writes) weather.moment?.('answered');
  }
}
