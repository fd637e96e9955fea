import { expect } from '@open-wc/testing';
import { until } from '../support/wait.js';
import { OpenPage } from './open-page.js';

for (const [path, lang] of [
  ['/index.html', 'en'],
  ['/ru/', 'ru'],
] as const) {
  describe(`the front page at ${path}`, () => {
    let front: OpenPage;

    beforeEach(() => {
      localStorage.clear();
      front = new OpenPage();
    });
    afterEach(() => {
      expect(front.faults).to.deep.equal([]);
      front.close();
    });

    it('names the weight that the build has measured', async () => {
      await front.open(path);
      const { bundle } = await (await fetch('/configure/options.json')).json();
      const kilobytes = new Intl.NumberFormat(lang, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      }).format(bundle.brotli / 1000);
      expect(bundle.brotli).to.be.within(5_000, 60_000);
      expect(front.one('.facts dt').textContent).to.include(kilobytes);
    });

    it('shows the three widgets alive, and a snippet for the server it comes from', async () => {
      await front.open(path);
      const words = (tag: string) => front.one(`.front ${tag}`).shadowRoot?.textContent ?? '';
      await until(() => words('riac-poll').includes('33 (31%)'), 'the poll');
      await until(() => /: 5, .*: 5\)/.test(words('riac-star-rating')), 'the rating');
      await until(() => words('riac-share-bar').trim(), 'the share bar');
      expect(front.one('#snippet').textContent).to.include(`${location.origin}/riac-widgets.js`);
    });

    it('leads to everything else there is', async () => {
      await front.open(path);
      const leads = new Set(front.all('main a').map((link) => link.getAttribute('href')));
      const own = lang === 'ru' ? '/ru' : '';
      const editor = lang === 'ru' ? '/ru/editor/' : '/editor/';
      for (const address of [
        `${own}/configure/`,
        `/${lang}/docs/`,
        `/${lang}/article.html`,
        editor,
        `/${lang}/events.html`,
        `/${lang}/hosts.html`,
      ]) {
        expect(leads).to.include(address);
      }
    });

    for (const width of [1200, 320]) {
      it(`passes the checks of accessibility, ${width} px wide, light and dark`, async () => {
        await front.open(path, width);
        const { documentElement } = front.page;
        expect(documentElement.scrollWidth).to.equal(documentElement.clientWidth);
        front.setScheme('light');
        expect(await front.findings()).to.deep.equal([]);
        front.setScheme('dark');
        expect(await front.findings(['color-contrast'])).to.deep.equal([]);
      });
    }
  });
}
