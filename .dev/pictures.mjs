/** Takes the two pictures of the README from a running demo: node .dev/pictures.mjs <address of the demo> */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../test/support/find-browsers.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:8080';
const folder = new URL('../demo/site/pictures/', import.meta.url);
mkdirSync(folder, { recursive: true });

const browser = await puppeteer.launch(await chromiumLaunchOptions());
for (const theme of ['light', 'dark']) {
  const page = await browser.newPage();
  await page.setViewport({ width: 760, height: 560 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto(`${address}/en/article.html`, { waitUntil: 'networkidle2' });
  // Shows all three widgets in one view: the lower rating and share bar, and the closed poll below.
  await page.evaluate(() => {
    const ratings = document.querySelectorAll('riac-star-rating');
    const top = ratings[ratings.length - 1].getBoundingClientRect().top + scrollY;
    scrollTo({ top: top - 40, behavior: 'instant' });
  });
  await page.waitForFunction(() => document.fonts.ready);
  await page.screenshot({ path: fileURLToPath(new URL(`article-${theme}.png`, folder)) });
  await page.close();
}
await browser.close();
