import { expect } from '@open-wc/testing';
import type { ShareEvent } from '../../src/share-bar/share-bar-events.js';
import type { ShareBarElement } from '../../src/share-bar/share-bar-element.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import { entry, linkOf, mountBar, nextEvent, offered } from './share-page.js';

describe('a click on a network', () => {
  it('leaves modified and middle clicks to the browser', async () => {
    const { open } = window;
    let popups = 0;
    window.open = () => (popups++, null);
    try {
      const bar = await mountBar({ networks: 'x', open: 'popup' });
      const link = entry(bar, 'x');
      const shared: string[] = [];
      bar.addEventListener('riac-share', ({ network }) => shared.push(network));
      for (const [type, init] of [
        ['click', { ctrlKey: true }],
        ['click', { metaKey: true }],
        ['click', { shiftKey: true }],
        ['click', { altKey: true }],
        ['auxclick', { button: 1 }],
      ] as const) {
        const event = new MouseEvent(type, {
          cancelable: true,
          bubbles: true,
          composed: true,
          ...init,
        });
        bar.addEventListener(type, (late) => late.preventDefault(), { once: true });
        let own = true;
        link.addEventListener(type, () => (own = event.defaultPrevented), { once: true });
        link.dispatchEvent(event);
        expect(own, type).to.equal(false);
      }
      expect(popups).to.equal(0);
      expect(shared).to.have.length(5);
      link.dispatchEvent(new MouseEvent('auxclick', { button: 2, bubbles: true }));
      expect(shared).to.have.length(5);
    } finally {
      window.open = open;
    }
  });

  it('is announced, can be forbidden, and is told', async () => {
    const bar = await mountBar({ networks: 'x', url: 'https://news.example/a', placement: 'top' });
    const link = entry(bar, 'x');
    const told: string[] = [];
    bar.addEventListener('riac-before-share', (event) => {
      told.push(`before ${event.network} ${event.url} ${event.placement} ${event.kind}`);
      if (told.length === 1) event.preventDefault();
    });
    bar.addEventListener('riac-share', (event) => {
      told.push(`share ${event.network} ${event.url} ${event.placement}`);
    });
    let stopped = 0;
    bar.addEventListener('click', (event) => {
      stopped += Number(event.defaultPrevented);
      event.preventDefault();
    });
    link.click();
    expect(stopped).to.equal(1);
    link.click();
    expect(stopped).to.equal(1);
    expect(told).to.deep.equal([
      'before x https://news.example/a top share',
      'before x https://news.example/a top share',
      'share x https://news.example/a top',
    ]);
  });

  it('goes where the page is now, in a single-page application', async () => {
    const before = location.href;
    const bar = await mountBar({ networks: 'telegram email' });
    for (const [number, use] of [
      (link: HTMLElement) => link.dispatchEvent(new PointerEvent('pointerdown')),
      // Real focus needs a page in front, which a second browser window may take away.
      (link: HTMLElement) => link.dispatchEvent(new FocusEvent('focus')),
      (link: HTMLElement) => link.click(),
    ].entries()) {
      history.replaceState(null, '', `/article-${number}`);
      bar.addEventListener('click', (event) => event.preventDefault(), { once: true });
      const link = entry(bar, number % 2 ? 'email' : 'telegram');
      use(link);
      expect(decodeURIComponent(link.getAttribute('href') ?? '')).to.contain(`/article-${number}`);
    }
    history.replaceState(null, '', before);
  });

  it('leaves mail and app addresses without a tab of their own', async () => {
    const bar = await mountBar({ networks: 'x email' });
    const mail = entry(bar, 'email');
    expect(mail.getAttribute('target')).to.equal(null);
    expect(mail.ariaLabel).to.equal('Share by E-mail');
    expect(entry(bar, 'x').getAttribute('target')).to.equal('_blank');
    expect(entry(bar, 'x').getAttribute('rel')).to.equal('noopener noreferrer nofollow');
    expect(linkOf(bar, 'email').protocol).to.equal('mailto:');
  });
});

