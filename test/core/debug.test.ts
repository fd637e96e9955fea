import { expect } from '@open-wc/testing';
import { showDebugPanel } from '../../src/core/debug-panel.js';
import { asRequestError } from '../../src/core/request-error.js';
import { requestJson } from '../../src/core/request.js';
import type { Source } from '../../src/core/source.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';

const source = (endpoint: string, item = 'a'): Source => ({
  kind: 'rating',
  item,
  endpoint,
  src: '',
  lang: '',
  credentials: 'omit',
  adapter: '',
});

const unexpected = () => {
  throw new Error('The request was expected to fail.');
};

/** What the panel says about the failure of a real request. */
async function said(endpoint: string, method = 'GET', url = `${endpoint}/ratings/a`) {
  const host = document.createElement('div');
  const error = await requestJson(url, { method }).then(unexpected, asRequestError);
  const wish = method === 'DELETE' ? null : {};
  const failed = { phase: 'queued', snapshot: {}, vote: null, wish, error } as const;
  const view = method === 'GET' ? ({ phase: 'unavailable', error } as const) : failed;
  await showDebugPanel(host, { source: source(endpoint), view });
  return host.textContent ?? '';
}

describe('the debug panel', () => {
  it('says that there is no endpoint, and that an endpoint is no address', async () => {
    const host = document.createElement('div');
    await showDebugPanel(host, { source: undefined, view: { phase: 'empty' } });
    expect(host.textContent).to.contain('No endpoint');
    host.setAttribute('endpoint', 'javascript:1');
    await showDebugPanel(host, { source: undefined, view: { phase: 'empty' } });
    expect(host.textContent).to.contain('not an http or https address');
    expect(host.children.length, 'one panel').to.equal(1);
  });

  it('names HTML in place of JSON, an unknown item and an address without an API', async () => {
    const api = await fakeEndpoint();
    await api.plan({ text: '<h1>Hi</h1>', type: 'text/html' });
    expect(await said(api.url)).to.contain('HTML instead of JSON');
    await api.plan({ status: 404, code: 'not_found' });
    expect(await said(api.url)).to.contain('has no rating "a"');
    const nowhere = `${location.origin}/nothing-here`;
    expect(await said(nowhere)).to.contain('Endpoint not found');
  });

  it('names the wrong field with its path', async () => {
    const host = document.createElement('div');
    const error = asRequestError(new TypeError('questions[0].options[2].votes: expected a count'));
    await showDebugPanel(host, {
      source: source(location.origin),
      view: { phase: 'unavailable', error },
    });
    expect(host.textContent).to.contain('questions[0].options[2].votes: expected a count');
  });

  it('tells a server that is down from one that does not allow the page', async () => {
    // The same test server under another name is another origin, and sends no CORS header.
    const other = location.origin.replace('localhost', '127.0.0.1');
    expect(other).not.to.equal(location.origin);
    expect(await said(other, 'GET', `${other}/package.json`)).to.contain('No CORS header');
    expect(await said('http://127.0.0.1:9', 'GET')).to.contain('No answer from http://127.0.0.1:9');
  });

  it('says that storage is blocked', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    try {
      const host = document.createElement('div');
      await showDebugPanel(host, { source: undefined, view: { phase: 'empty' } });
      expect(host.textContent).to.contain('Storage is blocked (SecurityError)');
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
});
