import { expect } from '@open-wc/testing';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import { checkedStar, mountRating, rating, stars } from './rating-page.js';

describe('a vote by star', () => {
  beforeEach(() => localStorage.clear());

  it('is sent by one click, shown at once and counted once', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const element = await mountRating(api.url);
    stars(element)[3]?.click();
    await until(() => checkedStar(element) === 4, 'the vote to be shown');
    const [put] = await api.received('PUT');
    expect(put?.body).to.deep.equal({ value: 4 });
  });
});
