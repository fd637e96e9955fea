import { html } from 'lit';
import '../../../src/share-bar/share-bar-define.js';
import { until } from '../../support/wait.js';
import type { PictureState, Sheet } from '../state.js';

const find = <T extends Element = HTMLElement>(bar: HTMLElement, selector: string) =>
  bar.shadowRoot?.querySelector<T>(selector) ?? undefined;
const has = (bar: HTMLElement, selector: string) => until(() => find(bar, selector), selector);
const press = (bar: HTMLElement, name: string) => find(bar, `[part~="${name}"]`)?.click();

/** Presses Copy while the browser's clipboards answer in a given way. */
async function copy(bar: HTMLElement, write: () => Promise<void>, command: boolean): Promise<void> {
  const { clipboard } = navigator;
  const { execCommand } = document;
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: write },
  });
  document.execCommand = () => command;
  press(bar, 'copy');
  await has(bar, '[role=status]:not(:empty)');
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  document.execCommand = execCommand;
}

const url = 'https://news.example/en/town-hall-opens-its-doors';
const counted = {
  shares: {
    a: { item: 'a', version: 1, total: 1_203_241, networks: { telegram: 7, vk: 1_203_234 } },
  },
};
const hasTotal = (bar: HTMLElement) => /1/.test(find(bar, '[part=total]')?.textContent ?? '');

const looks: PictureState[] = [
  { name: 'plain', markup: () => html`<riac-share-bar></riac-share-bar>` },
  {
    name: 'every network',
    markup: () =>
      html`<riac-share-bar
        networks="x facebook linkedin telegram vk ok max whatsapp threads bluesky mastodon reddit hackernews livejournal line fediverse instapaper wechat qr email copy print"
      ></riac-share-bar>`,
    ready: (bar) => Boolean(find(bar, '[part~=wechat]')),
    act: (bar) => press(bar, 'more'),
  },
  {
    name: 'with names',
    markup: () =>
      html`<riac-share-bar display="both" networks="x telegram vk copy"></riac-share-bar>`,
  },
  {
    name: 'names alone, more than a line holds',
    markup: () => html`<riac-share-bar display="label"></riac-share-bar>`,
    act: (bar) => press(bar, 'more'),
  },
  {
    name: 'Russian',
    markup: () => html`<riac-share-bar lang="ru" display="both"></riac-share-bar>`,
  },
];

const numbers: PictureState[] = [
  {
    name: 'with counts',
    items: counted,
    markup: (endpoint) =>
      html`<riac-share-bar endpoint=${endpoint} item="a" counts networks="x telegram vk copy">
      </riac-share-bar>`,
    ready: hasTotal,
  },
  {
    name: 'with counts and names',
    items: counted,
    markup: (endpoint) =>
      html`<riac-share-bar
        endpoint=${endpoint}
        item="a"
        counts
        display="both"
        networks="x telegram vk copy"
      ></riac-share-bar>`,
    ready: hasTotal,
  },
  {
    name: 'without the counts, which cannot be had',
    plans: [{ method: 'GET', status: 500 }],
    markup: (endpoint) =>
      html`<riac-share-bar endpoint=${endpoint} item="a" counts networks="x telegram vk copy">
      </riac-share-bar>`,
    ready: (bar) => bar.matches(':state(error)'),
  },
];

const used: PictureState[] = [
  {
    name: 'More, closed',
    markup: () => html`<riac-share-bar max-visible="3"></riac-share-bar>`,
    ready: (bar) => Boolean(find(bar, '[part~=more]')),
  },
  {
    name: 'More, open',
    markup: () => html`<riac-share-bar max-visible="3"></riac-share-bar>`,
    ready: (bar) => Boolean(find(bar, '[part~=more]')),
    act: (bar) => press(bar, 'more'),
  },
  {
    name: 'copied',
    markup: () => html`<riac-share-bar url=${url}></riac-share-bar>`,
    act: (bar) => copy(bar, () => Promise.resolve(), true),
  },
  {
    name: 'QR code',
    markup: () => html`<riac-share-bar url=${url} networks="x qr copy"></riac-share-bar>`,
    ready: (bar) => Boolean(find(bar, '[part~=qr]')),
    act(bar) {
      press(bar, 'qr');
      return has(bar, '[part=code] svg');
    },
  },
  {
    name: 'copying refused',
    markup: () => html`<riac-share-bar url=${url}></riac-share-bar>`,
    act: (bar) => copy(bar, () => Promise.reject(new DOMException('', 'NotAllowedError')), false),
  },
];

/** The share bar, state by state. The selected field is the last: it alone can hold the focus. */
export const shareBarSheet: Sheet = { column: 560, states: [...looks, ...numbers, ...used] };
