import { expect, fixture, html } from '@open-wc/testing';
import { type BitrixOptions, bitrixAdapter } from '../../src/adapters/bitrix.js';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import '../../src/star-rating/star-rating-define.js';
import { click, counted, said, star, words } from '../star-rating/rating-page.js';
import { until } from '../support/wait.js';
import { type World, foreign } from './foreign-page.js';

const shown = (element: StarRatingElement, text: string) =>
  until(() => words(element).includes(text), text);

/** A rating as a template of the CMS prints it. */
const rate = ({ url }: World, [votes, value]: [number, number], sessid = 'token-1') =>
  fixture<StarRatingElement>(
    html`<riac-star-rating
      adapter="bitrix"
      endpoint="${url}ajax.php"
      item="7"
      data-votes=${votes}
      data-value=${value}
      data-sessid=${sessid}
      data-site-id="s1"
    ></riac-star-rating>`,
  );

const rateWith = ({ url }: World, options: BitrixOptions) =>
  fixture<StarRatingElement>(
    html`<riac-star-rating
      .adapter=${bitrixAdapter(options)}
      endpoint="${url}ajax.php"
      item="7"
    ></riac-star-rating>`,
  );

const ballots = async (world: World) =>
  (await world.change()).log.filter(({ vote }) => vote === 'Y');

describe('the Bitrix adapter', () => {
  beforeEach(() => localStorage.clear());

  it('shows the numbers of the page and sends a zero-based vote as a form', async () => {
    const world = await foreign('bitrix', { votes: 5, sum: 20 });
    const element = await rate(world, [5, 4]);
    await shown(element, '(votes: 5, rating: 4)');
    await click(star(element, 1));
    await counted(element, 1);
    await shown(element, '(votes: 6, rating: 3.5)');
    await shown(element, 'Your vote: 1');
    const [ballot] = await ballots(world);
    expect(ballot).to.include({ vote: 'Y', vote_id: '7', rating: '0', site_id: 's1' });
    expect(ballot?.['type']).to.contain('application/x-www-form-urlencoded');
  });

  it('knows the vote again on a page that was rendered before it', async () => {
    const world = await foreign('bitrix', { votes: 5, sum: 20 });
    const element = await rated(world);
    await click(star(element, 5));
    await counted(element, 5);
    const again = await rate(world, [5, 4]);
    await shown(again, '(votes: 6, rating: 4.2)');
    await shown(again, 'Your vote: 5');
  });

  it('tells a repeat, which the component passes over in silence, from a vote', async () => {
    const world = await foreign('bitrix', { votes: 5, sum: 20 });
    await fetch(`${world.url}ajax.php`, {
      method: 'POST',
      body: new URLSearchParams({ sessid: 'token-1', vote: 'Y', rating: '3' }),
    });
    const element = await rate(world, [6, 4]);
    await shown(element, '(votes: 6, rating: 4)');
    await click(star(element, 5));
    await until(() => said(element)[1], 'the reason');
    expect(said(element)[1]).to.equal('You have voted already.');
    expect((await world.change()).votes).to.equal(6);
  });

  it('counts once when the answer is lost, and says so', async () => {
    const world = await foreign('bitrix', { votes: 5, sum: 20, drops: 1 });
    const element = await rated(world);
    const votes: unknown[] = [];
    element.addEventListener('riac-vote', ({ vote }) => votes.push(vote));
    await click(star(element, 5));
    await until(() => votes.length, 'the vote');
    expect(votes).to.deep.equal([{ value: 5 }]);
    expect((await world.change()).votes).to.equal(6);
  });

  it('asks once for a fresh token when the first is refused', async () => {
    const world = await foreign('bitrix', { votes: 5, sum: 20, sessid: 'token-2' });
    const asked: boolean[] = [];
    const sessid = (fresh: boolean) => {
      asked.push(fresh);
      return fresh ? 'token-2' : 'token-1';
    };
    const element = await rateWith(world, { sessid, totals: () => ({ votes: 5, value: 4 }) });
    await shown(element, '(votes: 5, rating: 4)');
    expect(asked).to.deep.equal([false, true]);
  });

  it('works the plain mean out of a damped one', async () => {
    const world = await foreign('bitrix', { votes: 4, sum: 20, damped: true });
    const totals = () => ({ votes: 4, value: 3.66 });
    const element = await rateWith(world, { sessid: () => 'token-1', totals, damped: true });
    await shown(element, '(votes: 4, rating: 5)');
    await click(star(element, 5));
    await counted(element, 5);
    await shown(element, '(votes: 5, rating: 5)');
  });

  async function rated(world: World): Promise<StarRatingElement> {
    const element = await rate(world, [5, 4]);
    await shown(element, '(votes: 5, rating: 4)');
    return element;
  }
});
