/** Takes the picture of where the bytes of the bundle are, from the page that `npm run weight` writes. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../support/find-browsers.mjs';
import { project } from './rivals.mjs';

const drawing = pathToFileURL(join(project, 'demo', 'build', 'weight', 'treemap.html')).href;

/** @param picture path of the PNG file to write */
export async function takeTreemap(picture) {
  const shell = process.platform === 'win32';
  execFileSync('npm', ['run', '--silent', 'weight'], { cwd: project, stdio: 'inherit', shell });
  const browser = await puppeteer.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1000, height: 640 });
    await page.goto(drawing);
    await page.waitForSelector('svg text');
    await (await page.$('svg')).screenshot({ path: picture });
  } finally {
    await browser.close();
  }
}
