import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { HTTPRequest } from 'puppeteer-core';
import { pageWith } from '../faults/page-server.js';
import { startReferenceServer } from '../support/reference-server.mjs';
import { engines, newTab, says } from './engines.js';

const bundle = readFileSync(new URL('../../dist/riac-widgets.js', import.meta.url));
const site = 'http://news.example';
const widgets =
  '<riac-star-rating item="a"></riac-star-rating><riac-share-bar networks="x copy"></riac-share-bar>';

/** The site without TLS, without a server of its own: its API is that of the reference server. */
async function answer(request: HTTPRequest, origin: string): Promise<void> {
  const { pathname, search } = new URL(request.url());
  if (!pathname.startsWith('/api/')) {
    const isScript = pathname.endsWith('.js');
    return request.respond({
      contentType: isScript ? 'text/javascript' : 'text/html',
      body: isScript ? bundle : pageWith('/api/v1', widgets),
    });
  }
  const body = await request.fetchPostData();
  const reply = await fetch(`${origin}${pathname}${search}`, {
    method: request.method(),
    headers: request.headers(),
    ...(body && { body }),
  });
  return request.respond({
    status: reply.status,
    headers: Object.fromEntries(reply.headers),
    body: await reply.text(),
  });
}

for (const [name, start] of engines) {
  test(`${name}: a page without TLS takes a vote, keeps it, and copies its address`, async (t) => {
    const server = await startReferenceServer();
    const browser = await start();
    t.after(async () => {
      await browser.close();
      await server.stop();
      server.forget();
    });
    const page = await newTab(browser);
    const faults: unknown[] = [];
    page.on('pageerror', (error) => faults.push(error));
    await page.setRequestInterception(true);
    // What is still asked for when the browser closes has nobody to hear the answer.
    page.on('request', (request) => void answer(request, server.origin).catch(() => undefined));
    await page.goto(`${site}/article`);
    assert.equal(await page.evaluate(() => isSecureContext), false);
    assert.equal(await page.evaluate(() => 'clipboard' in navigator), false);
    await says(page, 'riac-star-rating', '(no votes yet)');
    await page.locator('riac-star-rating >>> [part~=star]:nth-of-type(4)').click();
    await says(page, 'riac-star-rating', 'Thank you, your vote: 4');
    await says(page, 'riac-star-rating', '(votes: 1, rating: 4)');
    await page.locator('riac-share-bar >>> [part~=copy]').click();
    await says(page, 'riac-share-bar', 'Link copied.');
    await page.reload();
    await says(page, 'riac-star-rating', 'Your vote: 4');
    assert.deepEqual(faults, []);
  });
}
