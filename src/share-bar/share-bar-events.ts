import { ItemEvent } from '../element/events.js';

/**
 * `riac-before-share` fires within the reader's gesture when the reader has pressed an entry.
 * Cancel it, and the bar opens, copies and counts nothing.
 *
 * `riac-share` fires when the bar has opened a network's page, copied the link or called the print
 * dialog, or when the share sheet has taken the link. Nobody can know whether the reader then
 * posted it.
 */
export class ShareEvent extends ItemEvent {
  /** Id of the network, or `copy`, `print`, `native`. */
  readonly network: string;
  /** The address that is shared, campaign parameters included. */
  readonly url: string;
  /** The element's `placement`. */
  readonly placement: string;

  constructor(type: string, item: string, network: string, url: string, placement: string) {
    super(type, 'share', item, type !== 'riac-share');
    this.network = network;
    this.url = url;
    this.placement = placement;
  }
}

declare global {
  interface HTMLElementEventMap {
    'riac-before-share': ShareEvent;
    'riac-share': ShareEvent;
  }
}
