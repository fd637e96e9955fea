import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { percentTexts } from '../../src/contract/percentages.js';

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const share = (text: string) => Number(text.replace(/[<>]/, ''));
const summed = (votes: number[]) => percentTexts(votes, sum(votes), 'sum100');
/** What was handed out before `<1` and `>99` were written. */
const points = (text: string) => (text === '<1' ? 0 : text === '>99' ? 100 : Number(text));

const fewVotes = fc.array(fc.nat(500), { minLength: 1, maxLength: 20 });
const manyVotes = fc.array(fc.nat(2 ** 46), { minLength: 1, maxLength: 20 });
const counted = fc.oneof(fewVotes, manyVotes).filter((votes) => sum(votes) > 0);

describe('percentages of a poll', () => {
  it('are those that are right by hand', () => {
    expect(summed([33, 30, 24, 21])).to.deep.equal(['31', '28', '22', '19']);
    expect(summed([4, 4, 6])).to.deep.equal(['29', '28', '43']);
    expect(summed([12, 4, 1])).to.deep.equal(['71', '23', '6']);
    expect(summed([1, 1, 1])).to.deep.equal(['34', '33', '33']);
  });

  it('never show a vote as none, nor a rest as all', () => {
    expect(summed([999, 1, 0])).to.deep.equal(['>99', '<1', '0']);
    expect(summed([5, 0])).to.deep.equal(['100', '0']);
    expect(percentTexts([1, 1000], 1001, 'plain')).to.deep.equal(['<1', '>99']);
  });

  it('are zero where nobody has voted', () => {
    expect(percentTexts([0, 0], 0, 'sum100')).to.deep.equal(['0', '0']);
    expect(percentTexts([0, 0], 0, 'plain')).to.deep.equal(['0', '0']);
  });

  it('are rounded each by itself where asked, and above twenty options', () => {
    expect(percentTexts([1, 1, 1], 3, 'plain')).to.deep.equal(['33', '33', '33']);
    expect(percentTexts([57, 143], 200, 'plain')).to.deep.equal(['29', '72']);
    expect(percentTexts(Array(21).fill(1), 21, 'sum100')).to.deep.equal(Array(21).fill('5'));
  });

  it('add up to 100', () => {
    fc.assert(fc.property(counted, (votes) => sum(summed(votes).map(points)) === 100));
  });

  it('are within one point of the exact share', () => {
    fc.assert(
      fc.property(counted, (votes) => {
        const total = sum(votes);
        return summed(votes).every(
          (text, index) => Math.abs(share(text) - ((votes[index] ?? 0) / total) * 100) <= 1,
        );
      }),
    );
  });

  it('never show less for more votes, and differ by at most one for equal votes', () => {
    fc.assert(
      fc.property(counted, (votes) => {
        const shown = summed(votes).map(points);
        const pairs = votes.flatMap((left, a) =>
          votes.map((right, b) => [left, right, a, b] as const),
        );
        return pairs.every(([left, right, a, b]) => {
          const difference = (shown[a] ?? 0) - (shown[b] ?? 0);
          return left === right ? Math.abs(difference) <= 1 : left < right || difference >= 0;
        });
      }),
    );
  });

  it('are exact where a hundredfold count is beyond a double', () => {
    expect(summed([2 ** 45, 2 ** 45 - 2])).to.deep.equal(['50', '50']);
    const large = 10 ** 12;
    expect(summed([large, 3 * large])).to.deep.equal(['25', '75']);
  });
});
