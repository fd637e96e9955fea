import { ItemEvent } from '../data/events.js';

/**
 * `riac-before-share`: the reader has pressed an entry; fires in the reader's own gesture. Cancel it
 * and nothing opens, is copied or counted.
 *
 * `riac-share`: a network's page was opened, the link was copied, the print dialog was called or the
 * system's share sheet has taken the link. Whether somebody then posted it, nobody can know.
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
