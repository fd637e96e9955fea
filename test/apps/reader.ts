import type { Browser, Page } from 'puppeteer-core';

/** Lit says so in every development build, whoever uses it. */
const expected = /^Lit is in dev mode/;

/** A reader in front of the page of an app. */
export class Reader {
  readonly #page: Page;
  /** Errors and warnings in the console, failed requests and errors of scripts. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.#page = page;
    page.on('console', (message) => {
      const bad = /^(error|warn)/.test(message.type()) && !expected.test(message.text());
      if (bad) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('requestfailed', (request) => this.complaints.push(`failed: ${request.url()}`));
  }

  static async open(browser: Pick<Browser, 'newPage'>, address: string): Promise<Reader> {
    const reader = new Reader(await browser.newPage());
    await reader.#page.goto(address);
    return reader;
  }

  /** The one control of this role and name, in whatever shadow root it is. */
  #control(role: string, name: string) {
    return this.#page.locator(`::-p-aria([role="${role}"][name="${name}"])`);
  }

  /** Waits until the control is shown. */
  async sees(role: string, name: string): Promise<void> {
    await this.#control(role, name)
      .wait()
      .catch((cause: unknown) => {
        throw new Error(`The page shows no ${role} "${name}".`, { cause });
      });
  }

  async clicks(role: string, name: string): Promise<void> {
    await this.#control(role, name).click();
  }

  /** Waits until the app shows an event that it has received. */
  async isTold(event: string): Promise<void> {
    await this.#page.waitForFunction(
      (text) => document.querySelector('output')?.textContent.includes(text),
      {},
      event,
    );
  }

  /** Waits until a widget shows a text. */
  async reads(tag: string, text: string): Promise<void> {
    await this.#page.waitForFunction(
      (name, words) => document.querySelector(name)?.shadowRoot?.textContent.includes(words),
      {},
      tag,
      text,
    );
  }

  /** Waits until the page itself, outside the widgets, shows a text. */
  async readsInPage(text: string): Promise<void> {
    await this.#page.waitForFunction((words) => document.body.innerText.includes(words), {}, text);
  }
}
