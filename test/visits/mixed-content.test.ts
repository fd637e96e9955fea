import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pageWith } from '../faults/page-server.js';
import { newTab, says, startChromium } from './engines.js';

const dist = new URL('../../dist/', import.meta.url);

test('the debug panel names an endpoint without TLS on a page that has it', async (t) => {
  const browser = await startChromium();
  t.after(() => browser.close());
  const page = await newTab(browser);
  const sent: string[] = [];
  // The page of a site that has TLS, without a server: the browser treats it as one that has.
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const { pathname, protocol } = new URL(request.url());
    sent.push(protocol);
    const script = pathname.endsWith('.js');
    const text = '<riac-star-rating item="a" debug>Stars</riac-star-rating>';
    void request.respond({
      contentType: script ? 'text/javascript' : 'text/html',
      body: script
        ? readFileSync(new URL(`.${pathname}`, dist))
        : pageWith('http://widgets.example/api/v1', text),
    });
  });
  await page.goto('https://news.example/article');
  assert.equal(await page.evaluate(() => isSecureContext), true);
  await says(page, 'riac-star-rating', 'Mixed content: this page is https');
  await says(page, 'riac-star-rating', 'http://widgets.example');
  assert.deepEqual([...new Set(sent)], ['https:'], 'nothing left the browser without TLS');
});
