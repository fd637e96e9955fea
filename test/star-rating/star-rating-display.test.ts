import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { registerMessages } from '../../src/data/registry.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import {
  click,
  fills,
  find,
  group,
  loaded,
  mountRating,
  point,
  rating,
  said,
  settled,
  star,
  stars,
  words,
} from './rating-page.js';

async function mountWith(
  changes: object,
  attributes: Record<string, string> = {},
): Promise<[StarRatingElement, FakeEndpoint]> {
  const api = await fakeEndpoint({ ratings: { a: rating(changes) } });
  const page = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement('riac-star-rating');
  const all = { endpoint: api.url, item: 'a', ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  page.append(element);
  await until(() => /[\d(]/.test(words(element)), 'the numbers');
  return [element, api];
}

describe('the stars', () => {
  beforeEach(() => localStorage.clear());

  it('are clipped exactly at the mean', async () => {
    const [element] = await mountWith({ mean: 3.7, histogram: null });
    expect(fills(element).map((fill) => Math.round(fill * 1000) / 1000)).to.deep.equal([
      100, 100, 100, 70, 0,
    ]);
  });

  it('fill from the right where writing runs right to left, live', async () => {
    const [element] = await mountWith({ mean: 3.7, histogram: null });
    const side = () => getComputedStyle(star(element, 4), '::after').backgroundPositionX;
    expect(side()).to.equal('0px');
    element.dir = 'rtl';
    expect(side()).to.equal('100%');
    expect(star(element, 1).getBoundingClientRect().left).to.be.above(
      star(element, 5).getBoundingClientRect().left,
    );
  });

  it('differ by shape when empty and full, not by colour alone', async () => {
    const [element] = await mountWith({ mean: 1, histogram: null });
    const shape = (number: number) =>
      getComputedStyle(star(element, number).firstElementChild ?? element).clipPath;
    expect(shape(5)).to.contain('evenodd');
    expect(shape(1)).to.contain('polygon').and.not.contain('evenodd');
  });

  it('show a mean above the scale as its end, with one warning', async () => {
    const warned: string[] = [];
    const warn = console.warn;
    console.warn = (text: string) => warned.push(text);
    const [element, api] = await mountWith({ mean: 9, histogram: null });
    await mountRating(api.url);
    console.warn = warn;
    expect(fills(element)).to.deep.equal([100, 100, 100, 100, 100]);
    expect(words(element)).to.contain('rating: 5)');
    expect(warned.length).to.equal(1);
    expect(warned[0]).to.contain('mean 9');
  });

  it('show a mean below the scale as its beginning', async () => {
    const [element] = await mountWith({ mean: 0.2, histogram: null });
    expect(fills(element)).to.deep.equal([100, 0, 0, 0, 0]);
  });

  it('are warned of where they are more than a radio group should hold', async () => {
    const warned: string[] = [];
    const warn = console.warn;
    console.warn = (text: string) => warned.push(text);
    await mountWith({ max: 8, histogram: null });
    expect(warned, 'readers’ pages stay silent').to.be.empty;
    await mountWith({ max: 8, histogram: null }, { debug: '' });
    console.warn = warn;
    expect(warned.join()).to.contain('more than 7 stars');
  });

  it('have the size and the colour that the page asks for', async () => {
    const [element] = await mountWith({ histogram: null });
    const shape = () => star(element, 1).firstElementChild as HTMLElement;
    const sizes = ['s', 'm', 'l'].map((size) => {
      element.setAttribute('size', size);
      return shape().getBoundingClientRect().width;
    });
    expect(sizes).to.deep.equal([20, 28, 40]);
    element.style.setProperty('--riac-rating-size', '31px');
    element.style.setProperty('--riac-rating-color', 'rgb(1, 2, 3)');
    const { width, height } = shape().getBoundingClientRect();
    expect([width, height]).to.deep.equal([31, 31]);
    expect(getComputedStyle(shape()).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('stand under the first letter, and break into lines of one length', async () => {
    const [element] = await mountWith({ max: 10, mean: 7, histogram: null });
    const left = (part: Element) => part.getBoundingClientRect().left;
    element.style.setProperty('--riac-rating-size', '16px');
    expect(left(star(element, 1).firstElementChild as Element)).to.equal(
      left(find(element, '[part=prompt]')),
    );
    element.style.setProperty('--riac-rating-size', '26px');
    element.style.inlineSize = '290px';
    const { top } = star(element, 1).getBoundingClientRect();
    const first = stars(element).filter((box) => box.getBoundingClientRect().top === top);
    // Firefox balances lines of text, not of boxes.
    expect(first.length).to.equal(/Firefox/.test(navigator.userAgent) ? 9 : 5);
  });

  it('are as many as the back end says', async () => {
    const [element] = await mountWith({ max: 10, mean: 7.5, histogram: null });
    expect(stars(element).length).to.equal(10);
    expect(fills(element)[7]).to.equal(50);
  });

  it('take the page’s own symbols, a copy for each', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating({ mean: 3.7, histogram: null }) } });
    const element = await loaded(
      await fixture<StarRatingElement>(
        html`<riac-star-rating endpoint=${api.url} item="a">
          <b slot="symbol-empty">o</b><b slot="symbol-full">x</b>
        </riac-star-rating>`,
      ),
    );
    expect(stars(element).map((box) => box.textContent)).to.deep.equal(Array(5).fill('ox'));
    const [empty, full] = [...star(element, 4).querySelectorAll('.symbol')].map(
      (layer) => layer.getBoundingClientRect().width,
    );
    expect((full ?? 0) / (empty ?? 0)).to.be.closeTo(0.7, 0.001);
    expect(getComputedStyle(star(element, 4), '::after').content).to.equal('none');
    const kept = star(element, 1).lastElementChild;
    element.requestUpdate();
    await element.updateComplete;
    expect(star(element, 1).lastElementChild, 'the copies stay').to.equal(kept);
    for (const symbol of [...element.children]) symbol.textContent = '?';
    const other = document.createElement('i');
    other.slot = 'symbol-full';
    other.textContent = 'y';
    element.lastElementChild?.replaceWith(other);
    await until(() => star(element, 2).textContent === '?y', 'the new symbol');
  });
});

describe('the words', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => resetMouse());

  const summaries: [lang: string, summary: string, votes: number, mean: number, text: string][] = [
    ['en', 'full', 5, 5, '(votes: 5, rating: 5)'],
    ['en', 'full', 1234, 4.26, '(votes: 1,234, rating: 4.3)'],
    ['en', 'short', 1, 5, '(1 vote)'],
    ['en', 'short', 5, 5, '(5 votes)'],
    ['en', 'short', 1e12, 5, '(1,000,000,000,000 votes)'],
    ['ru', 'full', 5, 5, '(голосов: 5, оценка: 5)'],
    ['ru', 'full', 2, 1.5, '(голосов: 2, оценка: 1,5)'],
    ['ru', 'full', 2, 1.5, '(голосов: 2, оценка: 1,5)'],
    ['ru', 'short', 1, 5, '(1 голос)'],
    ['ru', 'short', 2, 5, '(2 голоса)'],
    ['ru', 'short', 5, 5, '(5 голосов)'],
    ['ru', 'short', 11, 5, '(11 голосов)'],
    ['ru', 'short', 12, 5, '(12 голосов)'],
    ['ru', 'short', 21, 5, '(21 голос)'],
    ['ru', 'short', 22, 5, '(22 голоса)'],
    ['en', 'full short', 5, 5, '(votes: 5, rating: 5) (5 votes)'],
  ];
  for (const [lang, summary, votes, mean, text] of summaries) {
    it(`are “${text}” in ${lang}, ${summary}`, async () => {
      const [element] = await mountWith({ votes, mean, histogram: null }, { lang, summary });
      const prompt = lang === 'ru' ? 'Оцените статью' : 'Rate this article';
      expect(words(element).replace(/\u00a0/g, ' ')).to.equal(`${prompt} ${text}`);
    });
  }

  it('can be left out, but not for those who cannot see the stars', async () => {
    const [element] = await mountWith({});
    element.summary = 'none';
    await element.updateComplete;
    expect(words(element)).to.equal('Rate this article');
    expect(group(element).getAttribute('aria-describedby')).to.equal('summary');
    expect(find(element, '#summary').textContent).to.contain('votes: 5');
  });

  it('say that nobody has voted yet, without a number', async () => {
    const [element] = await mountWith({ votes: 0, mean: null, histogram: [0, 0, 0, 0, 0] });
    expect(words(element)).to.equal('Rate this article (no votes yet)');
  });

  it('say the number that is shown, never a raw one', async () => {
    const [element] = await mountWith({ mean: 3.1205932, state: 'closed', histogram: null });
    expect(words(element)).to.contain('rating: 3.1)');
    expect(group(element).ariaLabel).to.contain('Average rating 3.1 of 5,');
  });

  it('keep hidden results hidden', async () => {
    const hidden = rating({ votes: null, mean: null, histogram: null });
    const api = await fakeEndpoint({ ratings: { a: hidden } });
    const element = await mountRating(api.url);
    const text = JSON.stringify({ vote: { value: 3 }, snapshot: hidden });
    await api.plan({ method: 'PUT', text });
    expect(words(element)).to.equal('Rate this article');
    star(element, 3).click();
    await settled(element);
    await until(() => said(element)[0], 'the thanks');
    expect(said(element)[0]).to.equal('Thank you, your vote: 3 of 5.');
    expect(words(element))
      .to.contain('Your vote: 3')
      .and.not.match(/NaN|null|undefined/);
  });

  it('name stars in Russian, with the forms that numbers ask for', async () => {
    const [element] = await mountWith({}, { lang: 'ru' });
    expect(stars(element).map((radio) => radio.getAttribute('aria-label'))).to.deep.equal([
      '1 звезда из 5',
      '2 звезды из 5',
      '3 звезды из 5',
      '4 звезды из 5',
      '5 звёзд из 5',
    ]);
    element.removeAttribute('endpoint');
    element.step = 0.5;
    await element.updateComplete;
    expect(star(element, 3).getAttribute('aria-label')).to.equal('1,5 звезды из 5');
  });

  it('follow the language of the page, live', async () => {
    const [element] = await mountWith({});
    element.parentElement?.setAttribute('lang', 'ru');
    await until(() => words(element) === 'Оцените статью (голосов: 5, оценка: 4)', 'Russian');
    star(element, 5).click();
    await settled(element);
    await until(() => said(element)[0], 'the thanks');
    expect(said(element)[0]).to.equal(
      'Спасибо, ваша оценка: 5 из 5. Средняя оценка 4,2 из 5, 6 голосов.',
    );
  });

  it('are the page’s own where it brings some', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const element = await loaded(
      await fixture<StarRatingElement>(
        html`<riac-star-rating endpoint=${api.url} item="a" .messages=${{ own: 'Mine: {value}' }}>
          <span slot="prompt">How was the soup?</span>
        </riac-star-rating>`,
      ),
    );
    star(element, 2).click();
    await element.updateComplete;
    expect(words(element)).to.contain('Mine: 2');
    const prompt = find<HTMLElement>(element, '#prompt slot') as HTMLSlotElement;
    expect(prompt.assignedElements()[0]?.textContent).to.equal('How was the soup?');
  });

  it('give each star its label: in its name, under the pointer and with the vote', async () => {
    const [element] = await mountWith({}, { labels: 'Poor, Fair,Good, Very good, Excellent' });
    expect(star(element, 4).getAttribute('aria-label')).to.equal('4 stars of 5 – Very good');
    await point(star(element, 2));
    await element.updateComplete;
    expect(words(element)).to.contain('2 stars of 5 – Fair');
    star(element, 3).focus();
    await sendMouse({ type: 'move', position: [1, 500] });
    await until(() => words(element).includes('3 stars of 5 – Good'), 'the label of the focus');
    await click(star(element, 5));
    await settled(element);
    expect(words(element)).to.contain('Your vote: 5 – Excellent');
  });
});

