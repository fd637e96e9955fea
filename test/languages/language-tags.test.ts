import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { registerMessages } from '../../src/index.js';
import { pollBody, textOf } from '../poll/poll-page.js';
import { rating } from '../star-rating/rating-page.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';

const letters = 'a'.repeat(40);

/** Values of `lang` as pages have them, and the language that comes of each. */
const values: Record<string, 'en' | 'ru'> = {
  ru_RU: 'ru',
  'ru-': 'ru',
  _ru: 'ru',
  rus: 'ru',
  '(ru)': 'ru',
  [`ru${'-a'.repeat(9000)}`]: 'ru',
  'ru_RU.UTF-8': 'ru',
  ' RU ': 'ru',
  'ru RU': 'ru',
  'ru-RU-toolongsubtag': 'ru',
  'ru-Cyrl-RU-u-ca-buddhist-nu-latn-x-foobar': 'ru',
  [`ru-${letters}`]: 'ru',
  C: 'en',
  POSIX: 'en',
  [letters]: 'en',
  русский: 'en',
  '  ': 'en',
  '': 'en',
  '-': 'en',
  en_US: 'en',
  '"><script>': 'en',
  'ru&poll=b#': 'ru',
};

const words = {
  en: ['Rate this article', 'Share this article', 'Your opinion', 'Vote'],
  ru: ['Оцените статью', 'Поделиться', 'Your opinion', 'Проголосовать'],
};

/** All three widgets in a page of that language. */
async function pageIn(lang: string, api: FakeEndpoint): Promise<HTMLElement> {
  return fixture<HTMLElement>(
    html`<div lang=${lang} data-riac-endpoint=${api.url}>
      <riac-star-rating item="a"></riac-star-rating>
      <riac-share-bar></riac-share-bar>
      <riac-poll item="a"></riac-poll>
    </div>`,
  );
}

const textIn = (page: HTMLElement) => [...page.children].map(textOf).join(' ');

describe('a lang of the page', () => {
  let api: FakeEndpoint;

  beforeEach(async () => {
    localStorage.clear();
    api = await fakeEndpoint({ ratings: { a: rating() }, polls: { a: pollBody({ item: 'a' }) } });
  });

  for (const [lang, expected] of Object.entries(values)) {
    it(`such as ${JSON.stringify(lang)} gives ${expected} in every widget`, async () => {
      const page = await pageIn(lang, api);
      for (const word of words[expected]) await until(() => textIn(page).includes(word), word);
      const meta = page
        .querySelector('riac-share-bar')
        ?.shadowRoot?.querySelector('[part~=facebook]');
      expect(Boolean(meta), 'the networks of English readers').to.equal(expected === 'en');
      const [read] = await api.requests('GET');
      const asked = new URLSearchParams(read?.query).getAll('lang').join();
      expect(Intl.getCanonicalLocales(asked).length, 'a tag that Intl knows').to.equal(1);
      expect(asked.toLowerCase().startsWith('ru')).to.equal(expected === 'ru');
      expect(new URLSearchParams(read?.query).getAll('poll')).to.deep.equal(['a']);
    });

    it(`such as ${JSON.stringify(lang)} costs no vote`, async () => {
      const page = await pageIn(lang, api);
      const poll = page.querySelector('riac-poll');
      await until(() => poll?.shadowRoot?.querySelector('input'), 'the poll');
      poll?.shadowRoot?.querySelector<HTMLElement>('input')?.click();
      poll?.shadowRoot?.querySelector<HTMLElement>('button')?.click();
      const [put] = await api.received('PUT');
      expect(put?.path).to.equal('/polls/a/vote');
      await until(() => poll?.matches(':state(voted)'), 'the vote');
    });
  }

  it('finds the nearest words that the page has supplied, also in a language of its own', async () => {
    registerMessages('zh-Hant', { prompt: '請評分' });
    registerMessages('x-office', { prompt: 'Star this memo' });
    const [taiwan, office] = [await pageIn('zh_Hant_TW', api), await pageIn('x-office', api)];
    await until(() => textIn(taiwan).includes('請評分'), 'the words for zh-Hant');
    await until(() => textIn(office).includes('Star this memo'), 'the words for x-office');
  });
});
