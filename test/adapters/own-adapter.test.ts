import { expect, fixture, html } from '@open-wc/testing';
import type { Adapter } from '../../src/data/adapter.js';
import { registerAdapter } from '../../src/data/registry.js';
import type { PollElement } from '../../src/poll/poll-element.js';
import '../../src/poll/poll-define.js';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import '../../src/star-rating/star-rating-define.js';
import '../../src/adapters/static.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { click, counted, said, star, words } from '../star-rating/rating-page.js';
import { until } from '../support/wait.js';
import { type World, foreign } from './foreign-page.js';

/** What a page writes for the invented back end. */
const acme: Adapter = {
  async read({ endpoint, item }, request) {
    const { score, people } = (await request(`${endpoint}/score?thing=${item}`)) as Answer;
    return { snapshot: { votes: people, mean: people ? score : null, version: people } };
  },
  async send({ endpoint, item }, { vote, key, headers }, request) {
    const { value } = vote as { value: number };
    const body = { thing: item, stars: value, once: key };
    const { score, people } = (await request(`${endpoint}/stars`, {
      method: 'POST',
      body,
      headers,
    })) as Answer;
    return { snapshot: { votes: people, mean: score, version: people }, vote };
  },
};

interface Answer {
  score: number;
  people: number;
}

const shown = (element: StarRatingElement, text: string) =>
  until(() => words(element).includes(text), text);

const rate = (world: World, adapter: string) =>
  fixture<StarRatingElement>(
    html`<riac-star-rating adapter=${adapter} endpoint=${world.url} item="7"></riac-star-rating>`,
  );

describe('an adapter of the page', () => {
  beforeEach(() => localStorage.clear());

  it('reads and votes where the back end speaks another language', async () => {
    const world = await foreign('acme', { votes: 3, sum: 12 });
    registerAdapter('acme', acme);
    const element = await rate(world, 'acme');
    await shown(element, '(votes: 3, rating: 4)');
    const votes: unknown[] = [];
    element.addEventListener('riac-vote', ({ vote }) => votes.push(vote));
    await click(star(element, 5));
    await counted(element, 5);
    await shown(element, '(votes: 4, rating: 4.3)');
    expect(votes).to.deep.equal([{ value: 5 }]);
    const { log } = await world.change();
    expect(log.map(({ method, path }) => [method, path]).slice(0, 2)).to.deep.equal([
      ['GET', '/score'],
      ['POST', '/stars'],
    ]);
    expect(log.at(-1)).to.include({ thing: '7', stars: 5 });
  });

  it('may come after the elements that name it', async () => {
    const world = await foreign('acme', { votes: 2, sum: 4 });
    const element = await rate(world, 'late');
    expect(element.renderRoot.querySelector('[aria-label="Loading…"]')).not.to.equal(null);
    registerAdapter('late', acme);
    await shown(element, '(votes: 2, rating: 2)');
    expect((await world.change()).log.length, 'requests').to.equal(1);
  });

  it('may belong to one element', async () => {
    const world = await foreign('acme', { votes: 1, sum: 3 });
    const element = await fixture<StarRatingElement>(
      html`<riac-star-rating .adapter=${acme} endpoint=${world.url} item="7"></riac-star-rating>`,
    );
    await shown(element, '(votes: 1, rating: 3)');
    await click(star(element, 5));
    await counted(element, 5);
    await shown(element, '(votes: 2, rating: 4)');
  });

  it('is asked again with the same key when an answer is lost, and counts once', async () => {
    const world = await foreign('acme', { votes: 1, sum: 3, drops: 1 });
    registerAdapter('acme', acme);
    const element = await rate(world, 'acme');
    await shown(element, '(votes: 1, rating: 3)');
    const votes: unknown[] = [];
    element.addEventListener('riac-vote', () => votes.push(1));
    await click(star(element, 5));
    await until(() => votes.length, 'the vote');
    await shown(element, '(votes: 2, rating: 4)');
    const { log, votes: counted } = await world.change();
    const keys = log.flatMap(({ once }) => once ?? []);
    expect(keys.length).to.be.at.least(2);
    expect(new Set(keys).size).to.equal(1);
    expect(counted).to.equal(2);
  });

  it('that does not tell the vote is believed to have counted what was sent', async () => {
    const world = await foreign('acme', { votes: 1, sum: 3 });
    const silent: Adapter = {
      ...acme,
      send: async (...sent) => ({ snapshot: (await acme.send?.(...sent))?.snapshot }),
    };
    registerAdapter('silent', silent);
    const element = await rate(world, 'silent');
    await shown(element, '(votes: 1, rating: 3)');
    const votes: unknown[] = [];
    element.addEventListener('riac-vote', ({ vote }) => votes.push(vote));
    await click(star(element, 5));
    await until(() => votes.length, 'the event');
    expect(votes).to.deep.equal([{ value: 5 }]);
    await shown(element, 'Your vote: 5');
  });

  it('that does not tell the vote lets go of one that another tab has sent', async () => {
    const world = await foreign('acme', { votes: 1, sum: 3, drops: 99 });
    registerAdapter('acme', acme);
    const element = await rate(world, 'acme');
    await shown(element, '(votes: 1, rating: 3)');
    await click(star(element, 5));
    await shown(element, 'will be sent');
    await world.change({ drops: 0, votes: 2, sum: 8 });
    const kept = Object.keys(localStorage).find((name) => name.includes(':outbox:')) ?? '';
    localStorage.removeItem(kept);
    dispatchEvent(new StorageEvent('storage', { key: kept, newValue: null }));
    await until(() => !words(element).includes('will be sent'), 'the end of the wait');
    expect(words(element)).to.contain('(votes: 2, rating: 4)');
  });

  it('refuses with an error that has a code', async () => {
    const world = await foreign('acme', { votes: 1, sum: 3 });
    registerAdapter('strict', {
      ...acme,
      send: () => {
        throw Object.assign(new Error('locked'), { status: 409, code: 'already_voted' });
      },
    });
    const element = await rate(world, 'strict');
    await shown(element, '(votes: 1, rating: 3)');
    await click(star(element, 5));
    await until(() => said(element)[1], 'the reason');
    expect(said(element)[1]).to.equal('You have voted already.');
    expect(words(element)).to.contain('(votes: 1, rating: 3)');
  });

  it('that cannot send takes no votes', async () => {
    const world = await foreign('acme', { votes: 1, sum: 3 });
    registerAdapter('reader', { read: acme.read });
    const element = await rate(world, 'reader');
    await shown(element, '(votes: 1, rating: 3)');
    expect(element.renderRoot.querySelector('[role=radio]')).to.equal(null);
  });
});

describe('the static adapter', () => {
  it('reads each item from a file of its own, and takes no votes', async () => {
    const options = [{ id: 'a', label: 'Tea', votes: 33 }];
    const poll = { item: 'tea', state: 'open', questions: [{ id: 'q', text: 'What?', options }] };
    const api = await fakeEndpoint({ polls: { 'tea.json': poll } });
    const element = await fixture<PollElement>(
      html`<riac-poll adapter="static" endpoint=${api.url} item="tea"></riac-poll>`,
    );
    await until(() => element.renderRoot.textContent?.includes('Tea'), 'the poll');
    expect(element.renderRoot.querySelector('input')).to.equal(null);
    const paths = (await api.requests()).map(({ path }) => path);
    expect(paths).to.deep.equal(['/polls/tea.json']);
  });
});