describe('the histogram', () => {
  const rows = (element: StarRatingElement) =>
    [...element.renderRoot.querySelectorAll('li')].map((row) =>
      row.innerText.replace(/\s+/g, ' ').trim(),
    );
  const bars = (element: StarRatingElement) =>
    [...element.renderRoot.querySelectorAll('[part=bar]')].map((bar) =>
      parseFloat(getComputedStyle(bar).backgroundSize),
    );

  beforeEach(() => localStorage.clear());

  it('shows the votes of each star, the best first, and takes one’s own in', async () => {
    const [element] = await mountWith({}, { histogram: '' });
    expect(rows(element)).to.deep.equal([
      '5 1 vote',
      '4 3 votes',
      '3 1 vote',
      '2 0 votes',
      '1 0 votes',
    ]);
    expect(bars(element)).to.deep.equal([20, 60, 20, 0, 0]);
    const [best] = element.renderRoot.querySelectorAll('[part=bar]');
    expect([best?.role, best?.ariaLabel]).to.deep.equal(['img', '5 stars of 5']);
    star(element, 5).click();
    await element.updateComplete;
    expect(rows(element)[0]).to.equal('5 2 votes');
    await settled(element);
  });

  it('is left out where the back end does not tell', async () => {
    const [element] = await mountWith({ histogram: null }, { histogram: '' });
    expect(rows(element)).to.be.empty;
  });

  it('shares its own sum where that is not the number of votes', async () => {
    const [element] = await mountWith(
      { votes: 100, histogram: [1, 0, 0, 0, 3] },
      { histogram: '' },
    );
    expect(bars(element)).to.deep.equal([75, 0, 0, 0, 25]);
    expect(words(element)).to.contain('votes: 100');
  });

  it('is empty without votes, not divided by nothing', async () => {
    const [element] = await mountWith(
      { votes: 0, mean: null, histogram: [0, 0, 0, 0, 0] },
      { histogram: '' },
    );
    expect(bars(element)).to.deep.equal([0, 0, 0, 0, 0]);
  });
});

