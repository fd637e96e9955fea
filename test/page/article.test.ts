import { expect } from '@open-wc/testing';
import { until } from '../support/wait.js';
import { isSettled, ownOf, removeVote, starsOf } from './rating-in-frame.js';

/** The article in a frame of its own, with everything that its policy refused. */
async function open(path: string) {
  const frame = document.createElement('iframe');
  frame.width = '1000';
  frame.height = '900';
  frame.src = path;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const page = frame.contentDocument;
  if (!page) throw new Error(`${path} cannot be read`);
  const refused: string[] = [];
  page.addEventListener('securitypolicyviolation', (event) => refused.push(event.blockedURI));
  return { frame, page, refused };
}

const wordsOf = (element: Element) =>
  (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();

const all = (page: Document, tag: string) => [...page.querySelectorAll(tag)];

for (const [path, summary, voters] of [
  ['/en/article.html', '(votes: 5, rating: 5)', '108 voters'],
  ['/ru/article.html', '(голосов: 5, оценка: 5)', '108 человек'],
] as const) {
  describe(`the article at ${path}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;

    beforeEach(async () => {
      localStorage.clear();
      opened = await open(path);
    });
    afterEach(() => opened.frame.remove());

    it('shows the tallies of the server in place of the text that stood there', async () => {
      const { page, refused } = opened;
      const [rating, lower] = all(page, 'riac-star-rating');
      const [closed] = all(page, 'riac-poll');
      if (!rating || !lower || !closed) throw new Error('a widget is missing');
      await until(() => wordsOf(closed).includes(voters), 'the result of the poll');
      for (const tally of ['33 (31%)', '30 (28%)', '24 (22%)', '21 (19%)']) {
        expect(wordsOf(closed)).to.include(tally);
      }
      await until(() => wordsOf(rating).includes(summary), 'the summary above the text');
      await until(() => wordsOf(lower).includes(summary), 'the summary below the text');
      expect(closed.firstElementChild?.getClientRects().length, 'fallback').to.equal(0);
      expect(refused).to.deep.equal([]);
    });

    it('asks for all its widgets by one request', async () => {
      const { frame, page } = opened;
      await until(() => all(page, 'riac-poll').every((poll) => wordsOf(poll) !== ''), 'both polls');
      const asked = frame.contentWindow?.performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((pathname) => pathname.startsWith('/api/'));
      expect(asked).to.deep.equal(['/api/v1/state']);
    });
  });
}

describe('a vote on the article', () => {
  let opened: Awaited<ReturnType<typeof open>>;

  beforeEach(async () => {
    localStorage.clear();
    opened = await open('/en/article.html');
  });
  afterEach(() => opened.frame.remove());

  const own = (page: Document) => all(page, 'riac-star-rating').map(ownOf);
  const settled = (page: Document) => all(page, 'riac-star-rating').every(isSettled);

  it('shows in both ratings, outlives a reload and can be taken back', async () => {
    const { frame, page } = opened;
    await until(() => starsOf(all(page, 'riac-star-rating')[0])[3]?.role === 'radio', 'stars');
    starsOf(all(page, 'riac-star-rating')[0])[3]?.click();
    await until(() => own(page).join() === '4,4', 'both copies');
    await until(
      () => all(page, 'riac-star-rating').every((one) => wordsOf(one).includes('votes: 6')),
      'the count of the server',
    );
    await until(() => settled(page), 'the answer of the server');

    frame.contentWindow?.location.reload();
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const again = frame.contentDocument;
    if (!again) throw new Error('the article is gone');
    await until(() => own(again).join() === '4,4' && settled(again), 'the vote after the reload');

    removeVote(all(again, 'riac-star-rating')[1]);
    await until(() => own(again).join() === '0,0', 'no vote in either copy');
    await until(
      () => all(again, 'riac-star-rating').every((one) => wordsOf(one).includes('votes: 5')),
      'the first count',
    );
    await until(() => settled(again), 'the answer to the withdrawal');
  });
});

describe('the snippet on the front page', () => {
  it('names the server that the page came from, and holds the three widgets', async () => {
    const { frame, page } = await open('/ru/');
    const snippet = page.getElementById('snippet')?.textContent ?? '';
    frame.remove();
    const pasted = new DOMParser().parseFromString(snippet, 'text/html');
    expect(pasted.querySelector('script')?.src).to.equal(`${location.origin}/riac-widgets.js`);
    const area = pasted.querySelector('[data-riac-endpoint]');
    expect(area?.getAttribute('data-riac-endpoint')).to.equal(`${location.origin}/api/v1`);
    expect([...(area?.children ?? [])].map(({ localName }) => localName)).to.deep.equal([
      'riac-star-rating',
      'riac-share-bar',
      'riac-poll',
    ]);
  });
});
