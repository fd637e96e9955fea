import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { PageServer, pageWith } from '../faults/page-server.js';
import { waitUntil } from '../server/support/wait.js';
import { engines, newTab } from './engines.js';

const items = Array.from({ length: 25 }, (_, index) => `a${index}`);
const widgets = items
  .map((item) => `<riac-star-rating item="${item}"></riac-star-rating>`)
  .join('');

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key',
  'access-control-allow-methods': 'PUT',
};

function answer({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
  if (method === 'OPTIONS') return void response.writeHead(204, cors).end();
  const state = (item: string) => ({ item, version: 1, state: 'open', votes: 0, mean: null });
  const body = (item: string) =>
    url.includes('/me?') ? { vote: null, snapshot: state(item) } : state(item);
  const entries = items.map((item) => ({ kind: 'rating', item, status: 200, body: body(item) }));
  response.writeHead(200, { ...cors, 'content-type': 'application/json' });
  response.end(JSON.stringify({ items: entries }));
}

/** A back end over HTTP/1.1, for which a browser has six connections. */
async function silentBackEnd(t: TestContext) {
  const hanging = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.method !== 'PUT') return answer(request, response);
    // Writes are never answered, as in a tunnel.
    hanging.add(response);
    response.on('close', () => hanging.delete(response));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  return { endpoint, hanging: () => hanging.size };
}

for (const [name, start] of engines) {
  test(`${name}: a page that comes after one whose votes hang can still read`, async (t) => {
    const backEnd = await silentBackEnd(t);
    const pages = new PageServer(() => pageWith(backEnd.endpoint, widgets));
    const browser = await start();
    t.after(async () => {
      await browser.close();
      pages.close();
    });
    const page = await newTab(browser);
    await page.setViewport({ width: 800, height: 3000 });
    const loaded = () =>
      page.waitForFunction(
        (count) =>
          [...document.querySelectorAll('riac-star-rating')].filter((rating) =>
            rating.shadowRoot?.querySelector('[role=radio]'),
          ).length === count,
        { timeout: 30_000, polling: 100 },
        items.length,
      );
    await page.goto(await pages.listen());
    await loaded();
    for (let visit = 0; visit < 2; visit += 1) {
      await page.evaluate(() => {
        for (const { shadowRoot } of document.querySelectorAll('riac-star-rating')) {
          shadowRoot?.querySelector<HTMLElement>('[part~=star]')?.click();
        }
      });
      // As many as there are connections that nothing else holds.
      await waitUntil(() => backEnd.hanging() >= 6);
      await page.reload({ waitUntil: 'domcontentloaded' });
      await loaded();
    }
  });
}
