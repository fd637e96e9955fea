import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageServer, pageWith } from '../faults/page-server.js';
import { startReferenceServer } from '../support/reference-server.mjs';
import { engines, newTab, settled } from './engines.js';

const widgets = ['star-rating', 'share-bar', 'poll']
  .map((name) => `<riac-${name} item="reading-habits" counts histogram live></riac-${name}>`)
  .join('');

/** Everything that a page can keep in a browser, by where it is kept. */
const traces = async () => ({
  cookie: document.cookie,
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: await indexedDB.databases(),
  workers: await navigator.serviceWorker?.getRegistrations(),
});

const none = { cookie: '', local: {}, session: {}, databases: [], workers: [] };

for (const [name, start] of engines) {
  test(`${name}: a page talks to its own site and the endpoint, and keeps nothing before a vote`, async (t) => {
    const api = await startReferenceServer();
    const pages = new PageServer(() => pageWith(`${api.origin}/api/v1`, widgets));
    const browser = await start();
    t.after(async () => {
      await browser.close();
      pages.close();
      await api.stop();
      api.forget();
    });
    const site = await pages.listen();
    const page = await newTab(browser);
    const asked: URL[] = [];
    page.on('request', (request) => asked.push(new URL(request.url())));
    await page.goto(`${site}/article`);
    await settled(page);
    const web = asked.filter(({ protocol }) => protocol.startsWith('http'));
    const hosts = new Set(web.map(({ origin }) => origin));
    assert.deepEqual([...hosts].sort(), [api.origin, site].sort());
    const paths = web.filter(({ origin }) => origin === api.origin).map(({ pathname }) => pathname);
    const [first, ...others] = new Set(paths);
    assert.equal(first, '/api/v1/state');
    // The stream opens when the widgets have been seen, in some engines a little later.
    assert.deepEqual(
      others.filter((path) => path !== '/api/v1/events'),
      [],
    );
    assert.deepEqual(await page.evaluate(traces), none);
    assert.deepEqual(await browser.cookies(), []);
  });
}
