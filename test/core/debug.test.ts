import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { DebugFacts } from '../../src/element/debug.js';
import { showDebugPanel } from '../../src/element/debug-panel.js';
import { RequestError } from '../../src/data/request-error.js';
import type { Source } from '../../src/data/source.js';
import '../../src/poll/poll-define.js';
import '../../src/share-bar/share-bar-define.js';
import '../../src/star-rating/star-rating-define.js';
import { pollBody, question, option } from '../poll/poll-page.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';

const show = (template: TemplateResult) => fixture<HTMLElement>(template);

const rating = (endpoint: string) =>
  show(html`<riac-star-rating debug endpoint=${endpoint} item="a"></riac-star-rating>`);

const poll = (endpoint: string, item: string) =>
  show(html`<riac-poll debug endpoint=${endpoint} item=${item}></riac-poll>`);

const panels = ({ shadowRoot }: HTMLElement) => [
  ...(shadowRoot?.querySelectorAll('[part=debug]') ?? []),
];

const says = (element: HTMLElement, words: string) =>
  until(() => panels(element)[0]?.textContent?.includes(words), words);

const starOf = ({ shadowRoot }: HTMLElement) =>
  shadowRoot?.querySelector<HTMLElement>('[part~=star][role=radio]');

describe('the debug panel', () => {
  beforeEach(() => localStorage.clear());

  it('says that there is no endpoint, and that an endpoint is no address', async () => {
    const element = await show(html`<riac-star-rating debug></riac-star-rating>`);
    await says(element, 'No endpoint');
    element.setAttribute('endpoint', 'javascript:1');
    await says(element, 'not an http or https address');
    expect(panels(element).length, 'one panel').to.equal(1);
  });

  it('names each attribute that should be an address and is none', async () => {
    const element = await show(
      html`<riac-share-bar debug url="javascript:1" src=" data:,"></riac-share-bar>`,
    );
    await says(element, 'url="javascript:1" is not an http or https address.');
    await says(element, 'src=" data:," is not an http or https address.');
  });

  it('says where it reads, and nothing more, while all is well', async () => {
    const api = await fakeEndpoint();
    const element = await rating(api.url);
    await says(element, `Reads ${api.url}/ratings/a`);
    expect(panels(element)[0]?.textContent?.split('\n').length).to.equal(2);
  });

  it('names HTML in place of JSON', async () => {
    const api = await fakeEndpoint();
    await api.plan({ text: '<h1>Hi</h1>', type: 'text/html' });
    await says(await rating(api.url), 'HTML instead of JSON');
  });

  it('tells an unknown item from an address without an API', async () => {
    const api = await fakeEndpoint();
    await says(await poll(api.url, 'missing'), 'has no poll "missing"');
    await api.plan({ status: 404, text: 'Not Found', type: 'text/plain' });
    await says(await rating(api.url), 'Endpoint not found');
  });

  it('names the wrong field with its path', async () => {
    const options = [option('a', 'Tea', 1), option('b', 'Milk', 2, { votes: 'many' })];
    const api = await fakeEndpoint({
      polls: { drinks: pollBody({ questions: [question({ options })] }) },
    });
    await says(await poll(api.url, 'drinks'), 'questions[0].options[1].votes: expected a count');
  });

  it('tells a server that is down from one that does not allow the page', async () => {
    // The same test server under another name is another origin, and sends no CORS header.
    const other = location.origin.replace('localhost', '127.0.0.1');
    expect(other).not.to.equal(location.origin);
    await says(await rating(`${other}/nothing-here`), 'No CORS header');
    await says(await rating('http://127.0.0.1:9'), 'No answer from http://127.0.0.1:9');
  });

  it('says that reads work but votes are refused before they are sent', async () => {
    const api = await fakeEndpoint();
    await api.refusePreflights();
    const element = await rating(api.foreignUrl);
    await until(() => starOf(element), 'the stars');
    starOf(element)?.click();
    await says(element, 'Preflight refused');
    expect(panels(element)[0]?.textContent).to.contain('does not allow PUT');
    expect(await api.requests('PUT')).to.deep.equal([]);
  });

  it('forgets what a slow probe finds out after the fault is over', async () => {
    const api = await fakeEndpoint();
    await api.plan({ path: '/ratings/a', hold: true });
    const element = await rating(api.url);
    const source = { kind: 'rating', item: 'a', endpoint: api.foreignUrl } as Source;
    const error = new RequestError('offline', 'gone');
    const facts: { source: Source; view: DebugFacts['view'] } = {
      source,
      view: { phase: 'unavailable', error },
    };
    const slow = showDebugPanel(element, facts);
    facts.view = { phase: 'loading' };
    await showDebugPanel(element, facts);
    await api.release();
    await slow;
    expect(panels(element)[0]?.textContent).to.contain('Reads').and.not.contain('No ');
  });

  it('says that storage is blocked', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    try {
      const element = await show(html`<riac-star-rating debug></riac-star-rating>`);
      await says(element, 'Storage is blocked (SecurityError)');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
