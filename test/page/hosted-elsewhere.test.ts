import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { until } from '../support/wait.js';
import { OpenPage } from './open-page.js';
import { isSettled, removeVote } from './rating-in-frame.js';

/** The site as somebody hosts it: static files below a path, votes at a server of another origin. */
describe('the site below a path, with its server elsewhere', () => {
  let site: OpenPage;
  let base = '';
  let endpoint = '';

  before(async () => {
    endpoint = `${await executeServerCommand<string, null>('reference-server')}/api/v1`;
    base = await executeServerCommand('hosted-site', { origin: location.origin, endpoint });
  });
  beforeEach(() => {
    localStorage.clear();
    site = new OpenPage();
  });
  afterEach(() => {
    expect(site.faults).to.deep.equal([]);
    site.close();
  });

  const counted = async () =>
    (await (await fetch(`${endpoint}/ratings/us-policy`, { cache: 'no-store' })).json()).votes;

  it('takes a vote, shows it again and takes it back', async () => {
    expect(new URL(endpoint).origin).not.to.equal(location.origin);
    const votes = await counted();
    const rating = () => site.one('.front riac-star-rating');
    const stars = () => [
      ...(rating().shadowRoot?.querySelectorAll<HTMLElement>('[part~=star][role=radio]') ?? []),
    ];
    await site.open(base);
    await until(() => stars().length, 'the stars');
    stars()[3]?.click();
    await until(async () => (await counted()) === votes + 1, 'the vote at the server');
    await until(() => isSettled(rating()), 'the answer of the server');
    await site.open(`${base}en/article.html`);
    await site.open(base);
    await until(() => stars()[3]?.getAttribute('aria-checked') === 'true', 'the vote on the page');
    await until(() => isSettled(rating()), 'nothing on its way');
    removeVote(rating());
    await until(async () => (await counted()) === votes, 'the withdrawal at the server');
    await until(() => isSettled(rating()), 'the answer to the withdrawal');
  });

  it('leads from every page to every other one, and never out of its path', async () => {
    const list = await (await fetch(`${base}sitemap.xml`)).text();
    const pages = [...list.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);
    expect(pages.length).to.be.greaterThan(30);
    const wanted = new Map<string, string>();
    for (const address of [...pages, `${location.origin}${base}404.html`]) {
      expect(address.startsWith(location.origin + base), address).to.equal(true);
      const page = new DOMParser().parseFromString(
        await (await fetch(address)).text(),
        'text/html',
      );
      for (const element of page.querySelectorAll('[href], [src], [data-search]')) {
        const link = ['href', 'src', 'data-search'].map((name) => element.getAttribute(name));
        const url = new URL(link.find((value) => value !== null) ?? '', address);
        if (!/^http:/.test(url.protocol) || element.closest('.live')) continue;
        url.hash = '';
        wanted.set(url.href, address);
      }
    }
    for (const [address, from] of wanted) {
      const isOurs = address.startsWith(location.origin + base) || address.startsWith(endpoint);
      expect(isOurs, `${address} on ${from}`).to.equal(true);
      expect((await fetch(address)).status, `${address} on ${from}`).to.equal(200);
    }
  });

  it('finds by its search what stands below its path', async () => {
    await site.open(`${base}en/docs/`);
    await until(() => site.all('[data-search]:not([hidden])').length, 'the button');
    site.one('[data-search]').click();
    const field = site.one<HTMLInputElement>('dialog input');
    field.value = 'idempotency';
    field.dispatchEvent(new site.window.Event('input'));
    await until(() => site.all('dialog li a').length, 'a result');
    const [first] = site.all<HTMLAnchorElement>('dialog li a');
    expect(first?.pathname).to.equal(`${base}en/docs/http.html`);
    expect((await fetch(first?.href ?? '')).status).to.equal(200);
  });

  it('hands out code that names where the script and the votes really are', async () => {
    const script = `src="${location.origin}${base}riac-widgets.js"`;
    await site.open(`${base}ru/`);
    await until(() => site.one('#snippet').textContent?.includes(script), 'the script');
    expect(site.one('#snippet').textContent).to.include(`data-riac-endpoint="${endpoint}"`);
    await site.open(`${base}configure/#poll`);
    await until(() => site.all('#code').length, 'the configurator');
    expect(site.one('#code').textContent).to.include(script);
    expect(site.one('#code').textContent).to.include(`endpoint="${endpoint}"`);
  });

  it('logs the requests to the other server', async () => {
    await site.open(`${base}ru/events.html`);
    const lines = () => site.one('#lines').textContent ?? '';
    await until(() => lines().includes('/state'), 'the request');
    // The browser may tell of the request before the widget does.
    await until(() => lines().includes('riac-load'), 'the event');
  });
});
