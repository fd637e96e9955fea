import { html } from 'lit';
import '../../../src/share-bar/share-bar-define.js';
import type { Sheet } from '../state.js';

/** The share bar, state by state. */
export const shareBarSheet: Sheet = {
  column: 560,
  states: [
    { name: 'plain', markup: () => html`<riac-share-bar></riac-share-bar>` },
    {
      name: 'with labels',
      markup: () =>
        html`<riac-share-bar display="both" networks="x telegram vk copy"></riac-share-bar>`,
    },
    {
      name: 'with counts',
      items: {
        shares: { a: { item: 'a', version: 1, total: 1241, networks: { telegram: 7, vk: 1234 } } },
      },
      markup: (endpoint) =>
        html`<riac-share-bar endpoint=${endpoint} item="a" counts networks="x telegram vk copy">
        </riac-share-bar>`,
      ready: (bar) => /1/.test(bar.shadowRoot?.querySelector('[part=total]')?.textContent ?? ''),
    },
  ],
};
