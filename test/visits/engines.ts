import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromiumLaunchOptions, firefoxPath } from '../support/find-browsers.mjs';

type Environment = Readonly<Record<string, string>>;

/** Starts a browser with environment variables of its own. */
export type Start = (environment?: Environment) => Promise<Browser>;

export const startChromium: Start = async (environment) => {
  const options = await chromiumLaunchOptions();
  // A packed browser finds its libraries and fonts by variables of its own.
  const env = { ...(options.env ?? process.env), ...environment };
  return puppeteer.launch({ ...options, timeout: 120_000, env });
};

const startFirefox = (executablePath: string): Start => {
  // The driver turns the back/forward cache off, which every reader has on.
  const extraPrefsFirefox = { 'fission.bfcacheInParent': true };
  return (environment) =>
    puppeteer.launch({
      ...{ browser: 'firefox', executablePath, extraPrefsFirefox, timeout: 120_000 },
      ...(environment && { env: { ...process.env, ...environment } }),
    });
};

const firefox = firefoxPath();

/** Whether pages are kept for those who come back: a headless shell of Chromium keeps none. */
export const keepsPages = async (engine: string): Promise<boolean> =>
  engine !== 'Chromium' || (await chromiumLaunchOptions()).headless !== 'shell';

/** The engines that this machine has and whose driver can go back and forth. */
export const engines: readonly (readonly [string, Start])[] = [
  ['Chromium', startChromium],
  ...(firefox ? [['Firefox', startFirefox(firefox)] as const] : []),
];

/** A tab whose pages can run the functions of these files, which the compiler gives a helper. */
export async function newTab(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
  return page;
}

/** Waits until a widget says something. */
export const says = (page: Page, tag: string, words: string): Promise<unknown> =>
  page.waitForFunction(
    (name, text) =>
      (document.querySelector(name)?.shadowRoot?.textContent ?? '')
        .replace(/\s+/g, ' ')
        .includes(text),
    { timeout: 30_000, polling: 50 },
    tag,
    words,
  );

/** Waits until every widget of the page shows what its back end says. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      [...document.querySelectorAll('riac-star-rating, riac-share-bar, riac-poll')].every(
        (widget) =>
          widget.matches(':defined:not(:state(loading))') && widget.shadowRoot?.textContent,
      ),
    { timeout: 30_000, polling: 50 },
  );