describe('English in a page from right to left', () => {
  beforeEach(() => localStorage.clear());

  it('keeps the full stop at its end', async () => {
    const [element] = await mountWith({ state: 'closed' }, { dir: 'rtl' });
    const text = find(element, '[part=reason]').firstChild?.nextSibling as Text;
    const edges = document.createRange();
    const side = (from: number) => {
      edges.setStart(text, from);
      edges.setEnd(text, from + 1);
      return edges.getBoundingClientRect().left;
    };
    expect(text.data).to.equal('Voting is closed.');
    expect(side(text.length - 1)).to.be.above(side(0));
  });
});

describe('sentences that the page supplies', () => {
  beforeEach(() => localStorage.clear());

  it('reach ratings that are there already, names of stars included', async () => {
    const [element] = await mountWith({}, { lang: 'x-late' });
    expect(star(element, 2).ariaLabel).to.equal('2 stars of 5');
    registerMessages('x-late', { stars: '{n} moons of {max}', prompt: 'Rate the sky' });
    element.requestUpdate();
    await element.updateComplete;
    expect(star(element, 2).ariaLabel).to.equal('2 moons of 5');
    expect(words(element)).to.contain('Rate the sky');
  });

  it('may belong to one rating alone', async () => {
    const [element] = await mountWith({});
    element.messages = { stars: '{n} of {max} cups' };
    await element.updateComplete;
    expect(star(element, 3).ariaLabel).to.equal('3 of 5 cups');
  });
});

