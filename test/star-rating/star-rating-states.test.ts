import { expect, fixture, html } from '@open-wc/testing';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import {
  button,
  buttons,
  checkedStar,
  counted,
  fills,
  find,
  group,
  loaded,
  mountRating,
  rating,
  said,
  settled,
  star,
  stars,
  words,
} from './rating-page.js';

const final = { change: false, withdraw: false };

/** Role, name and number of radios: what assistive technology gets of the stars. */
const spoken = (element: StarRatingElement) => [
  group(element).getAttribute('role'),
  group(element).getAttribute('aria-label'),
  element.renderRoot.querySelectorAll('[role=radio], [tabindex]').length,
];

async function mountWith(changes: object): Promise<[StarRatingElement, FakeEndpoint]> {
  const api = await fakeEndpoint({ ratings: { a: rating(changes) } });
  return [await mountRating(api.url), api];
}

describe('a rating that takes votes', () => {
  beforeEach(() => localStorage.clear());

  it('is a radio group, named by the prompt and described by the numbers', async () => {
    const [element] = await mountWith({});
    const stage = group(element);
    expect(stage.getAttribute('role')).to.equal('radiogroup');
    expect(stage.hasAttribute('tabindex')).to.be.false;
    const target = (name: string) =>
      find(element, `#${stage.getAttribute(name) ?? ''}`).innerText.trim();
    expect(target('aria-labelledby')).to.equal('Rate this article');
    expect(target('aria-describedby')).to.equal('(votes: 5, rating: 4)');
    expect([...stage.children].every((child) => child.getAttribute('role') === 'radio')).to.be.true;
  });

  it('names its stars by number and unit, in reading order, and checks none', async () => {
    const [element] = await mountWith({});
    expect(stars(element).map((radio) => radio.getAttribute('aria-label'))).to.deep.equal([
      '1 star of 5',
      '2 stars of 5',
      '3 stars of 5',
      '4 stars of 5',
      '5 stars of 5',
    ]);
    expect(stars(element).map((radio) => radio.getAttribute('aria-checked'))).to.deep.equal(
      Array(5).fill('false'),
    );
  });

  it('shows an own vote of an earlier visit as checked, apart from the mean', async () => {
    const [first, api] = await mountWith({});
    star(first, 2).click();
    await settled(first);
    first.remove();
    await new Promise((resolve) => setTimeout(resolve));
    const element = await mountRating(api.url);
    await counted(element, 2);
    expect(group(element).getAttribute('role')).to.equal('radiogroup');
    expect(words(element)).to.contain('Your vote: 2');
    expect(fills(element).slice(0, 3), 'stars show the mean').to.deep.equal([100, 100, 100]);
    expect(star(element, 2).getAttribute('part')).to.contain('own');
    expect(element.matches(':state(voted)')).to.be.true;
  });
});

describe('a rating that takes no votes', () => {
  beforeEach(() => localStorage.clear());

  it('is one image with one sentence when it is closed', async () => {
    const [element] = await mountWith({ state: 'closed' });
    expect(spoken(element)).to.deep.equal([
      'img',
      'Average rating 4 of 5, 5 votes. Voting is closed.',
      0,
    ]);
    expect(words(element)).to.equal('Article rating (votes: 5, rating: 4) Voting is closed.');
    expect(element.matches(':state(closed)')).to.be.true;
    star(element, 3).click();
    expect(checkedStar(element)).to.equal(0);
  });

  it('says so before voting has started', async () => {
    const [element] = await mountWith({ state: 'scheduled', votes: 0, mean: null });
    expect(spoken(element)[1]).to.contain('Voting has not started yet.');
  });

  it('tells the own vote when that is final', async () => {
    const [element, api] = await mountWith({ policy: final });
    star(element, 4).click();
    await until(() => group(element).getAttribute('role') === 'img', 'the end of voting');
    expect(spoken(element).slice(0, 2)).to.deep.equal([
      'img',
      'Average rating 4 of 5, 6 votes. Your vote: 4. The vote is final.',
    ]);
    expect(words(element)).to.contain('Your vote: 4 The vote is final.');
    expect(star(element, 4).getAttribute('part')).to.contain('own');
    expect(buttons(element)).to.be.empty;
    star(element, 1).click();
    expect((await api.requests('PUT')).length).to.equal(1);
  });

  it('says what to do where a vote cannot be changed but taken back', async () => {
    const [element] = await mountWith({ policy: { change: false, withdraw: true } });
    star(element, 4).click();
    await until(() => group(element).getAttribute('role') === 'img', 'the end of voting');
    expect(words(element)).to.contain('Remove my vote first.');
    button(element, 'Remove my vote').click();
    await until(() => group(element).getAttribute('role') === 'radiogroup', 'a new choice');
    await counted(element, 0);
  });

  it('is an image without a reason when it is read-only', async () => {
    const [element] = await mountWith({});
    element.readonly = true;
    await element.updateComplete;
    expect(spoken(element)).to.deep.equal(['img', 'Average rating 4 of 5, 5 votes.', 0]);
  });

  it('gives the page’s reason when it is disabled', async () => {
    const [element] = await mountWith({});
    element.disabled = true;
    element.reason = 'Sign in to vote.';
    await element.updateComplete;
    expect(spoken(element)[1]).to.equal('Average rating 4 of 5, 5 votes. Sign in to vote.');
    expect(words(element)).to.contain('Sign in to vote.');
  });

  it('shows a static file without asking for votes', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const element = await loaded(
      await fixture<StarRatingElement>(
        html`<riac-star-rating src=${`${api.url}/ratings/a`}></riac-star-rating>`,
      ),
    );
    expect(spoken(element)).to.deep.equal(['img', 'Average rating 4 of 5, 5 votes.', 0]);
  });

  it('is an image of itself while it loads, and shows the fallback', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    await api.plan({ method: 'GET', hold: true });
    const element = await fixture<StarRatingElement>(
      html`<riac-star-rating endpoint=${api.url} item="a">(5 votes so far)</riac-star-rating>`,
    );
    expect(spoken(element)).to.deep.equal(['img', 'Loading…', 0]);
    expect(element.matches(':state(loading)')).to.be.true;
    const before = element.getBoundingClientRect();
    const place = star(element, 1).getBoundingClientRect();
    await api.received('GET');
    await api.release();
    await loaded(element);
    expect(element.getBoundingClientRect()).to.deep.equal(before);
    expect(star(element, 1).getBoundingClientRect()).to.deep.equal(place);
    expect(element.matches(':state(loading)')).to.be.false;
  });
});

