import { expect, fixture, html } from '@open-wc/testing';
import DOMPurify from 'dompurify';
import '../../src/index.js';
import { type CarrierPage, carrierPage } from '../support/carrier-page.js';
import { until } from '../support/wait.js';

/** A reader's comment that a sanitiser has let pass, shown on the page now. */
async function comment(markup: string): Promise<HTMLElement> {
  const place = await fixture<HTMLElement>(html`<section></section>`);
  place.innerHTML = DOMPurify.sanitize(markup);
  await new Promise((done) => setTimeout(done));
  return place;
}

const attributesOf = (element: Element | null | undefined) =>
  Object.fromEntries([...(element?.attributes ?? [])].map(({ name, value }) => [name, value]));

const live = [
  ...['onfocus', 'onfocusin', 'onclick', 'onanimationstart', 'ontoggle', 'onbeforetoggle'],
  ...['style', 'class', 'id', 'slot', 'part', 'exportparts', 'is', 'popover', 'tabindex', 'inert'],
  ...['autofocus', 'contenteditable', 'nonce', 'xlink:href', 'xmlns', 'title', 'role', 'hidden'],
  ...['aria-label', 'accesskey', 'draggable', 'dir', 'translate', 'href', 'srcdoc', 'data-item'],
  ...['riac', 'riac-carriers', 'networks-', 'networks-ru-onclick', 'x-networks-de'],
  ...['langx', 'onlang', 'custom-networks', 'messages', '__proto__', 'constructor', 'inner-html'],
];
const stranger = (kind: string, networks = 'copy') =>
  `<div data-riac="${kind}" data-networks="${networks}" data-item="a" ${live
    .map((name) => `data-${name}="window.pwned = 1"`)
    .join(' ')}>Nice!</div>`;

describe('a carrier in the text of a stranger', () => {
  let opened: CarrierPage | undefined;
  afterEach(() => opened?.remove());

  for (const [kind, options] of [
    ['share-bar', { item: 'a', networks: 'copy' }],
    ['star-rating', { item: 'a' }],
    ['poll', { item: 'a' }],
  ] as const) {
    it(`hands over the options of a ${kind} and nothing else`, async () => {
      const place = await comment(stranger(kind));
      const carrier = place.firstElementChild as HTMLElement;
      expect(carrier.dataset['onfocus'], 'the sanitiser lets it pass').to.contain('pwned');
      const widget = carrier.querySelector<HTMLElement>(`riac-${kind}`);
      expect(attributesOf(widget)).to.deep.equal(options);
      widget?.focus();
      widget?.click();
      expect(window).not.to.have.property('pwned');
    });

    it(`hands over every option of a ${kind}`, async () => {
      const element = customElements.get(`riac-${kind}`) as unknown as {
        observedAttributes: string[];
      };
      const all = [...element.observedAttributes, 'lang', 'credentials', 'networks-de'];
      // No address, so that nothing is asked for.
      const data = all.map((name) => `data-${name}="blob:${name}"`);
      const place = await comment(`<div data-riac="${kind}" ${data.join(' ')}></div>`);
      const widget = place.querySelector(`riac-${kind}`);
      expect(widget?.getAttributeNames()).to.have.members(all);
      for (const name of all) expect(widget?.getAttribute(name)).to.equal(`blob:${name}`);
    });
  }

  it('costs no other widget, whatever its fields are called', async () => {
    const place = await fixture<HTMLElement>(html`<section></section>`);
    const faults: string[] = [];
    const listen = ({ message }: ErrorEvent) => faults.push(message);
    addEventListener('error', listen);
    const good = (id: string) =>
      `<div id="${id}" data-riac="share-bar" data-networks="copy"></div>`;
    const names = [
      ...['attributes', 'getAttribute', 'querySelector', 'querySelectorAll', 'append', 'matches'],
      ...['childNodes', 'closest', 'nodeType', 'localName', 'parentNode'],
    ];
    const forms = names.map(
      (name) => `<form data-riac="poll" data-item="a"><input name="${name}">${good(name)}</form>`,
    );
    const odd = ['__proto__', 'constructor', '', 'poll poll', 'nothing', 'POLL', 'öl'].map(
      (name) => `<div data-riac="${name}" data-item="a"></div>`,
    );
    place.innerHTML = `${forms.join('')}<form data-riac="poll"></form>${odd.join('')}
      <div data-riac="poll" data-1="" data-.="" data-="" data-a:b:c="">${good('nested')}</div>
      <div data-riac="poll"><div data-riac="poll"></div></div>${good('last')}`;
    await new Promise((done) => setTimeout(done));
    removeEventListener('error', listen);
    expect(faults).to.deep.equal([]);
    const bars = [...place.querySelectorAll('riac-share-bar')];
    const carriers = bars.map(({ parentElement }) => parentElement?.getAttribute('id'));
    expect(carriers).to.deep.equal([...names, 'nested', 'last']);
    expect(place.querySelectorAll('form > riac-poll').length, 'forms stay as they are').to.equal(0);
    const untouched = [...place.querySelectorAll('section > [data-riac]:not(form)')].slice(
      0,
      odd.length,
    );
    expect(untouched.map(({ outerHTML }) => outerHTML)).to.deep.equal(odd);
    place.remove();
  });

  for (const policy of ['trusted-types riac-widgets lit-html', '']) {
    it(`costs no other widget under enforced Trusted Types (${policy || 'any name'})`, async () => {
      const content = `require-trusted-types-for 'script'; ${policy}`;
      opened = await carrierPage({
        head: `<meta http-equiv="Content-Security-Policy" content="${content}">`,
        body: `<div id="one" data-riac="star-rating" data-name="r" data-onclick="window.pwned = 1"></div>
          <div id="two" data-riac="poll" data-srcdoc="<p>" data-item="a">Poll</div>
          <riac-share-bar networks="x copy">fallback share</riac-share-bar>`,
      });
      expect(opened.carried()).to.deep.equal(['one', 'two']);
      const { page, faults } = opened;
      await until(
        () => page.querySelector('riac-share-bar')?.shadowRoot?.querySelector('a'),
        'bar',
      );
      expect(faults).to.deep.equal([]);
    });
  }

  it('costs no widget by an image with the name of what scripts ask the page for', async () => {
    const names = [
      'baseURI',
      'host',
      'documentElement',
      'querySelector',
      'querySelectorAll',
      'head',
      'title',
    ];
    const images = names.map((name) => `<img name="${name}" id="${name}" alt="">`);
    const endpoint = `${location.origin}/api/v1`;
    const { page, ...rest } = (opened = await carrierPage({
      head: '<link rel="canonical" href="/canonical"><base href="/somewhere/">',
      body: `${images.join('')}<div id="one" data-riac="star-rating" data-item="us-policy"
          data-endpoint="${endpoint}" data-schema="Book"></div>
        <riac-share-bar networks="telegram"></riac-share-bar>`,
    }));
    expect(rest.carried()).to.deep.equal(['one']);
    const found = (selector: string): Element | null =>
      Document.prototype.querySelector.call(page, selector);
    const link = () => found('riac-share-bar')?.shadowRoot?.querySelector('a')?.href ?? '';
    await until(link, 'the link');
    const { searchParams } = new URL(link());
    expect(searchParams.get('url')).to.equal(`${location.origin}/canonical`);
    expect(searchParams.get('text')).to.equal('Page');
    await until(
      () => found('head > script[type="application/ld+json"]')?.textContent?.includes('Book'),
      'the data block',
    );
    expect(rest.faults).to.deep.equal([]);
  });
});
