import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import type { ShareBarElement } from '../../src/share-bar/share-bar-element.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import {
  addToHead,
  entry,
  fetchFurther,
  furtherNames,
  mountBar,
  offered,
  pretendPhone,
} from './share-page.js';

const all =
  'x facebook linkedin telegram vk ok max whatsapp viber threads bluesky mastodon reddit ' +
  `line pinterest email sms copy print ${furtherNames}`;

const more = (bar: ShareBarElement) =>
  bar.renderRoot.querySelector<HTMLButtonElement>('[part~="more"]');
const visible = (bar: ShareBarElement) =>
  offered(bar).filter((name) => entry(bar, name).getClientRects().length > 0);
const top = (element: Element | null) => element?.getBoundingClientRect().top ?? NaN;

/** A bar in a column of the given width. */
async function mountIn(width: number, attributes: Record<string, string>, dir = 'ltr') {
  const bar = await mountBar(attributes);
  const column = bar.parentElement as HTMLElement;
  column.style.width = `${width}px`;
  column.dir = dir;
  await settled(bar);
  return { bar, column };
}

/** Waits until the size of the column has been taken into account. */
const settled = async (bar: ShareBarElement) => {
  await bar.updateComplete;
  // It is noticed in one frame, and taken into account in the next.
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
};

before(fetchFurther);

describe('entries without room', () => {
  for (const dir of ['ltr', 'rtl']) {
    it(`hide behind a button, and the line stays one line (${dir})`, async () => {
      const { bar, column } = await mountIn(320, { networks: all, display: 'both' }, dir);
      const shown = visible(bar);
      expect(shown.length).to.be.within(1, 6);
      for (const name of shown)
        expect(top(entry(bar, name)), name).to.be.closeTo(top(more(bar)), 4);
      expect(column.scrollWidth).to.be.at.most(320);
      column.style.width = '1400px';
      await settled(bar);
      expect(visible(bar).length).to.be.above(shown.length);
      column.style.width = '320px';
      await settled(bar);
      expect(visible(bar)).to.deep.equal(shown);
    });
  }

  it('need no button where all fit', async () => {
    const { bar } = await mountIn(700, { networks: 'x vk copy' });
    expect(more(bar)).to.equal(null);
    expect(visible(bar)).to.deep.equal(['x', 'vk', 'copy']);
  });

  it('are shown and hidden by the button, and Escape leads back to it', async () => {
    const { bar } = await mountIn(700, { networks: 'x vk copy print', 'max-visible': '2' });
    expect(visible(bar)).to.deep.equal(['x', 'vk']);
    const button = more(bar);
    button?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => visible(bar).length === 4, 'all entries');
    expect(button?.ariaExpanded).to.equal('true');
    // What was hidden follows the button, for the keyboard and for screen readers.
    await sendKeys({ press: 'Tab' });
    expect(bar.shadowRoot?.activeElement).to.equal(entry(bar, 'copy'));
    await sendKeys({ press: 'Escape' });
    await until(() => visible(bar).length === 2, 'two entries');
    expect(bar.shadowRoot?.activeElement).to.equal(button);
    expect(button?.ariaExpanded).to.equal('false');
  });

  it('are found again when the element moves', async () => {
    const { bar, column } = await mountIn(320, { networks: all });
    const shown = visible(bar);
    const wide = document.createElement('div');
    wide.style.width = '1400px';
    column.after(wide);
    wide.append(bar);
    await settled(bar);
    expect(visible(bar).length).to.be.above(shown.length);
    wide.remove();
  });
});

describe('a change of size', () => {
  const complaints: string[] = [];
  const listen = (event: ErrorEvent) => complaints.push(event.message);

  beforeEach(() => (complaints.length = 0));

  it('never is an endless one to the browser, though scroll bars come and go with it', async () => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'inline-size: 700px; block-size: 200px';
    document.body.append(frame);
    const { contentWindow, contentDocument } = frame;
    if (!contentWindow || !contentDocument) throw new Error('no frame');
    for (const each of [window, contentWindow]) each.addEventListener('error', listen);
    const { bar, column } = await mountIn(320, { networks: all, display: 'both' });
    contentDocument.body.append(bar);
    await settled(bar);
    const watch = (view: typeof globalThis, element: Element) =>
      new view.ResizeObserver(() => undefined).observe(element);
    watch(window, frame);
    watch(contentWindow as unknown as typeof globalThis, contentDocument.body);
    const tall = contentDocument.createElement('div');
    contentDocument.body.append(tall);
    // One line of entries leaves room for no scroll bar, two do not.
    tall.style.blockSize = `${200 - contentDocument.body.scrollHeight - 16}px`;
    for (let width = 700; width > 200; width -= 13) {
      frame.style.inlineSize = `${width}px`;
      // Whoever listens to sizes may change the bar meanwhile.
      if (width % 2) bar.toggleAttribute('counts');
      await settled(bar);
    }
    column.append(bar);
    await settled(bar);
    frame.remove();
    expect(complaints).to.deep.equal([]);
  });
});

