import { expect } from '@open-wc/testing';
import { type CarrierPage, carrierPage } from '../support/carrier-page.js';

const bar = (id: string, more = '') =>
  `<div data-riac="share-bar" data-networks="copy" id="${id}" ${more}></div>`;

/** An article of the editors' and a comment of a reader. */
const body = `<article>${bar('ours', 'class="embed"')}</article>
  <div class="comments">${bar('theirs')}</div>`;

describe('the switch of carriers', () => {
  let opened: CarrierPage | undefined;
  const open = async (parts: Parameters<typeof carrierPage>[0]) =>
    (opened = await carrierPage(parts));
  afterEach(() => opened?.remove());

  it('lets every carrier become a widget where nobody has said a thing', async () => {
    const { carried, insert } = await open({ body });
    await insert(bar('later'));
    expect(carried()).to.deep.equal(['ours', 'theirs', 'later']);
  });

  it('turns carriers off at <html>, also those that come later', async () => {
    const { carried, insert, page, warnings } = await open({
      html: 'data-riac-carriers="off"',
      body: `${body}<riac-share-bar networks="copy"></riac-share-bar>`,
    });
    await insert(`<section>${bar('later')}</section>`);
    expect(carried()).to.deep.equal([]);
    expect(page.querySelector('riac-share-bar')?.shadowRoot, 'tags live on').to.exist;
    expect(warnings.filter((text) => text.includes('carriers'))).to.deep.equal([]);
  });

  it('turns carriers off at the script tag, which may be taken away again', async () => {
    const { carried, insert, page } = await open({ script: 'data-riac-carriers="off"', body });
    page.querySelector('[data-riac-carriers]')?.remove();
    await insert(bar('later'));
    expect(carried()).to.deep.equal([]);
  });

  for (const place of ['html', 'script']) {
    it(`limits carriers to a selector at ${place}`, async () => {
      const { carried, insert } = await open({
        [place]: 'data-riac-carriers=":not(.comments *)"',
        body,
      });
      await insert(`<div class="comments"><p>${bar('later')}</p></div>${bar('more')}`);
      expect(carried()).to.deep.equal(['ours', 'more']);
    });
  }

  it('asks <html> before the script tag', async () => {
    const { carried } = await open({
      html: 'data-riac-carriers=".embed"',
      script: 'data-riac-carriers="*"',
      body,
    });
    expect(carried()).to.deep.equal(['ours']);
  });

  it('counts a carrier that is moved into a place where it may live', async () => {
    const { carried, page, insert } = await open({
      html: 'data-riac-carriers="article *"',
      body,
    });
    page.querySelector('article')?.append(page.querySelector('#theirs') ?? '');
    await insert('');
    expect(carried()).to.deep.equal(['ours', 'theirs']);
  });

  for (const selector of ['', 'article >', '.comments:not(', '!']) {
    it(`lets no carrier live, and says so once, for the selector "${selector}"`, async () => {
      const { carried, insert, warnings, faults } = await open({
        html: `data-riac-carriers="${selector}"`,
        body,
      });
      await insert(bar('later'));
      expect(carried()).to.deep.equal([]);
      const told = warnings.filter((text) => text.includes(`data-riac-carriers="${selector}"`));
      expect(told.length).to.equal(1);
      expect(faults).to.deep.equal([]);
    });
  }

  it('cannot be turned by what a reader writes', async () => {
    const names = ['documentElement', 'querySelector', 'querySelectorAll', 'scripts', 'head'];
    const images = names.map((name) => `<img name="${name}" alt="" data-riac-carriers="*">`);
    const { carried, insert } = await open({
      html: 'data-riac-carriers=".embed"',
      body: `<div data-riac-carriers="*">${body}</div>${images.join('')}`,
    });
    await insert(`<div data-riac-carriers="*">${bar('later', 'data-riac-carriers="*"')}</div>`);
    expect(carried()).to.deep.equal(['ours']);
  });

  it('holds for widgets that are defined one by one', async () => {
    const { carried } = await open({
      html: 'data-riac-carriers=".embed"',
      modules: ['/src/poll/poll-define.ts', '/src/share-bar/share-bar-define.ts'],
      tags: ['riac-poll', 'riac-share-bar'],
      body,
    });
    expect(carried()).to.deep.equal(['ours']);
  });
});
