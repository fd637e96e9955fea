import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/share-bar/share-bar-define.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';

/** A bar with one button, and how often it did what the button says. */
async function barWithCopy() {
  const api = await fakeEndpoint();
  const bar = document.createElement('riac-share-bar');
  Object.assign(bar, { endpoint: api.url, item: 'a', networks: 'copy', native: 'never' });
  let shared = 0;
  bar.addEventListener('riac-share', () => shared++);
  document.body.append(bar);
  await bar.updateComplete;
  const copy = bar.shadowRoot?.querySelector<HTMLElement>('[part~=copy]');
  if (!copy) throw new Error('no button that copies');
  return { api, bar, copy, count: () => shared };
}

describe('a second press in a share bar', () => {
  it('of a held Enter copies and counts nothing', async () => {
    const { api, bar, copy, count } = await barWithCopy();
    copy.focus();
    for (let times = 0; times < 4; times++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await api.received('POST');
    expect([count(), (await api.requests('POST')).length]).to.deep.equal([1, 1]);
    bar.remove();
  });

  it('of a double click copies and counts nothing, and a later one does', async () => {
    const { api, bar, copy, count } = await barWithCopy();
    const { left, top } = copy.getBoundingClientRect();
    const position: [number, number] = [Math.round(left + 9), Math.round(top + 9)];
    await sendMouse({ type: 'move', position });
    const press = (detail: number) =>
      copy.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, composed: true }));
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
