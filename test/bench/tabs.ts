// Times how long after a vote another open tab shows it: npm run bench:tabs
import type { Page } from 'puppeteer-core';
import { startReferenceServer } from '../support/reference-server.mjs';
import { engines, newTab, says } from '../visits/engines.js';

const rounds = 10;
const goal = 500;

/** Resolves with the time, in ms, at which the rating says these words. */
const seen = (page: Page, words: string) =>
  page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const { shadowRoot } = document.querySelector('riac-star-rating') as Element;
        const look = () => {
          if (!shadowRoot?.textContent?.includes(text)) return;
          resolve(performance.timeOrigin + performance.now());
        };
        new MutationObserver(look).observe(shadowRoot as ShadowRoot, {
          subtree: true,
          childList: true,
          characterData: true,
        });
        look();
      }),
    words,
  );

/** Clicks a star; answers the time of the click, in ms. */
async function vote(page: Page, star: number): Promise<number> {
  await page.evaluate(() => {
    document.addEventListener('click', () => {
      document.body.dataset['clicked'] = String(performance.timeOrigin + performance.now());
    });
  });
  await page.locator(`riac-star-rating >>> [part~=star]:nth-of-type(${star})`).click();
  return page.evaluate(() => Number(document.body.dataset['clicked']));
}

for (const [name, start] of engines) {
  const server = await startReferenceServer();
  const browser = await start();
  const delays: number[] = [];
  // A page must have been in sight once; the next one hides it.
  const openArticle = async () => {
    const tab = await newTab(browser);
    await tab.goto(`${server.origin}/en/article.html`);
    await says(tab, 'riac-star-rating', '(votes: ');
    return tab;
  };
  for (let round = 0; round < rounds; round += 1) {
    const [other, mine] = [await openArticle(), await openArticle()];
    const star = 1 + (round % 5);
    const shown = seen(other, `Your vote: ${star}`);
    const cast = await vote(mine, star);
    delays.push((await shown) - cast);
    for (const tab of [other, mine]) await tab.close();
  }
  await browser.close();
  await server.stop();
  server.forget();
  delays.sort((a, b) => a - b);
  const [usual = NaN, longest = NaN] = [delays[rounds >> 1], delays.at(-1)];
  console.info(
    `${name}: another tab shows a vote ${Math.round(usual)} ms after the click, ` +
      `at most ${Math.round(longest)} ms (median and longest of ${rounds}; goal ${goal} ms)`,
  );
  if (usual > goal) process.exitCode = 1;
}
