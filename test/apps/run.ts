/**
 * Builds every app of demo/apps from the packed package and reads it in a browser, against the
 * reference server: `npm run test:apps`, or `npm run test:apps plain` for one of them.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch } from 'puppeteer-core';
import { chromiumLaunchOptions } from '../support/find-browsers.mjs';
import { type ReferenceServer, startReferenceServer } from '../support/reference-server.mjs';
import { startPatiently } from '../support/start-patiently.mjs';
import { Reader } from './reader.js';
import { appNames, openWorkshop } from './workshop.js';

/** React tells wrong props and hydration that does not match in its development build only. */
const development = { NODE_ENV: 'development' };
const builds: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'react-client': [{}, development],
  'react-server': [{}, development],
};

/** Apps whose markup comes from a server: it holds tags, attributes and fallback. */
const rendered = ['plain', 'astro', 'react-server'];

const wanted = process.argv.slice(2);
const chosen = appNames.filter((name) => !wanted.length || wanted.includes(name));
if (!chosen.length) throw new Error(`There is no such app; there are ${appNames.join(', ')}.`);

const workshop = await openWorkshop();
const browser = await startPatiently('Chromium', async () => launch(await chromiumLaunchOptions()));
after(async () => {
  await browser.close();
  workshop.close();
});

interface Page {
  readonly server: ReferenceServer;
  readonly app: { readonly origin: string; stop(): void };
  readonly reader: Reader;
}

async function votesOf({ server }: Page, path: string, field: string): Promise<unknown> {
  const answer = await fetch(`${server.origin}/api/v1/${path}`);
  return ((await answer.json()) as Record<string, unknown>)[field];
}

function readThrough(name: string, opened: () => Page): void {
  test('shows all three widgets, with what only a property can hold', async () => {
    const { reader } = opened();
    await reader.sees('radio', '5 stars of 5');
    await reader.sees('link', 'Share on Telegram (opens in a new tab)');
    await reader.sees('heading', 'How do you read long articles?');
    await reader.sees('radio', 'On a phone');
    await reader.sees('button', 'Send my vote');
  });

  test('a rating by click is counted by the server and told to the app', async () => {
    const { reader } = opened();
    await reader.clicks('radio', '4 stars of 5');
    await reader.isTold('riac-vote article-1 {"value":4}');
    assert.equal(await votesOf(opened(), 'ratings/article-1', 'votes'), 1);
    await reader.reads('riac-star-rating', '(votes: 1, rating: 4)');
  });

  test('so is a vote in the poll', async () => {
    const { reader } = opened();
    await reader.clicks('radio', 'On a phone');
    await reader.clicks('button', 'Send my vote');
    await reader.isTold('riac-vote reading-habits {"revision":1,"answers":[{"question":"where"');
    assert.equal(await votesOf(opened(), 'polls/reading-habits', 'voters'), 43);
    await reader.reads('riac-poll', '43 voters');
  });

  test('a link that is copied is told to the app', async () => {
    const { reader } = opened();
    await reader.clicks('button', 'Copy link');
    await reader.isTold('riac-share copy');
  });

  test('the rating follows its item', async () => {
    const { reader } = opened();
    await reader.clicks('button', 'Next article');
    await reader.reads('riac-star-rating', '(no votes yet)');
    await reader.clicks('radio', '2 stars of 5');
    await reader.isTold('riac-vote article-2 {"value":2}');
    assert.equal(await votesOf(opened(), 'ratings/article-2', 'votes'), 1);
  });

  if (rendered.includes(name)) {
    test('the markup that comes from the server can be read without scripts', async () => {
      const markup = await (await fetch(opened().app.origin)).text();
      assert.match(markup, /<riac-star-rating item="article-1">\s*Rating needs JavaScript\./);
      assert.match(markup, /<riac-share-bar networks="x telegram email copy">/);
      assert.match(markup, /<riac-poll item="reading-habits" heading-level="2">\s*The poll needs/);
    });
  }

  test('nobody complained', () => assert.deepEqual(opened().reader.complaints, []));
}

for (const name of chosen) {
  describe(name, () => {
    let install: Promise<Awaited<ReturnType<typeof workshop.install>>>;
    before(() => (install = workshop.install(name)).then(() => undefined));

    for (const environment of builds[name] ?? [{}]) {
      describe(environment['NODE_ENV'] ?? 'as it is delivered', () => {
        let page: Page | undefined;
        const opened = () => {
          if (!page) throw new Error('the page was not opened');
          return page;
        };
        before(async () => {
          const server = await startReferenceServer();
          const app = await (await install).open(server.origin, environment);
          page = { server, app, reader: await Reader.open(browser, app.origin) };
        });
        after(async () => {
          page?.app.stop();
          await page?.server.stop();
          page?.server.forget();
        });
        readThrough(name, opened);
      });
    }
  });
}
