import { expect } from '@open-wc/testing';
import { longestWait, waitBeforeRetry } from '../../src/data/backoff.js';
import { commonMessages } from '../../src/element/common-messages.js';
import { formatNumber, translator } from '../../src/element/messages.js';
import { pageItem } from '../../src/element/page-item.js';
import { randomHex, uuidV7 } from '../../src/data/random-id.js';
import { registerMessages } from '../../src/data/registry.js';
import { RequestError } from '../../src/data/request-error.js';
import { parseRetryAfter } from '../../src/data/request.js';
import { batchUrl, type Source } from '../../src/data/source.js';

const words = {
  en: { votes: { one: '{n} vote', other: '{n} votes' }, hello: 'Hello, {name}' },
  ru: { votes: { one: '{n} голос', few: '{n} голоса', many: '{n} голосов', other: '{n} голоса' } },
};

describe('the words', () => {
  it('follow the Russian plural rules', () => {
    const translate = translator('ru', [words]);
    const texts = [1, 2, 5, 11, 12, 21, 22, 1.5].map((n) => translate('votes', { n }));
    expect(texts).to.deep.equal([
      '1 голос',
      '2 голоса',
      '5 голосов',
      '11 голосов',
      '12 голосов',
      '21 голос',
      '22 голоса',
      '1,5 голоса',
    ]);
  });

  it('fall back from a region to its language, and to English', () => {
    expect(translator('ru-BY', [words])('votes', { n: 1 })).to.equal('1 голос');
    expect(translator('de', [words])('votes', { n: 1 })).to.equal('1 vote');
  });

  it('are English for a language named like an inherited property or no language at all', () => {
    for (const lang of ['constructor', '__proto__', 'x_y z', '']) {
      expect(translator(lang, [words])('votes', { n: 2 })).to.equal('2 votes');
    }
  });

  it('are replaced for the page or for one element', () => {
    registerMessages('eo', { votes: { one: '{n} voĉo', other: '{n} voĉoj' } });
    expect(translator('EO', [words])('votes', { n: 3 })).to.equal('3 voĉoj');
    expect(translator('eo', [words], { votes: '{n}×' })('votes', { n: 3 })).to.equal('3×');
  });

  it('leave hostile values as text and unknown places alone', () => {
    const translate = translator('en', [words]);
    expect(translate('hello', { name: '<b>{n}</b>' })).to.equal('Hello, <b>{n}</b>');
    expect(translate('hello')).to.equal('Hello, {name}');
    expect(translate('toString')).to.equal('');
  });

  it('have the same names in both languages', () => {
    const { en = {}, ru = {} } = commonMessages;
    expect(Object.keys(ru)).to.deep.equal(Object.keys(en));
  });

  it('write numbers as the language does', () => {
    expect(formatNumber(1234.56, 'en')).to.equal('1,234.6');
    expect(formatNumber(1234.56, 'ru').replace(/\s/g, ' ')).to.equal('1 234,6');
  });
});

describe('a key', () => {
  it('is a version 7 UUID and rises even within one millisecond', () => {
    const keys = Array.from({ length: 1000 }, () => uuidV7(1_700_000_000_000));
    for (const key of keys) {
      expect(key).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect([...keys].sort()).to.deep.equal(keys);
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it('of a voter is 128 random bits', () => {
    expect(randomHex(16)).to.match(/^[0-9a-f]{32}$/);
    expect(randomHex(16)).not.to.equal(randomHex(16));
  });
});

describe('a wait before the next attempt', () => {
  const fault = (status: number, retryAfter = 0) =>
    new RequestError('refused', '', status, '', retryAfter);

  it('is spread from nothing to a doubling ceiling', () => {
    expect(waitBeforeRetry(0, fault(500), 0)).to.equal(0);
    expect([0, 1, 2, 3].map((tries) => waitBeforeRetry(tries, fault(500), 1))).to.deep.equal([
      500, 1000, 2000, 4000,
    ]);
    expect(waitBeforeRetry(20, fault(500), 1)).to.equal(longestWait);
  });

  it('keeps half its length where the server is overrun', () => {
    for (const status of [429, 503]) expect(waitBeforeRetry(1, fault(status), 0)).to.equal(500);
  });

  it('is never shorter than the server asked', () => {
    expect(waitBeforeRetry(0, fault(503, 7), 0)).to.be.at.least(7000);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it('is read as seconds and as an HTTP date', () => {
    expect(parseRetryAfter('7')).to.equal(7);
    expect(parseRetryAfter(7)).to.equal(7);
    expect(parseRetryAfter('Thu, 01 Jan 2026 00:01:00 GMT', now)).to.equal(60);
  });

  it('counts as nothing when it is past, negative or garbage, and as an hour at most', () => {
    for (const value of ['Wed, 31 Dec 2025 00:00:00 GMT', '-5', 'soon', '', null, undefined, {}]) {
      expect(parseRetryAfter(value, now), String(value)).to.equal(0);
    }
    expect(parseRetryAfter('1e9')).to.equal(3600);
  });
});

describe('the item of a page', () => {
  const item = (url: string) => pageItem(new URL(url));

  it('is host and path, with colons and without slashes at the ends', () => {
    expect(item('https://news.example/en/article.html?x=1#y')).to.equal(
      'news.example:en:article.html',
    );
    expect(item('https://news.example/en/')).to.equal('news.example:en');
    expect(item('https://news.example/')).to.equal('news.example');
  });

  it('is cut to 200 characters and stays different for different pages', () => {
    const long = (end: string) => item(`https://news.example/${'a'.repeat(300)}${end}`);
    expect(long('1').length).to.be.at.most(200);
    expect(long('1')).not.to.equal(long('2'));
  });
});

describe('a batch address', () => {
  const source = (kind: Source['kind'], item: string, lang = ''): Source => ({
    kind,
    item,
    lang,
    endpoint: 'https://api.example/v1',
    src: '',
    credentials: 'omit',
    adapter: '',
  });

  it('is the same for the same items in any order', () => {
    const a = [source('rating', 'b'), source('poll', 'c d', 'ru'), source('rating', 'a')];
    const expected = 'https://api.example/v1/state?poll=c%20d&rating=a&rating=b&lang=ru';
    expect(batchUrl('state', a)).to.equal(expected);
    expect(batchUrl('state', a.reverse())).to.equal(expected);
  });
});
