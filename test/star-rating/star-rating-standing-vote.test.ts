import { expect } from '@open-wc/testing';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import {
  buttons,
  checkedStar,
  group,
  mountRating,
  rating,
  said,
  star,
  words,
} from './rating-page.js';

const final = { change: false, withdraw: false };

/** Refuses the next vote and tells, as the contract has it, what stands. */
async function refuse(api: FakeEndpoint, status: number, code: string, policy: object) {
  const snapshot = rating({ version: 8, votes: 6, policy });
  const body = { snapshot, vote: { value: 2 } };
  await api.plan({ method: 'PUT', status, code, body });
}

describe('a refusal that brings the vote that stands', () => {
  let api: FakeEndpoint;
  let element: StarRatingElement;

  beforeEach(async () => {
    localStorage.clear();
    api = await fakeEndpoint({ ratings: { a: rating() } });
    element = await mountRating(api.url);
  });

  it('of a final vote names that vote, in sight and to a screen reader', async () => {
    await refuse(api, 409, 'already_voted', final);
    star(element, 5).click();
    await until(() => said(element)[1], 'the refusal');
    expect(words(element)).to.contain('You have voted already.').and.contain('Your vote: 2');
    expect(group(element).ariaLabel).to.contain('Your vote: 2.').and.contain('The vote is final.');
    expect(buttons(element)).to.deep.equal([]);
    expect(element.value).to.equal(2);
  });

  for (const [status, code] of [
    [403, 'not_eligible'],
    [403, 'challenge_required'],
    [401, 'login_required'],
    [422, 'invalid_selection'],
    [409, 'already_voted'],
  ] as const) {
    it(`by ${code} shows that vote where it may be changed`, async () => {
      await refuse(api, status, code, { change: true, withdraw: true });
      star(element, 5).click();
      await until(() => said(element)[1], 'the refusal');
      expect([checkedStar(element), element.value]).to.deep.equal([2, 2]);
      expect(words(element)).not.to.contain('Your choice');
    });
  }

  for (const status of [403, 409, 429]) {
    it(`with ${status} and without numbers shows that vote`, async () => {
      const headers = { 'retry-after': '600' };
      await api.plan({ method: 'PUT', status, headers, body: { vote: { value: 2 } } });
      star(element, 5).click();
      await until(() => said(element)[1], 'the refusal');
      expect([checkedStar(element), element.value]).to.deep.equal([2, 2]);
      expect(words(element)).to.contain('Your vote: 2');
    });
  }

  it('after voting has closed names no choice that was not counted', async () => {
    const snapshot = rating({ version: 8, state: 'closed' });
    const body = { snapshot, vote: null };
    await api.plan({ method: 'PUT', status: 409, code: 'closed', body });
    star(element, 5).click();
    await until(() => said(element)[1], 'the refusal');
    expect(words(element) + String(group(element).ariaLabel)).not.to.contain('Your choice');
  });
});
