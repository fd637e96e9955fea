/**
 * Reference pictures: each widget's states on one sheet a theme, drawn by Chromium and compared with
 * the files in `references`.
 *
 *   npm run test:pictures                        compares all
 *   npm run test:pictures -- rating              those of one widget; `rating-dark` is one sheet
 *   npm run test:pictures -- rating --update     writes them anew; look at each before it is committed
 *
 * Letters are drawn in PT Serif, which the sheets load from node_modules, without hinting and
 * sub-pixels, so that no font of the machine takes part. The drawing of Chromium itself still changes
 * with its version and platform: `references/made-by.json` says what made the files, and a
 * difference found by anything else says so.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { startDevServer } from '@web/dev-server';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import puppeteer from 'puppeteer-core';
import { fakeEndpointMiddleware } from '../support/fake-endpoint-middleware.mjs';
import { chromiumLaunchOptions } from '../support/find-browsers.mjs';
import { compare } from './compare.mjs';
import { smallPng } from './small-png.mjs';
import { themes } from './themes.mjs';

const widgets = ['rating', 'share-bar', 'poll'];
const update = process.argv.includes('--update');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const references = new URL('references/', import.meta.url);
const differences = new URL('differences/', import.meta.url);
const madeBy = new URL('made-by.json', references);

const steady = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-device-scale-factor=1',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

const startServer = () =>
  startDevServer({
    config: {
      port: 0,
      hostname: '127.0.0.1',
      rootDir: process.cwd(),
      nodeResolve: { exportConditions: ['production'] },
      plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
      middleware: [fakeEndpointMiddleware],
    },
    readCliArgs: false,
    readFileConfig: false,
    logStartMessage: false,
  });

/** Draws one widget in one theme. */
async function draw(browser, origin, widget, { lang, dir = 'ltr', width = 1280, features, media }) {
  // Votes of one sheet must not be known on the next.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${widget}: ${error}`));
  const list = Object.entries({ 'prefers-reduced-motion': 'reduce', ...features });
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', {
    features: list.map(([name, value]) => ({ name, value })),
  });
  await page.emulateTimezone('UTC');
  // Widgets load when they come near the view: here all are.
  await page.setViewport({ width, height: width < 500 ? 16_000 : 8000 });
  const query = new URLSearchParams({ widget, lang, dir });
  await page.goto(`${origin}/test/pictures/sheet.html?${query}`);
  await page.waitForSelector('main[data-ready]', { timeout: 60_000 });
  if (media) {
    await client.send('Emulation.setEmulatedMedia', {
      media,
      features: list.map(([name, value]) => ({ name, value })),
    });
  }
  const main = await page.$('main');
  const picture = await main.screenshot({ type: 'png', optimizeForSpeed: false });
  await context.close();
  return picture;
}

/** Compares one sheet with its file, or writes the file; answers what is wrong. */
async function check(name, picture, page) {
  const file = new URL(`${name}.png`, references);
  if (update) {
    writeFileSync(file, await smallPng(page, picture));
    return '';
  }
  if (!existsSync(file)) return 'has no reference; --update makes it';
  const difference = await compare(page, readFileSync(file), picture);
  if (!difference) return '';
  mkdirSync(differences, { recursive: true });
  writeFileSync(new URL(`${name}.png`, differences), picture);
  if (difference.picture) {
    writeFileSync(new URL(`${name}.difference.png`, differences), difference.picture);
  }
  return `${difference.what}; see test/pictures/differences/`;
}

const sheets = widgets
  .flatMap((widget) => Object.entries(themes).map(([theme, look]) => ({ widget, theme, look })))
  .map((sheet) => ({ ...sheet, name: `${sheet.widget}-${sheet.theme}` }))
  .filter(({ widget, name }) => !asked.length || asked.includes(widget) || asked.includes(name));

const options = await chromiumLaunchOptions();
const browser = await puppeteer.launch({ ...options, args: [...options.args, ...steady] });
const { server, stop } = await startServer().then((dev) => ({
  server: dev.server,
  stop: () => dev.stop(),
}));
const origin = `http://127.0.0.1:${server.address().port}`;
const here = { browser: await browser.version(), platform: process.platform };
const table = await browser.newPage();
await table.goto(`${origin}/test/pictures/blank.html`);
mkdirSync(references, { recursive: true });
rmSync(differences, { recursive: true, force: true });

let failed = 0;
for (const { name, widget, look } of sheets) {
  const wrong = await check(name, await draw(browser, origin, widget, look), table);
  if (wrong) failed++;
  console.log(wrong ? `✗ ${name} ${wrong}` : `✓ ${name}`);
}
await browser.close();
await stop();

if (update) writeFileSync(madeBy, `${JSON.stringify(here, null, 2)}\n`);
const made = existsSync(madeBy) ? JSON.parse(readFileSync(madeBy, 'utf8')) : here;
if (failed && made.browser !== here.browser) {
  console.log(
    `The references were made by ${made.browser} on ${made.platform}; this is ${here.browser} on ${here.platform}.`,
  );
}
console.log(`${sheets.length - failed} passed, ${failed} failed`);
process.exitCode = failed || !sheets.length ? 1 : 0;
