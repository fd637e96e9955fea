import type { ItemController } from '../core/item-controller.js';
import { pageItem } from '../core/page-item.js';
import { asRequestError } from '../core/request-error.js';
import { sendClick } from './share-bar-api.js';
import { BeforeShareEvent, ShareEvent } from './share-bar-events.js';
import type { ShareSnapshot } from './share-bar-snapshot.js';

interface ClickHost extends HTMLElement {
  readonly item: string;
  readonly placement: string;
}

/** Tells the page and the back end of the reader's clicks. */
export class ClickReporter {
  readonly #host: ClickHost;
  readonly #shares: ItemController<ShareSnapshot, never>;

  constructor(host: ClickHost, shares: ItemController<ShareSnapshot, never>) {
    this.#host = host;
    this.#shares = shares;
  }

  /** Announces what is about to happen; false when the page forbids it. */
  begin(network: string, url: string): boolean {
    const { placement } = this.#host;
    return this.#host.dispatchEvent(new BeforeShareEvent(this.#item, { network, url, placement }));
  }

  /** Tells what has happened, and counts it. Never waits: the reader is on the way already. */
  done(network: string, url: string): void {
    const { placement } = this.#host;
    this.#host.dispatchEvent(new ShareEvent(this.#item, { network, url, placement }));
    void this.#count(network);
  }

  get #item(): string {
    return this.#host.item || pageItem();
  }

  async #count(network: string): Promise<void> {
    const { source } = this.#shares;
    if (!source?.endpoint) return;
    const { placement } = this.#host;
    try {
      await sendClick(source, { network, ...(placement && { placement }) });
      this.#shares.refresh();
    } catch (error) {
      this.#shares.itemFailed(asRequestError(error));
    }
  }
}
