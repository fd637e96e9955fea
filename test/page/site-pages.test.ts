import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

const english = [
  '/',
  '/en/article.html',
  '/en/events.html',
  '/en/hosts.html',
  '/404.html',
  '/editor/',
  '/configure/',
];
const russian = [
  '/ru/',
  '/ru/configure/',
  '/ru/article.html',
  '/ru/events.html',
  '/ru/hosts.html',
  '/ru/editor/',
];
const hosts = ['plain', 'huge', 'small-root', 'dark', 'no-scheme', 'right-to-left', 'loud'];
const hostPages = [...hosts, 'unset', 'quirks'].map((name) => `/hosts/${name}.html`);
const inFrames = [...hostPages, '/configure/frame.html'];
const pages = [...english, ...russian, ...inFrames];

describe('the pages of the demo', () => {
  let origin = '';
  const documents = new Map<string, Document>();

  const page = (path: string): Document => {
    const found = documents.get(path);
    if (!found) throw new Error(`${path} was not read`);
    return found;
  };

  before(async () => {
    origin = await executeServerCommand('reference-server');
    for (const path of pages) {
      const answer = await fetch(origin + path);
      expect(answer.status, path).to.equal(200);
      const text = await answer.text();
      documents.set(path, new DOMParser().parseFromString(text, 'text/html'));
    }
  });

  for (const path of pages) {
    it(`${path} holds no script and no style of its own`, () => {
      const inline = [...page(path).querySelectorAll('*')].filter(
        (element) =>
          element.matches('style, [style], script:not([src])') ||
          element.getAttributeNames().some((name) => name.startsWith('on')),
      );
      expect(inline.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    });

    it(`${path} asks nothing of another site and leads nowhere wrong`, async () => {
      const addresses = [...page(path).querySelectorAll('[href], [src]')]
        .filter((element) => !element.localName.startsWith('riac-'))
        .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
        .filter((address) => !address.startsWith('mailto:'));
      for (const address of new Set(addresses)) {
        const url = new URL(address, origin + path);
        expect(url.origin, address).to.equal(origin);
        const answer = await fetch(url);
        expect(answer.status, address).to.equal(200);
        if (!url.hash) continue;
        const target = new DOMParser().parseFromString(await answer.text(), 'text/html');
        expect(target.getElementById(url.hash.slice(1)), address).to.exist;
      }
    });
  }

  for (const path of [...english, ...russian]) {
    it(`${path} has one title, one main part and headings in order`, () => {
      expect(page(path).title).not.to.equal('');
      expect(page(path).documentElement.lang).to.equal(path.startsWith('/ru/') ? 'ru' : 'en');
      expect(page(path).querySelectorAll('main')).to.have.length(1);
      expect(page(path).querySelectorAll('h1')).to.have.length(1);
      const levels = [...page(path).querySelectorAll('h1, h2, h3')].map(({ localName }) =>
        Number(localName.slice(1)),
      );
      levels.reduce((before, level) => {
        expect(level, `h${level} after h${before}`).to.be.at.most(before + 1);
        return level;
      }, 0);
    });
  }

  for (const [one, other] of [
    ['/', '/ru/'],
    ['/en/article.html', '/ru/article.html'],
  ] as const) {
    it(`${one} and ${other} are one page in two languages`, () => {
      const widgets = (path: string) =>
        [...page(path).querySelectorAll('riac-star-rating, riac-share-bar, riac-poll')].map(
          (element) => `${element.localName} ${element.getAttribute('item') ?? ''}`,
        );
      expect(widgets(one)).to.deep.equal(widgets(other));
      const tallies = (path: string) => page(path).body.textContent?.match(/\d+ \(\d+%\)/g);
      expect(tallies(one)).to.deep.equal(['33 (31%)', '30 (28%)', '24 (22%)', '21 (19%)']);
      expect(tallies(other)).to.deep.equal(tallies(one));
      for (const path of [one, other]) {
        const alternates = [...page(path).querySelectorAll('link[hreflang]')];
        expect(alternates.map((link) => link.getAttribute('href'))).to.deep.equal([one, other]);
        expect(page(path).querySelector('link[rel=canonical]')?.getAttribute('href')).to.equal(
          path,
        );
      }
    });
  }
});
