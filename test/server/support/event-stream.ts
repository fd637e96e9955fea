import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestServer } from './server.js';
import { waitUntil } from './wait.js';

/** One event as a page would see it. */
export interface StreamEvent {
  readonly id: string;
  readonly data: {
    readonly kind: string;
    readonly item: string;
    readonly version: number;
    readonly state: string;
    readonly server_time: string;
  };
}

/** An open event stream over a real connection. */
export class EventStream {
  readonly response: IncomingMessage;
  text = '';
  ended = false;

  constructor(response: IncomingMessage) {
    this.response = response;
    response.setEncoding('utf8').on('data', (part: string) => (this.text += part));
    response.on('end', () => (this.ended = true));
    response.on('error', () => (this.ended = true));
  }

  get events(): StreamEvent[] {
    const blocks = this.text.split('\n\n').slice(0, -1);
    return blocks.flatMap((block) => {
      const id = /^id: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      return id && data ? [{ id, data: JSON.parse(data) as StreamEvent['data'] }] : [];
    });
  }

  /** Waits for the first event that fits. */
  async event(fits: (event: StreamEvent) => boolean = () => true): Promise<StreamEvent> {
    await waitUntil(() => this.events.some(fits));
    const found = this.events.find(fits);
    if (!found) throw new Error('The event went away.');
    return found;
  }

  close(): void {
    this.response.destroy();
  }
}

/** Address of a server that listens. */
export const addressOf = ({ app }: TestServer) =>
  `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

/** Opens a stream on a listening server. */
export function openStream(server: TestServer, query: string, headers = {}): Promise<EventStream> {
  return new Promise((resolve, reject) => {
    const url = `${addressOf(server)}/api/v1/events?${query}`;
    get(url, { headers, agent: false }, (response) => resolve(new EventStream(response))).on(
      'error',
      reject,
    );
  });
}