describe('the keyboard', () => {
  it('reaches every entry in order', async () => {
    const networks = 'x telegram copy print';
    const bar = await mountBar({ networks });
    const order: string[] = [];
    entry(bar, 'x').focus();
    while (order.length < networks.split(' ').length) {
      order.push(bar.shadowRoot?.activeElement?.part[1] ?? '');
      await sendKeys({ press: 'Tab' });
    }
    // WebKitGTK, as Safari, passes links over with Tab unless told otherwise.
    const links = order.filter(Boolean);
    expect(links).to.deep.equal(networks.split(' ').filter((name) => links.includes(name)));
    expect(links).to.include('x');
  });
});

describe('the look', () => {
  let head: { remove(): void };
  before(() => (head = addToHead('<meta property="og:image" content="/a.png">')));
  after(() => head.remove());

  for (const scheme of ['light', 'dark'] as const) {
    for (const display of ['icon', 'label', 'both']) {
      it(`passes axe (${scheme}, ${display})`, async () => {
        const { bar, column } = await mountIn(320, { networks: all, display, 'max-visible': '4' });
        column.style.cssText += `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
        more(bar)?.click();
        await settled(bar);
        await expect(bar).to.be.accessible();
      });
    }
  }

  it('gives every entry a name of its own, an icon and enough room', async () => {
    const phone = pretendPhone();
    const { bar } = await mountIn(320, { networks: all });
    more(bar)?.click();
    await settled(bar);
    const names = offered(bar).map((name) => entry(bar, name).ariaLabel);
    expect(offered(bar)).to.have.length(all.split(' ').length);
    expect(new Set(names)).to.have.length(names.length);
    for (const name of offered(bar)) {
      const element = entry(bar, name);
      const { width, height } = element.getBoundingClientRect();
      expect(Math.min(width, height), name).to.be.at.least(24);
      const drawn = element.querySelector<SVGPathElement>('path')?.getBBox();
      expect(drawn?.width, name).to.be.within(8, 24);
      expect(element.getAttribute('title'), name).to.equal(null);
    }
    phone.restore();
  });

  it('speaks the language of its place, live', async () => {
    const { bar, column } = await mountIn(700, { networks: 'x vk email copy' });
    column.lang = 'ru';
    await until(() => bar.shadowRoot?.textContent?.includes('Поделиться статьёй'), 'Russian');
    expect(entry(bar, 'vk').ariaLabel).to.equal(
      'Поделиться: ВКонтакте (откроется в новой вкладке)',
    );
    expect(entry(bar, 'copy').ariaLabel).to.equal('Скопировать ссылку');
  });

  it('takes a prompt of the page’s own', async () => {
    const bar = await mountBar({}, '<b slot="prompt">Pass it on</b>');
    const slot = bar.renderRoot.querySelector<HTMLSlotElement>('slot[name=prompt]');
    expect(slot?.assignedElements()[0]?.textContent).to.equal('Pass it on');
  });

  it('keeps its lines and icons in forced colours', async () => {
    const command = { features: [{ name: 'forced-colors', value: 'active' }] };
    const emulated = await executeServerCommand('emulate-features', command);
    const bar = await mountBar({ networks: 'x copy' });
    const { borderTopStyle, borderTopWidth, color } = getComputedStyle(entry(bar, 'x'));
    expect(borderTopStyle).to.equal('solid');
    expect(parseFloat(borderTopWidth)).to.be.at.least(1);
    const icon = entry(bar, 'x').querySelector('svg') as Element;
    expect(getComputedStyle(icon).stroke).to.equal(color);
    if (emulated) await executeServerCommand('emulate-features', { features: [] });
  });

  it('is not printed', async () => {
    const bar = await mountBar({ networks: 'x' });
    expect(getComputedStyle(bar).display).to.equal('block');
    if (!(await executeServerCommand('emulate-features', { media: 'print' }))) return;
    expect(getComputedStyle(bar).display).to.equal('none');
    await executeServerCommand('emulate-features', { media: '' });
  });
});

describe('late numbers', () => {
  it('move nothing, and leave the focus where it is', async () => {
    const api = await fakeEndpoint({
      shares: { a: { item: 'a', version: 1, total: 1200, networks: { x: 1200, print: 7 } } },
    });
    await api.plan({ path: '/state', hold: true });
    const { bar } = await mountIn(320, {
      networks: 'x vk copy print',
      'max-visible': '2',
      item: 'a',
      counts: '',
      endpoint: api.url,
    });
    more(bar)?.click();
    await settled(bar);
    entry(bar, 'print').focus();
    const places = () =>
      [bar, ...offered(bar).map((name) => entry(bar, name))].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      });
    const before = places();
    await api.release();
    await until(() => entry(bar, 'print').innerText.includes('7'), 'the numbers');
    expect(places()).to.deep.equal(before);
    expect(bar.shadowRoot?.activeElement).to.equal(entry(bar, 'print'));
  });
});
