/**
 * Follows the recipe for WordPress of the documentation, word for word, on real WordPress: as somebody
 * who may write any HTML and as an author who may not, in both editors, with a classic and a block theme.
 *
 *   npm run test:wordpress                          the WordPress in /usr/share/wordpress
 *   npm run test:wordpress -- folder …              any others, one after the other
 *
 * A folder is what an archive of WordPress, or `dpkg -x` of a Debian package (with those it links to),
 * unpacks. It is copied, listens on 127.0.0.1 only, and all is removed in the end. Nothing is installed.
 * Needed (Debian): wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree
 * mariadb-server php-cli php-mysql chromium. It takes a minute or two for each; a test fails after five.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, launch } from 'puppeteer-core';
import { Reader } from '../apps/reader.js';
import { chromiumLaunchOptions } from '../support/find-browsers.mjs';
import { type ReferenceServer, startReferenceServer } from '../support/reference-server.mjs';
import { startPatiently } from '../support/start-patiently.mjs';
import { blockEditor } from './block-editor.js';
import { classicEditor } from './classic-editor.js';
import { Desk, type Editor } from './desk.js';
import { mariadbIsInstalled, startMariadb } from './mariadb.js';
import { recipeOf } from './recipe.js';
import { type Theme, type WordPress, openWordPress } from './wordpress.js';

const programs = process.argv.slice(2);
if (!programs.length) programs.push('/usr/share/wordpress');

function missing(): string[] {
  const php = spawnSync('php', ['-m'], { encoding: 'utf8' });
  return [
    ...programs
      .filter((folder) => !existsSync(join(folder, 'wp-load.php')))
      .map((folder) => `a WordPress in ${folder}`),
    ...(mariadbIsInstalled() ? [] : ['mariadb-server']),
    ...(php.status === 0 ? [] : ['php-cli']),
    ...(/^mysqli$/m.test(php.stdout) ? [] : ['php-mysql']),
  ];
}

const lacking = missing();
if (lacking.length) {
  console.error(`Missing: ${lacking.join(', ')}. Debian: apt-get install wordpress`);
  console.error('wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree');
  console.error('mariadb-server php-cli php-mysql chromium');
  process.exit(1);
}

const recipe = recipeOf('en');
const [, openPoll = ''] = /item="([^"]+)"/.exec(recipe.line) ?? [];
const editors: Readonly<Record<string, Editor>> = { block: blockEditor, classic: classicEditor };
const patience = { timeout: 300_000 };

/** Themes and avatars ask foreign hosts, which a test does not wait for. */
async function openBrowser(): Promise<Browser> {
  const { args = [], ...options } = await chromiumLaunchOptions();
  const alone = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  return launch({ ...options, args: [...args, alone] });
}

const database = await startMariadb();
const browser = await startPatiently('Chromium', openBrowser);
after(async () => {
  await browser.close();
  await database.stop();
});

interface Site {
  readonly wordpress: WordPress;
  readonly server: ReferenceServer;
  readonly version: string;
  readonly themes: readonly Theme[];
}

async function openSite(program: string): Promise<Site> {
  const wordpress = await openWordPress(program, database.socket);
  const server = await startReferenceServer({ env: { ALLOWED_ORIGINS: wordpress.origin } });
  const { version, themes } = await wordpress.install(recipe.plugin(server.origin));
  const names = themes.map(({ name, kind }) => `${name} (${kind})`);
  console.info(`WordPress ${version} at ${wordpress.origin}, themes: ${names.join(', ')}`);
  return { wordpress, server, version, themes };
}

async function counted({ server }: Site, path: string, field: string): Promise<unknown> {
  const answer = await fetch(`${server.origin}/api/v1/${path}`);
  return ((await answer.json()) as Record<string, unknown>)[field];
}

const telegram = 'Share on Telegram (opens in a new tab)';

