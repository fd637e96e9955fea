import { expect } from '@open-wc/testing';
import { OpenPage } from '../page/open-page.js';
import { until } from '../support/wait.js';

const tags = 'riac-star-rating, riac-share-bar, riac-poll';

describe('a reader who only reads', () => {
  const article = new OpenPage();

  afterEach(() => article.close());

  it('is asked for nothing by other sites, and leaves no trace in the browser', async () => {
    localStorage.clear();
    await article.open('/en/article.html');
    const { window: inside, page } = article;
    const names = (await indexedDB.databases()).map(({ name }) => name);
    for (const widget of article.all(tags)) {
      widget.scrollIntoView();
      await until(() => !widget.matches(':state(loading), :not(:defined)'), widget.localName);
    }
    const places = inside.performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ protocol }) => protocol.startsWith('http'));
    expect(places.map(({ pathname }) => pathname)).to.include('/api/v1/state');
    expect([...new Set(places.map(({ origin }) => origin))]).to.deep.equal([location.origin]);
    expect(page.cookie).to.equal('');
    expect({ ...inside.localStorage }).to.deep.equal({});
    expect({ ...inside.sessionStorage }).to.deep.equal({});
    const after = (await indexedDB.databases()).map(({ name }) => name);
    expect(after).to.deep.equal(names);
  });
});
