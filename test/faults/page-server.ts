import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const bundle = readFileSync(new URL('../../dist/riac-widgets.js', import.meta.url));

/** A publisher's site: serves the bundle, and under other addresses what `pageOf` makes of them. */
export class PageServer {
  readonly #server: Server;

  constructor(pageOf: (path: string) => string) {
    this.#server = createServer(({ url = '/' }, response) => {
      const script = url === '/riac-widgets.js';
      response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(script ? bundle : pageOf(url));
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

export const pageWith = (endpoint: string, widgets: string) =>
  `<!doctype html><html lang="en"><title>An article</title>
<script type="module" src="/riac-widgets.js"></script>
<body data-riac-endpoint="${endpoint}">${widgets}`;