/** A reader sees all widgets of the post, and the open poll besides the one that is over. */
async function seesAll(reader: Reader): Promise<void> {
  await reader.sees('radio', '5 stars of 5');
  await reader.sees('link', telegram);
  await reader.sees('heading', 'How do you read long articles?');
  await reader.sees('heading', 'Poll conducted (results)');
}

/** The widget says nothing of the click; the server has it after a moment. */
async function countsShare(site: Site, post: number, total: number): Promise<void> {
  for (let tries = 0; (await counted(site, `shares/post-${post}`, 'total')) !== total; tries++) {
    assert.ok(tries < 300, 'the server did not count the share');
    await pause(100);
  }
}

async function votes(site: Site, reader: Reader, post: number, before: number): Promise<void> {
  const voters = Number(await counted(site, `polls/${openPoll}`, 'voters'));
  await reader.clicks('radio', '4 stars of 5');
  await reader.reads('riac-star-rating', `(votes: ${before + 1}, rating: 4)`);
  await reader.clicks('radio', 'On a phone');
  await reader.clicks('button', 'Vote');
  await reader.reads('riac-poll', `${voters + 1} voters`);
  await reader.clicks('link', telegram);
  await countsShare(site, post, before + 1);
  assert.equal(await counted(site, `ratings/post-${post}`, 'votes'), before + 1);
  assert.equal(await counted(site, `polls/${openPoll}`, 'voters'), voters + 1);
}

/** One reader of a post; the next page that they open knows them again. */
type Visitor = Pick<Browser, 'newPage'>;

async function opens(site: Site, visitor: Visitor, theme: Theme, post: number): Promise<Reader> {
  await site.wordpress.use(theme);
  const reader = await Reader.open(visitor, `${site.wordpress.origin}/?p=${post}`);
  await seesAll(reader);
  return reader;
}

/** A reader votes with each theme before the edit, and finds the same widgets after it. */
async function writeVoteAndEdit(site: Site, user: string, editor: Editor): Promise<void> {
  const themes = themesOf(site);
  const desk = await Desk.open(browser, site.wordpress.origin, user);
  const post = await editor.write(desk, {
    line: recipe.line,
    div: recipe.div(site.server.origin),
  });
  console.info(`  ${user} has published post ${post}`);
  for (const [index, theme] of themes.entries()) {
    const visitor = await browser.createBrowserContext();
    const reader = await opens(site, visitor, theme, post);
    await votes(site, reader, post, index);
    assert.deepEqual(reader.complaints, []);
    await visitor.close();
  }
  await editor.edit(desk, post);
  console.info(`  ${user} has edited post ${post}`);
  await desk.close();
  for (const theme of themes) {
    const reader = await opens(site, browser, theme, post);
    await reader.readsInPage('A line more.');
    await reader.reads('riac-star-rating', `(votes: ${themes.length}, rating: 4)`);
    assert.deepEqual(reader.complaints, []);
  }
}

/** A classic theme and, from WordPress 5.9 on, one made of blocks. */
function themesOf({ themes, version }: Site): Theme[] {
  const kinds: Theme['kind'][] = parseFloat(version) < 5.9 ? ['classic'] : ['classic', 'block'];
  return kinds.map((kind) => {
    const theme = themes.find((each) => each.kind === kind);
    if (!theme) throw new Error(`There is no ${kind} theme.`);
    return theme;
  });
}

for (const program of programs) {
  describe(program, () => {
    let site: Site;
    before(async () => {
      site = await openSite(program);
    }, patience);
    after(async () => {
      site.wordpress.stop();
      await site.server.stop();
      site.server.forget();
    });

    for (const user of ['administrator', 'author']) {
      for (const [name, editor] of Object.entries(editors)) {
        test(`${user}, ${name} editor: shown, counted, and still so after an edit`, patience, () =>
          writeVoteAndEdit(site, user, editor),
        );
      }
    }

    test('PHP has nothing to say about the plugin', () => {
      const lines = site.wordpress.complaints().split('\n');
      assert.deepEqual(
        lines.filter((line) => /riac-widgets/.test(line)),
        [],
      );
    });
  });
}