describe('counting', () => {
  const counted = {
    a: { item: 'a', version: 3, total: 1262, networks: { x: 1250, vk: 12, ok: 0 } },
  };
  const noGo = (bar: ShareBarElement) =>
    bar.addEventListener('click', (event) => event.preventDefault());

  it('asks for nothing before a click, and reports one click under one key', async () => {
    const api = await fakeEndpoint();
    const seen: string[] = [];
    const observer = new PerformanceObserver((list) =>
      seen.push(...list.getEntries().map(({ name }) => name)),
    );
    observer.observe({ type: 'resource' });
    const bar = await mountBar({
      endpoint: api.url,
      item: 'a',
      placement: 'top',
      networks: 'x vk',
    });
    noGo(bar);
    bar.addEventListener('pointerdown', () => undefined);
    entry(bar, 'x').focus();
    entry(bar, 'x').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await new Promise(requestAnimationFrame);
    expect(await api.requests()).to.deep.equal([]);
    observer.disconnect();
    expect(seen.filter((name) => !name.includes('/__'))).to.deep.equal([]);
    entry(bar, 'x').click();
    const [post] = await api.received('POST');
    expect(post?.path).to.equal('/shares/a');
    expect(post?.body).to.deep.equal({ network: 'x', placement: 'top' });
    expect(post?.headers['idempotency-key']).to.match(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab]/);
    expect(post?.headers['authorization']).to.equal(undefined);
    entry(bar, 'vk').click();
    const [, second] = await api.received('POST', 2);
    expect(second?.headers['idempotency-key']).not.to.equal(post?.headers['idempotency-key']);
    expect(await api.requests('GET')).to.deep.equal([]);
  });

  it('shows what was counted, in short and in words, and never a zero', async () => {
    const api = await fakeEndpoint({ shares: counted });
    const bar = await mountBar({
      endpoint: api.url,
      item: 'a',
      counts: '',
      networks: 'x vk ok copy',
    });
    noGo(bar);
    await until(() => entry(bar, 'x').innerText.includes('1.3K'), 'the count');
    expect(entry(bar, 'x').ariaLabel).to.equal('Share on X (opens in a new tab), Clicks: 1,250');
    expect(entry(bar, 'vk').innerText.trim()).to.equal('12');
    for (const name of ['ok', 'copy']) expect(entry(bar, name).innerText.trim()).to.equal('');
    entry(bar, 'vk').click();
    await until(() => entry(bar, 'vk').innerText.trim() === '13', 'the new count');
    expect(await api.requests('POST')).to.have.length(1);
  });

  it('shows nothing where the numbers cannot be had, and the links stay', async () => {
    for (const body of [
      '{"items":[]}',
      'oops',
      '{"items":[{"kind":"share","item":"a","status":200,"body":{"item":"a","version":1,"total":-1,"networks":{}}}]}',
    ]) {
      const api = await fakeEndpoint();
      await api.plan({ path: '/state', times: 9, text: body });
      const bar = await mountBar({ item: 'a', counts: '', networks: 'x' });
      const failed = nextEvent(bar, 'riac-error');
      bar.endpoint = api.url;
      await failed;
      expect(bar.renderRoot.querySelector('[part=total]')?.textContent?.trim()).to.equal('');
      expect(entry(bar, 'x').innerText.trim()).to.equal('');
      expect(linkOf(bar, 'x').host).to.equal('x.com');
    }
  });

  it('tells of a report that failed and lets the reader go on', async () => {
    const api = await fakeEndpoint();
    await api.plan({ method: 'POST', status: 503, code: 'unavailable' });
    const bar = await mountBar({ endpoint: api.url, item: 'a', networks: 'x' });
    noGo(bar);
    const failed = nextEvent(bar, 'riac-error');
    const shared = nextEvent<ShareEvent>(bar, 'riac-share');
    entry(bar, 'x').click();
    expect((await shared).network).to.equal('x');
    expect(await failed).to.include({ status: 503, code: 'unavailable' });
  });

  it('counts nothing where the page forbids the click or has no endpoint', async () => {
    const api = await fakeEndpoint();
    const bar = await mountBar({ endpoint: api.url, item: 'a', networks: 'x copy' });
    bar.addEventListener('riac-before-share', (event) => event.preventDefault());
    for (const name of offered(bar)) entry(bar, name).click();
    const free = await mountBar({ networks: 'x' });
    noGo(free);
    entry(free, 'x').click();
    await new Promise(requestAnimationFrame);
    expect(await api.requests()).to.deep.equal([]);
  });
});
