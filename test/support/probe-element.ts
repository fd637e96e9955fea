import { LitElement, html } from 'lit';
import { commonMessages } from '../../src/element/common-messages.js';
import { defineOnce } from '../../src/element/define-once.js';
import { renderFeedback } from '../../src/element/feedback.js';
import { ItemController } from '../../src/element/item-controller.js';
import { translator } from '../../src/element/messages.js';
import type { Contract, View } from '../../src/data/view.js';

export interface Probe {
  version: number;
  state: string;
  votes: number;
}

export interface ProbeVote {
  value: number;
}

const contract: Contract<Probe, ProbeVote> = {
  parse(body) {
    const { version, state, votes } = (body ?? {}) as Partial<Probe>;
    if (typeof version !== 'number') throw new TypeError('version: expected a number');
    if (typeof votes !== 'number') throw new TypeError('votes: expected a count');
    return { version, state: String(state), votes };
  },
  parseVote(body) {
    const { value } = (body ?? {}) as Partial<ProbeVote>;
    if (typeof value !== 'number') throw new TypeError('value: expected a number');
    return { value };
  },
  expect: (snapshot, vote, former) => ({
    ...snapshot,
    votes: snapshot.votes + Number(vote !== null) - Number(former !== null),
  }),
};

/** The smallest widget there can be: it shows what the core tells, and votes when told. */
export class ProbeElement extends LitElement {
  static override properties = {
    endpoint: {},
    src: {},
    item: {},
    adapter: {},
    live: { type: Boolean },
  };
  declare endpoint: string;
  declare src: string;
  declare item: string;
  declare adapter: string | undefined;
  declare live: boolean;
  readonly shared = new ItemController(this, 'rating', contract);

  constructor() {
    super();
    this.endpoint = '';
    this.src = '';
    this.item = '';
    this.live = false;
  }

  get view(): View<Probe, ProbeVote> {
    return this.shared.view;
  }

  get votes(): number | undefined {
    return 'snapshot' in this.view ? this.view.snapshot.votes : undefined;
  }

  get ownVote(): number | undefined {
    return 'vote' in this.view ? this.view.vote?.value : undefined;
  }

  get announced(): string {
    return this.renderRoot.querySelector('[role=status]')?.textContent?.trim() ?? '';
  }

  override render() {
    const { view, shared } = this;
    const translate = translator(shared.lang, [commonMessages]);
    const said = view.phase === 'ready' && view.notice ? translate(view.notice) || view.notice : '';
    return html`<slot></slot>${renderFeedback(view, {
        translate,
        lead: shared.lead,
        fixed: false,
        said,
        retry: () => shared.retry(),
        dismiss: () => shared.dismiss(),
      })}`;
  }
}

defineOnce('riac-probe', ProbeElement);

declare global {
  interface HTMLElementTagNameMap {
    'riac-probe': ProbeElement;
  }
}
