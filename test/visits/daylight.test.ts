import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { PageServer, pageWith } from '../faults/page-server.js';
import { pollBody } from '../poll/poll-bodies.js';
import { engines, newTab, says } from './engines.js';

/** In Berlin one hour of this night is left out: after 01:59 comes 03:00. */
const night = Date.parse('2027-03-28T00:30:00Z');
const closes_at = '2027-03-28T03:30:00Z';

/** A back end that lives in that night. */
function backEnd(state: string) {
  return createServer((_, response) => {
    const body = pollBody({ item: 'p', state, closes_at });
    response.writeHead(200, {
      ...{ 'access-control-allow-origin': '*', 'access-control-expose-headers': 'date' },
      ...{ 'content-type': 'application/json', 'cache-control': 'no-store' },
      date: new Date(night).toUTCString(),
    });
    response.end(JSON.stringify({ items: [{ kind: 'poll', item: 'p', status: 200, body }] }));
  });
}

for (const [name, start] of engines) {
  test(`${name}: the end of a poll is told right across the night that loses an hour`, async (t) => {
    const server = backEnd('open');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const widget = '<riac-poll item="p"></riac-poll>';
    const pages = new PageServer(() => pageWith(`http://127.0.0.1:${port}`, widget));
    const browser = await start({ TZ: 'Europe/Berlin' });
    t.after(async () => {
      await browser.close();
      pages.close();
      server.closeAllConnections();
      server.close();
    });
    const page = await newTab(browser);
    await page.goto(await pages.listen());
    const offsets = await page.evaluate(
      (times) => times.map((time) => new Date(time).getTimezoneOffset()),
      [night, Date.parse(closes_at)],
    );
    assert.deepEqual(offsets, [-60, -120], 'the hour is lost in between');
    await says(page, 'riac-poll', 'Voting closes in 3 hours');
  });
}
