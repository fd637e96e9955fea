import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { password } from './wordpress.js';

/** The administration of a WordPress, with somebody logged in. */
export class Desk {
  readonly #context: BrowserContext;
  readonly page: Page;
  readonly origin: string;

  private constructor(context: BrowserContext, page: Page, origin: string) {
    this.#context = context;
    this.page = page;
    this.origin = origin;
  }

  static async open(browser: Browser, origin: string, user: string): Promise<Desk> {
    const context = await browser.createBrowserContext();
    const desk = new Desk(context, await context.newPage(), origin);
    // The first look at the editor takes WordPress long.
    desk.page.setDefaultTimeout(90_000);
    // An editor that thinks that something is unsaved must not hold the test.
    desk.page.on('dialog', (dialog) => void dialog.accept());
    await desk.goTo('/wp-login.php');
    await desk.fills('#user_login', user);
    await desk.fills('#user_pass', password);
    await desk.sends('#wp-submit');
    return desk;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.origin).href, { waitUntil: 'domcontentloaded' });
  }

  /** Puts a text into a field. */
  async fills(field: string, text: string): Promise<void> {
    await this.page.$eval(
      field,
      (element, words) => ((element as HTMLInputElement).value = words),
      text,
    );
  }

  /** Presses what stays on the page. */
  async presses(button: string): Promise<void> {
    await this.page.waitForSelector(button);
    await this.page.$eval(button, (element) => {
      (element as HTMLElement).click();
    });
  }

  /** Presses what takes the browser to another page. */
  async sends(button: string): Promise<void> {
    await Promise.all([
      this.page.waitForNavigation({ waitUntil: 'domcontentloaded' }),
      this.presses(button),
    ]);
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}

/** Somebody writes a post, and later adds a line to it. */
export interface Editor {
  /** Publishes a post and answers its id. */
  write(desk: Desk, text: Text): Promise<number>;
  /** Opens the post, adds a line and saves. */
  edit(desk: Desk, post: number): Promise<void>;
}

/** A poll by a line for everybody, and one by a `div`. */
export interface Text {
  readonly line: string;
  readonly div: string;
}
