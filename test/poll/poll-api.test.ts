import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parsePoll, pollContract } from '../../src/poll/poll-api.js';
import { hidden, option, pollBody, question } from './poll-fixtures.js';

const withOptions = (...options: object[]) => pollBody({ questions: [question({ options })] });
const votesPath = 'questions[0].options[1].votes';

describe('the poll parser', () => {
  it('takes a snapshot of the contract', () => {
    const poll = parsePoll(pollBody({ closes_at: '2030-01-01T00:00:00Z' }));
    expect(poll.questions[0]?.options.map(({ votes }) => votes)).to.deep.equal([33, 30, 24, 21]);
    expect(poll).to.include({ state: 'open', voters: 108, results_state: 'visible', version: 1 });
    expect(poll.closes_at).to.equal(Date.UTC(2030, 0, 1));
  });

  for (const votes of [null, undefined, -1, 0.5, 2 ** 53, '3', NaN]) {
    it(`refuses ${String(votes)} votes and names the path`, () => {
      const body = withOptions(option('a', 'A', 1), { ...option('b', 'B', 1), votes });
      expect(() => parsePoll(body)).to.throw(TypeError, votesPath);
    });
  }

  it('takes counts up to 2^53 - 1', () => {
    const body = withOptions(option('a', 'A', Number.MAX_SAFE_INTEGER));
    expect(parsePoll(body).questions[0]?.options[0]?.votes).to.equal(Number.MAX_SAFE_INTEGER);
  });

  it('drops counts of hidden results even where the body has them', () => {
    const poll = parsePoll({ ...pollBody(), results_state: 'hidden' });
    expect(JSON.stringify(poll)).not.to.match(/33|108/);
    expect(parsePoll(hidden(pollBody()))).to.deep.equal(poll);
  });

  it('refuses two options of one id, and two questions', () => {
    const twins = withOptions(option('a', 'A', 1), option('a', 'B', 1));
    expect(() => parsePoll(twins)).to.throw(TypeError, 'questions[0].options[1].id');
    const questions = [question(), question()];
    expect(() => parsePoll(pollBody({ questions }))).to.throw(TypeError, 'questions[1].id');
  });

  it('keeps equal labels of different ids apart', () => {
    const poll = parsePoll(withOptions(option('a', 'Same', 1), option('b', 'Same', 2)));
    expect(poll.questions[0]?.options.map(({ id }) => id)).to.deep.equal(['a', 'b']);
  });

  it('refuses unknown states, kinds and times by name', () => {
    expect(() => parsePoll(pollBody({ state: 'ajar' }))).to.throw(TypeError, 'state');
    const ranked = pollBody({ questions: [question({ kind: 'ranked' })] });
    expect(() => parsePoll(ranked)).to.throw(TypeError, 'questions[0].kind');
    expect(() => parsePoll(pollBody({ closes_at: 'soon' }))).to.throw(TypeError, 'closes_at');
  });

  it('offers own words even where the option is not listed', () => {
    const poll = parsePoll(pollBody({ questions: [question({ other: true })] }));
    expect(poll.questions[0]?.options.at(-1)).to.include({ id: 'other', votes: 0, pinned: true });
  });

  it('throws nothing but a TypeError with a path, whatever it is given', () => {
    const body = fc.oneof(
      fc.json().map((text) => JSON.parse(text) as unknown),
      fc.record({ questions: fc.array(fc.object()), state: fc.constant('open') }),
      fc.object().map((fields) => ({ ...pollBody(), ...fields })),
      fc.object().map((fields) => pollBody({ questions: [question(fields)] })),
    );
    fc.assert(
      fc.property(body, (value) => {
        try {
          parsePoll(value);
          return true;
        } catch (error) {
          return error instanceof TypeError && /: expected /.test(error.message);
        }
      }),
    );
  });

  it('reads a vote back as it was sent', () => {
    const vote = {
      revision: 3,
      answers: [{ question: 'q1', options: ['a', 'other'], other: 'Mine' }],
    };
    expect(pollContract.parseVote?.({ ...vote, cast_at: 'now' })).to.deep.equal(vote);
    expect(() => pollContract.parseVote?.({ revision: 3, answers: [{ question: 'q1' }] })).to.throw(
      TypeError,
      'answers[0].options',
    );
  });
});