describe('the structured data', () => {
  const blocks = () =>
    [...document.querySelectorAll('script[type="application/ld+json"]')].map(
      (block) => JSON.parse(block.textContent ?? '') as Record<string, unknown>,
    );

  beforeEach(() => localStorage.clear());

  it('is one block an item, follows the numbers and goes with the last element', async () => {
    const [first, api] = await mountWith({}, { schema: 'Recipe' });
    const second = first.cloneNode() as StarRatingElement;
    first.after(second);
    await loaded(second);
    expect(blocks().length).to.equal(1);
    expect(blocks()[0]).to.include({ '@context': 'https://schema.org', '@type': 'Recipe' });
    expect(blocks()[0]?.['aggregateRating']).to.deep.equal({
      '@type': 'AggregateRating',
      ratingValue: 4,
      bestRating: 5,
      worstRating: 1,
      ratingCount: 5,
    });
    star(first, 5).click();
    await settled(first);
    expect(blocks().length).to.equal(1);
    expect(blocks()[0]?.['aggregateRating']).to.include({ ratingValue: 4.2, ratingCount: 6 });
    expect((await api.requests('PUT')).length).to.equal(1);
    first.remove();
    expect(blocks().length).to.equal(1);
    second.remove();
    expect(blocks()).to.be.empty;
  });

  it('is not written unasked, nor without votes', async () => {
    await mountWith({});
    expect(blocks()).to.be.empty;
    await mountWith({ votes: 0, mean: null, histogram: null }, { schema: '' });
    expect(blocks()).to.be.empty;
  });
});
