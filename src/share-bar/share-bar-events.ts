import { ItemEvent } from '../core/events.js';

/** What both events of the bar tell. */
class ShareBarEvent extends ItemEvent {
  /** Id of the network, or `copy`, `print`, `native`. */
  readonly network: string;
  /** The address that is shared, campaign parameters included. */
  readonly url: string;
  /** The element's `placement`. */
  readonly placement: string;

  constructor(
    type: string,
    item: string,
    { network, url, placement }: { network: string; url: string; placement: string },
  ) {
    super(type, 'share', item, type === 'riac-before-share');
    this.network = network;
    this.url = url;
    this.placement = placement;
  }
}

/**
 * `riac-before-share`: the reader has pressed an entry; fires in the reader's own gesture. Cancel it
 * and nothing opens, is copied or counted.
 */
export class BeforeShareEvent extends ShareBarEvent {
  constructor(item: string, detail: { network: string; url: string; placement: string }) {
    super('riac-before-share', item, detail);
  }
}

/**
 * `riac-share`: a network's page was opened, the link was copied, the print dialog was called or the
 * system's share sheet has taken the link. Whether somebody then posted it, nobody can know.
 */
export class ShareEvent extends ShareBarEvent {
  constructor(item: string, detail: { network: string; url: string; placement: string }) {
    super('riac-share', item, detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'riac-before-share': BeforeShareEvent;
    'riac-share': ShareEvent;
  }
}
