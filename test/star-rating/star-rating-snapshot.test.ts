import { expect } from '@open-wc/testing';
import {
  type RatingSnapshot,
  type RatingVote,
  withVote,
} from '../../src/contract/rating.js';

const rating: RatingSnapshot = {
  item: 'a',
  version: 7,
  state: 'open',
  max: 5,
  votes: 3,
  mean: 4,
  histogram: [0, 0, 1, 1, 1],
  policy: { change: true, withdraw: true },
};
const stars = (value: number): RatingVote => ({ value });

describe('the expected rating', () => {
  it('counts a first vote exactly', () => {
    const after = withVote(rating, stars(1), null);
    expect([after.votes, after.mean, after.histogram]).to.deep.equal([4, 13 / 4, [1, 0, 1, 1, 1]]);
  });

  it('replaces a former vote instead of adding to it', () => {
    const after = withVote(rating, stars(5), stars(3));
    expect([after.votes, after.mean, after.histogram]).to.deep.equal([3, 14 / 3, [0, 0, 0, 1, 2]]);
  });

  it('takes a vote back', () => {
    const after = withVote(rating, null, stars(5));
    expect([after.votes, after.mean, after.histogram]).to.deep.equal([2, 3.5, [0, 0, 1, 1, 0]]);
  });

  it('has no mean once the last vote is gone', () => {
    const one = { ...rating, votes: 1, mean: 5, histogram: [0, 0, 0, 0, 1] };
    const after = withVote(one, null, stars(5));
    expect([after.votes, after.mean, after.histogram]).to.deep.equal([0, null, [0, 0, 0, 0, 0]]);
  });

  it('is reckoned from the mean where there is no histogram', () => {
    const after = withVote({ ...rating, histogram: null }, stars(1), null);
    expect([after.votes, after.mean, after.histogram]).to.deep.equal([4, 13 / 4, null]);
  });

  it('is reckoned from the mean where the histogram lacks some of the votes', () => {
    const partial = { ...rating, votes: 100, mean: 4, histogram: [0, 0, 0, 0, 2] };
    const after = withVote(partial, stars(5), null);
    expect(after.votes).to.equal(101);
    expect(after.mean).to.be.closeTo(405 / 101, 1e-12);
    expect(after.histogram).to.deep.equal([0, 0, 0, 0, 3]);
  });

  it('never leaves the scale, whatever the numbers say', () => {
    const odd = { ...rating, votes: 0, mean: null, histogram: null };
    expect(withVote(odd, null, stars(5))).to.include({ votes: 0, mean: null });
    const low = { ...rating, votes: 2, mean: 1, histogram: null };
    expect(withVote(low, null, stars(5)).mean).to.equal(1);
  });

  it('does not tell hidden results', () => {
    const hidden = { ...rating, votes: null, mean: null, histogram: null };
    expect(withVote(hidden, stars(5), null)).to.equal(hidden);
  });
});
