import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/share-bar/share-bar-define.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';

/** A bar with one entry, and how often that has done what it says. */
async function barWith(networks: string) {
  const api = await fakeEndpoint();
  const bar = document.createElement('riac-share-bar');
  Object.assign(bar, { endpoint: api.url, item: 'a', networks, native: 'never' });
  let shared = 0;
  bar.addEventListener('riac-share', () => shared++);
  document.body.append(bar);
  await bar.updateComplete;
  return { api, bar, count: () => shared };
}

describe('a second press in a share bar', () => {
  it('of a held Enter copies and counts nothing', async () => {
    const { api, bar, count } = await barWith('copy');
    bar.shadowRoot?.querySelector<HTMLElement>('[part~=copy]')?.focus();
    for (let times = 0; times < 4; times++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await api.received('POST');
    expect([count(), (await api.requests('POST')).length]).to.deep.equal([1, 1]);
    bar.remove();
  });

  it('of a double click counts nothing, and a later one does', async () => {
    const { api, bar, count } = await barWith('telegram');
    bar.addEventListener('click', (event) => event.preventDefault());
    const link = bar.shadowRoot?.querySelector('a');
    const options = { bubbles: true, composed: true, cancelable: true };
    const press = (detail: number) =>
      link?.dispatchEvent(new MouseEvent('click', { ...options, detail }));
    press(1);
    press(2);
    press(3);
    await api.received('POST');
    expect([count(), (await api.requests('POST')).length]).to.deep.equal([1, 1]);
    press(1);
    await api.received('POST', 2);
    bar.remove();
  });
});
