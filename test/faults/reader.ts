import type { Browser, BrowserContext, Page } from 'puppeteer-core';

/** Time runs so many times faster in a page's timers: 8 s of patience become 1.6 s. */
const haste = 5;

function hurry(factor: number): void {
  const inner = window.setTimeout;
  const quick = (work: () => void, after = 0) => inner(work, after / factor);
  window.setTimeout = quick as unknown as typeof setTimeout;
}

/** What a reader did: gave an item so many stars. */
export interface Deed {
  readonly item: string;
  readonly value: number;
}

type Star = HTMLElement;
type Rating = HTMLElement & { item: string };

/** Gives stars to each item that takes them; answers what was taken up, told by the page's own event. */
function clickStars(wanted: readonly Deed[]): Deed[] {
  const taken: Deed[] = [];
  const note = (event: Event) => {
    const { item, vote } = event as Event & { item: string; vote: { value: number } | null };
    if (vote) taken.push({ item, value: vote.value });
  };
  document.addEventListener('riac-before-vote', note);
  for (const { item, value } of wanted) {
    const rating = document.querySelector<Rating>(`[item="${item}"]`);
    rating?.shadowRoot?.querySelectorAll<Star>('[part~=star]')[value - 1]?.click();
  }
  document.removeEventListener('riac-before-vote', note);
  return taken;
}

const countStars = () =>
  [...document.querySelectorAll('riac-star-rating')].filter((rating) =>
    rating.shadowRoot?.querySelector('[role=radio]'),
  ).length;

/** What is shown as the reader's own vote, by item; empty while anything is unsettled. */
function ownVotes(): Record<string, number> {
  const kept = Object.keys(localStorage).some((name) => name.startsWith('riac1:outbox:'));
  const ratings = [...document.querySelectorAll<Rating & { value: number | null }>('[item]')];
  if (kept || ratings.some((rating) => rating.matches(':state(pending)'))) return {};
  return Object.fromEntries(ratings.map(({ item, value }) => [item, value ?? 0]));
}

/** One browser of one reader, with storage of its own, on a page with some ratings. */
export class Reader {
  readonly #context: BrowserContext;
  readonly #url: string;
  readonly #onFault: (text: string) => void;
  #page: Page | undefined;

  private constructor(context: BrowserContext, url: string, onFault: (text: string) => void) {
    this.#context = context;
    this.#url = url;
    this.#onFault = onFault;
  }

  /** @param onFault - Told of every uncaught error and of everything that stands on the console as one. */
  static async arrive(browser: Browser, url: string, onFault: (text: string) => void) {
    const reader = new Reader(await browser.createBrowserContext(), url, onFault);
    await reader.open();
    return reader;
  }

  async open(): Promise<void> {
    const page = await this.#context.newPage();
    this.#page = page;
    page.on('pageerror', (error) => this.#onFault(String(error)));
    // High enough for every rating to be near: nobody scrolls here.
    await page.setViewport({ width: 800, height: 3000 });
    // The compiler of these files wraps named functions in a helper that no page has.
    await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
    await page.evaluateOnNewDocument(hurry, haste);
    await page.goto(this.#url, { waitUntil: 'domcontentloaded' });
  }

  get #tab(): Page {
    if (!this.#page) throw new Error('The reader has no tab open.');
    return this.#page;
  }

  reload(): Promise<unknown> {
    return this.#tab.reload({ waitUntil: 'domcontentloaded' });
  }

  /** The tab is gone from one moment to the next: no event tells the page. */
  async kill(): Promise<void> {
    const tab = this.#page;
    this.#page = undefined;
    await tab?.close({ runBeforeUnload: false });
  }

  /** The network is back. */
  online(): Promise<unknown> {
    return this.#tab.evaluate(() => dispatchEvent(new Event('online')));
  }

  countStars(): Promise<number> {
    return this.#tab.evaluate(countStars);
  }

  vote(wanted: readonly Deed[]): Promise<Deed[]> {
    return this.#tab.evaluate(clickStars, wanted);
  }

  ownVotes(): Promise<Record<string, number>> {
    return this.#tab.evaluate(ownVotes);
  }

  /** The voter token in this browser's storage. */
  token(): Promise<string> {
    return this.#tab.evaluate(() => {
      const name = Object.keys(localStorage).find((key) => key.startsWith('riac1:voter:'));
      return (name && localStorage.getItem(name)) ?? '';
    });
  }

  /** What the page looks like, for a report: how many widgets say what. */
  describe(): Promise<string> {
    return this.#tab.evaluate(() => {
      const counts: Record<string, number> = {};
      for (const { shadowRoot } of document.querySelectorAll('riac-star-rating')) {
        const text = (shadowRoot?.textContent ?? 'not defined').replace(/\s+/g, ' ').trim();
        counts[text] = (counts[text] ?? 0) + 1;
      }
      return JSON.stringify({ visible: document.visibilityState, counts });
    });
  }

  leave(): Promise<void> {
    return this.#context.close();
  }
}
