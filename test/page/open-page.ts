import type { AxeResults, RunOptions } from 'axe-core';
import { until } from '../support/wait.js';

type PageWindow = Window &
  typeof globalThis & { axe?: { run(options: RunOptions): Promise<AxeResults> } };

/** A page of the site in a frame of its own, with everything that went wrong in it. */
export class OpenPage {
  readonly frame = document.createElement('iframe');
  /** What the policy refused, and errors of scripts. */
  readonly faults: string[] = [];

  get window(): PageWindow {
    const { contentWindow } = this.frame;
    if (!contentWindow) throw new Error('no page is open');
    return contentWindow as PageWindow;
  }

  get page(): Document {
    return this.window.document;
  }

  async open(address: string, width = 1200): Promise<void> {
    Object.assign(this.frame, { width: String(width), height: '900', src: address });
    const loaded = new Promise((resolve) =>
      this.frame.addEventListener('load', resolve, { once: true }),
    );
    if (!this.frame.isConnected) document.body.append(this.frame);
    await loaded;
    this.page.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
      this.faults.push(`${violatedDirective} ${blockedURI}`),
    );
    this.window.addEventListener('error', ({ message }) => this.faults.push(message));
  }

  close(): void {
    this.frame.remove();
  }

  all<T extends Element = HTMLElement>(selector: string): T[] {
    return [...this.page.querySelectorAll<T>(selector)];
  }

  one<T extends Element = HTMLElement>(selector: string): T {
    const [found] = this.all<T>(selector);
    if (!found) throw new Error(`no ${selector} on ${this.window.location.href}`);
    return found;
  }

  /**
   * Accessibility findings, worded; the page itself loads the checker, as its policy demands.
   * @param rules - Only these; all by default.
   */
  async findings(rules?: string[]): Promise<string[]> {
    if (!this.window.axe) {
      const script = this.page.createElement('script');
      script.src = '/node_modules/axe-core/axe.min.js';
      this.page.head.append(script);
      await until(() => this.window.axe, 'the checker');
    }
    const results = await this.window.axe?.run({
      resultTypes: ['violations'],
      ...(rules && { runOnly: rules }),
    });
    return (results?.violations ?? []).flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
  }

  /** Shows the page as on a device that is set to dark, or to light. */
  setScheme(scheme: 'light' | 'dark'): void {
    this.page.documentElement.style.colorScheme = scheme;
  }
}