describe('the states for the page’s CSS', () => {
  it('never stay behind, however often they change', async () => {
    localStorage.clear();
    const [element] = await mountWith({});
    const now = () =>
      ['loading', 'voted', 'pending', 'closed', 'error'].filter((state) =>
        element.matches(`:state(${state})`),
      );
    expect(now()).to.deep.equal([]);
    for (let round = 0; round < 20; round++) {
      star(element, (round % 5) + 1).click();
      await element.updateComplete;
      expect(now()).to.deep.equal(['voted', 'pending']);
      await settled(element);
      expect(now()).to.deep.equal(['voted']);
    }
  });
});

describe('a fault', () => {
  beforeEach(() => localStorage.clear());

  it('at loading is one sentence with a way out, and one event', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    await api.plan({ method: 'GET', status: 500 });
    const failures: string[] = [];
    const listen = ({ failure }: { failure: string }) => failures.push(failure);
    document.body.addEventListener('riac-error', listen);
    const element = await mountRating(api.url);
    document.body.removeEventListener('riac-error', listen);
    await until(() => said(element)[1], 'the fault');
    expect(said(element)[1]).to.equal('The service is not available just now. Try again');
    expect(group(element).getAttribute('role')).to.equal('img');
    expect(failures).to.deep.equal(['refused']);
    expect(element.matches(':state(error)')).to.be.true;
    button(element, 'Try again').click();
    await until(() => group(element).getAttribute('role') === 'radiogroup', 'the numbers');
    expect(said(element)).to.deep.equal(['', '']);
  });

  const bodies: [what: string, text: string, type: string][] = [
    ['an HTML page', '<!doctype html><title>Hello</title>', 'text/html'],
    ['broken JSON', '{"items":[', 'application/json'],
    ['another kind of JSON', '[]', 'application/json'],
  ];
  for (const [what, text, type] of bodies) {
    it(`like ${what} instead of numbers is one sentence`, async () => {
      const api = await fakeEndpoint({ ratings: { a: rating() } });
      await api.plan({ method: 'GET', text, type });
      const element = await mountRating(api.url);
      await until(() => said(element)[1], 'the fault');
      expect(said(element)[1]).to.equal('The data could not be read. Try again');
    });
  }

  const wrong: [what: string, changes: object, field: string][] = [
    ['negative votes', { votes: -1 }, 'votes'],
    ['a word for a mean', { mean: 'good' }, 'mean'],
    ['a short histogram', { histogram: [1, 2] }, 'histogram'],
    ['a fraction in the histogram', { histogram: [0, 0, 0.5, 0, 0] }, 'histogram[2]'],
    ['no stars', { max: 0 }, 'max'],
    ['a thousand stars', { max: 1000 }, 'max'],
  ];
  for (const [what, changes, field] of wrong) {
    it(`like ${what} names the field to the developer and shows no number`, async () => {
      const api = await fakeEndpoint({ ratings: { a: rating(changes) } });
      const messages: string[] = [];
      const listen = ({ message }: { message: string }) => messages.push(message);
      document.body.addEventListener('riac-error', listen);
      const element = await mountRating(api.url);
      await until(() => messages.length, 'the event');
      document.body.removeEventListener('riac-error', listen);
      expect(messages[0]).to.contain(field);
      expect(words(element)).to.not.match(/NaN|undefined|null/);
      await until(() => said(element)[1], 'the fault');
    });
  }

  it('at voting rolls the numbers back, keeps the choice and offers another try', async () => {
    const [element, api] = await mountWith({});
    await api.plan({ method: 'PUT', status: 403, code: 'login_required' });
    star(element, 1).click();
    await until(() => said(element)[1], 'the refusal');
    expect(words(element)).to.contain('(votes: 5, rating: 4)').and.not.contain('Remove my vote');
    expect(checkedStar(element)).to.equal(1);
    expect(said(element)).to.deep.equal(['', 'Please sign in to vote. Try again']);
    star(element, 1).focus();
    star(element, 1).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    await element.updateComplete;
    expect(checkedStar(element), 'Escape gives it up').to.equal(0);
    expect(said(element)).to.deep.equal(['', '']);
  });

  it('that ends voting shows what the refusal told', async () => {
    const [element, api] = await mountWith({});
    const snapshot = rating({ state: 'closed', votes: 9, mean: 3, version: 99, histogram: null });
    const body = { snapshot, vote: null };
    await api.plan({ method: 'PUT', status: 409, code: 'closed', body });
    star(element, 1).click();
    await until(() => said(element)[1], 'the refusal');
    expect(group(element).getAttribute('role')).to.equal('img');
    expect(words(element)).to.contain('(votes: 9, rating: 3)').and.contain('Voting is closed.');
  });
});
