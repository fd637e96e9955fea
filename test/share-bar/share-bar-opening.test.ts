import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ShareBarElement } from '../../src/share-bar/share-bar-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import { entry, mountBar } from './share-page.js';

/** A network that is served by the test server, and tells whether it knows who opened it. */
async function mountOwnNetwork(
  api: FakeEndpoint,
  attributes: Record<string, string> = {},
): Promise<ShareBarElement> {
  await api.plan({
    path: '/landed',
    times: 9,
    text: `<script>fetch('told?opener=' + (window.opener !== null)).then(() => close())</script>`,
    type: 'text/html',
  });
  const network = { id: 'own', label: 'Own', href: `${api.url}/landed?u={url}` };
  const bar = await mountBar(
    { networks: 'own', url: 'https://news.example/a', ...attributes },
    `<script type="application/json">${JSON.stringify([network])}</script>`,
  );
  return bar;
}

async function clickWith(target: HTMLElement, button: 'left' | 'middle' = 'left'): Promise<void> {
  const { x, y, width, height } = target.getBoundingClientRect();
  const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  await sendMouse({ type: 'click', position, button });
}

const landed = async (api: FakeEndpoint) =>
  (await api.requests()).filter(({ path }) => path === '/landed');

async function reported(api: FakeEndpoint): Promise<string> {
  await until(
    async () => (await api.requests()).some(({ path }) => path === '/told'),
    'the opened page to report',
  );
  return (await api.requests()).find(({ path }) => path === '/told')?.query ?? '';
}

// In a file of its own: the tabs that open here cover the page of the tests.
describe('a network, opened by a real click', () => {
  it('opens it in a new tab that knows nothing of this page', async () => {
    const api = await fakeEndpoint();
    const bar = await mountOwnNetwork(api);
    await clickWith(entry(bar, 'own'));
    expect(await reported(api)).to.equal('opener=false');
    const [request] = await landed(api);
    expect(new URLSearchParams(request?.query).get('u')).to.equal('https://news.example/a');
    expect(request?.headers['referer']).to.equal(undefined);
    expect(bar.isConnected).to.equal(true);
  });

  it('opens a window that knows nothing of this page, where asked for', async () => {
    const api = await fakeEndpoint();
    const bar = await mountOwnNetwork(api, { open: 'popup' });
    expect(entry(bar, 'own').ariaLabel).to.contain('new window');
    await clickWith(entry(bar, 'own'));
    expect(await reported(api)).to.equal('opener=false');
    const requests = await landed(api);
    expect(requests).to.have.length(1);
    expect(requests[0]?.headers['referer']).to.equal(undefined);
  });

  it('falls back to the link where the window is blocked', async () => {
    const { open } = window;
    window.open = () => null;
    try {
      const api = await fakeEndpoint();
      const bar = await mountOwnNetwork(api, { open: 'popup' });
      await clickWith(entry(bar, 'own'));
      expect(await reported(api)).to.equal('opener=false');
      expect(await landed(api)).to.have.length(1);
    } finally {
      window.open = open;
    }
  });

  it('opens by Enter on the focused link', async () => {
    const api = await fakeEndpoint();
    const bar = await mountOwnNetwork(api);
    entry(bar, 'own').focus();
    await sendKeys({ press: 'Enter' });
    expect(await reported(api)).to.equal('opener=false');
  });

  const command = navigator.platform.startsWith('Mac') ? 'Meta' : 'Control';
  const ways = [
    { way: 'the middle button', button: 'middle' },
    { way: `${command} and a click`, key: command, button: 'left' },
    { way: 'Shift and a click', key: 'Shift', button: 'left' },
  ] as const;
  // WebKitWebDriver presses the middle button and lets go of the left one: a click of the left.
  const isDriven = ({ button }: (typeof ways)[number]) =>
    button === 'left' || /Chrome|Firefox/.test(navigator.userAgent);
  for (const { way, button, ...more } of ways.filter(isDriven)) {
    const key = 'key' in more ? more.key : undefined;
    it(`leaves ${way} to the browser, also where a small window is the usual way`, async () => {
      const { open } = window;
      let popups = 0;
      window.open = () => (popups++, null);
      try {
        const api = await fakeEndpoint();
        const bar = await mountOwnNetwork(api, { open: 'popup' });
        const shared: string[] = [];
        bar.addEventListener('riac-share', ({ network }) => shared.push(network));
        if (key) await sendKeys({ down: key });
        await clickWith(entry(bar, 'own'), button);
        if (key) await sendKeys({ up: key });
        expect(await reported(api)).to.equal('opener=false');
        const [request, ...further] = await landed(api);
        expect(request?.headers['referer']).to.equal(undefined);
        expect([further, popups, shared]).to.deep.equal([[], 0, ['own']]);
        expect(bar.isConnected).to.equal(true);
      } finally {
        window.open = open;
      }
    });
  }
});
