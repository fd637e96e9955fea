import { fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { closed, pollBody, textOf } from '../poll/poll-page.js';
import { rating } from '../star-rating/rating-page.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';

/** What each widget says once it is loaded, and a rule of its own style sheet, as the browser has it. */
const widgets = {
  'riac-star-rating': {
    item: 'a',
    says: '(votes: 5, rating: 4)',
    style: (root: ShadowRoot) => getComputedStyle(first(root, '[part~=star] > *')).clipPath,
  },
  'riac-share-bar': {
    item: 'd',
    says: 'Share',
    style: (root: ShadowRoot) => getComputedStyle(first(root, 'a')).minBlockSize,
  },
  'riac-poll': {
    item: 'goals',
    says: '33 (31%)',
    style: (root: ShadowRoot) => getComputedStyle(first(root, '[part=bar]'), '::before').blockSize,
  },
};

function first(root: ShadowRoot, selector: string): Element {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

describe('an element that moves into a frame and back', () => {
  beforeEach(() => localStorage.clear());

  for (const [tag, { item, says, style }] of Object.entries(widgets)) {
    it(`keeps its look and its numbers: ${tag}`, async () => {
      const api = await fakeEndpoint({
        ratings: { a: rating() },
        polls: { goals: pollBody(closed) },
      });
      const place = await fixture(html`<div data-riac-endpoint=${api.url}></div>`);
      const element = document.createElement(tag);
      element.setAttribute('item', item);
      place.append(element);
      await until(() => textOf(element).includes(says), 'the widget');
      const look = () => style(element.shadowRoot as ShadowRoot);
      const before = look();
      const frame = document.createElement('iframe');
      place.append(frame);
      frame.contentDocument?.body.setAttribute('data-riac-endpoint', api.url);
      frame.contentDocument?.body.append(element);
      await until(() => textOf(element).includes(says) && look() === before, 'it in the frame');
      place.append(element);
      await until(() => textOf(element).includes(says) && look() === before, 'it on the page');
    });
  }
});
