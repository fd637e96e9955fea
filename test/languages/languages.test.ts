import { expect, fixture, html } from '@open-wc/testing';
import type { PollElement } from '../../src/poll/poll-element.js';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import '../../src/index.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { closed, pollBody, textOf } from '../poll/poll-page.js';
import {
  click,
  counted,
  loaded,
  mountRating,
  rating,
  star,
  words,
} from '../star-rating/rating-page.js';
import { until } from '../support/wait.js';

const spaces = /[\u00a0\u202f]/g;
const plain = (text: string) => text.replace(spaces, ' ');

/** A rating, a share bar and a closed poll in a page of that language. */
async function pageIn(lang: string, api: FakeEndpoint) {
  const page = await fixture<HTMLElement>(
    html`<div lang=${lang} data-riac-endpoint=${api.url}>
      <riac-star-rating item="a" summary="full short"></riac-star-rating>
      <riac-share-bar></riac-share-bar>
      <riac-poll item="p"></riac-poll>
    </div>`,
  );
  const stars = page.querySelector('riac-star-rating') as StarRatingElement;
  await loaded(stars);
  const poll = page.querySelector('riac-poll') as PollElement;
  await until(() => poll.renderRoot.querySelector('[part=total]'), 'the poll');
  const bar = page.querySelector('riac-share-bar');
  const says = (text: string) =>
    until(() => plain(words(stars) + textOf(bar) + textOf(poll)).includes(text), text);
  return { stars, poll, bar, says };
}

const back = (votes: number) =>
  fakeEndpoint({
    ratings: { a: rating({ votes, mean: 4 }) },
    polls: { p: pollBody({ ...closed, title: '', voters: votes }) },
  });

describe('the tables of further languages', () => {
  beforeEach(() => localStorage.clear());

  it('come late, and every widget that is there already changes its words', async () => {
    const page = await pageIn('de', await back(1));
    expect(words(page.stars)).to.equal('Rate this article (votes: 1, rating: 4) (1 vote)');
    await import('../../src/i18n/de.js');
    await page.says('Diesen Artikel bewerten (Stimmen: 1, Bewertung: 4) (1 Stimme)');
    await page.says('Diesen Artikel teilen');
    await page.says('Abgeschlossene Umfrage');
    await page.says('33 (31 %)');
    await page.says('1 Teilnahme');
    const names = [...(page.bar?.shadowRoot?.querySelectorAll('[part~=item]') ?? [])];
    expect(names.map((one) => one.ariaLabel)).to.include('Link kopieren');
    expect(names.map((one) => one.ariaLabel)).to.include(
      'Auf WhatsApp teilen (öffnet einen neuen Tab)',
    );
  });

  it('have the plural forms of German', async () => {
    await import('../../src/i18n/de.js');
    const page = await pageIn('de-AT', await back(1234));
    await page.says('Diesen Artikel bewerten (Stimmen: 1');
    expect(plain(words(page.stars)).replace(/\D234/g, '1234')).to.contain('Stimmen)');
    await page.says('Teilnahmen');
  });

  it('have the plural forms of Ukrainian', async () => {
    await import('../../src/i18n/uk.js');
    for (const [votes, said, people] of [
      [1, '(1 голос)', 'Проголосувала 1 людина'],
      [2, '(2 голоси)', 'Проголосували 2 людини'],
      [5, '(5 голосів)', 'Проголосували 5 людей'],
      [21, '(21 голос)', 'Проголосувала 21 людина'],
    ] as const) {
      const page = await pageIn('uk', await back(votes));
      await page.says(`Оцініть статтю (голосів: ${votes}, оцінка: 4) ${said}`);
      await page.says(people);
      await page.says('33 (31%)');
    }
  });

  it('say a round million as French and Spanish do', async () => {
    await import('../../src/i18n/fr.js');
    await import('../../src/i18n/es.js');
    for (const [lang, one, million] of [
      ['fr', '(1 vote)', 'de votes)'],
      ['es', '(1 voto)', 'de votos)'],
    ] as const) {
      await (await pageIn(lang, await back(1))).says(one);
      await (await pageIn(lang, await back(1_000_000))).says(million);
    }
  });

  it('word what becomes of a vote', async () => {
    await import('../../src/i18n/uk.js');
    const api = await back(5);
    const element = await mountRating(api.url);
    element.lang = 'uk';
    await until(() => words(element).includes('Оцініть'), 'Ukrainian');
    await api.plan({ method: 'PUT', status: 403, code: 'login_required' });
    await click(star(element, 4));
    await until(() => words(element).includes('Увійдіть, щоб проголосувати.'), 'the reason');
    await api.heal();
    await click(star(element, 2));
    await counted(element, 2);
    expect(words(element)).to.contain('Ваша оцінка: 2');
  });
});

/** A page with the built files, as a reader would paste them, in this order. */
async function pasted(files: readonly string[], api: FakeEndpoint) {
  const frame = document.createElement('iframe');
  const scripts = files.map((file) => `<script type="module" src="/${file}"></script>`).join('');
  frame.srcdoc = `<!doctype html><html lang="de"><body data-riac-endpoint="${api.url}">${scripts}
    <riac-star-rating item="a"></riac-star-rating><riac-poll archive></riac-poll></body></html>`;
  document.body.append(frame);
  await new Promise((done) => frame.addEventListener('load', done, { once: true }));
  const page = frame.contentDocument as Document;
  const said = (tag: string) => textOf(page.querySelector(tag));
  const add = (file: string) =>
    page.head.append(
      Object.assign(page.createElement('script'), { type: 'module', src: `/${file}` }),
    );
  return { frame, said, add };
}

describe('the files of further languages, beside the bundle', () => {
  beforeEach(() => localStorage.clear());

  for (const files of [
    ['riac-widgets.js', 'i18n/de.js'],
    ['i18n/de.js', 'riac-widgets.js'],
  ]) {
    it(`are understood in the order ${files.join(', ')}`, async () => {
      const api = await back(5);
      await api.plan({ path: '/polls', text: '{"items":[]}' });
      const { frame, said } = await pasted(files, api);
      await until(() => said('riac-star-rating').includes('Stimmen: 5'), 'German stars');
      await until(() => said('riac-poll').includes('keine Umfrage'), 'the German list');
      frame.remove();
    });
  }

  it('may be added to a page that shows its widgets, also to a list of past polls', async () => {
    const api = await back(5);
    await api.plan({ path: '/polls', text: '{"items":[]}', times: 9 });
    const { frame, said, add } = await pasted(['riac-widgets.js'], api);
    await until(() => said('riac-star-rating').includes('votes: 5'), 'English stars');
    await until(() => said('riac-poll').includes('No poll'), 'the English list');
    add('i18n/de.js');
    await until(() => said('riac-star-rating').includes('Stimmen: 5'), 'German stars');
    await until(() => said('riac-poll').includes('keine Umfrage'), 'the German list');
    frame.remove();
  });
});
