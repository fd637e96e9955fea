import { expect } from '@open-wc/testing';
import { parsePoll } from '../../src/poll/poll-api.js';
import { shuffled } from '../../src/poll/poll-order.js';
import { all, goals, mount, mountOn, option, pollBody, question, textOf } from './poll-fixtures.js';

const options = [...goals, option('none', 'None', 0, { pinned: true })];
const random = pollBody({ questions: [question({ order: 'random', options })] });
const labels = (poll: Element) => all(poll, 'label').map(textOf);

describe('a random order of options', () => {
  it('is the same for copies and later renderings, and keeps pinned options last', async () => {
    const { poll, api } = await mount(random);
    const again = await mountOn(api);
    expect(labels(again)).to.deep.equal(labels(poll));
    expect(labels(poll).at(-1)).to.equal('None');
    expect([...labels(poll)].sort()).to.deep.equal(options.map(({ label }) => label).sort());
  });

  it('gives every option every place about equally often', () => {
    const [asked] = parsePoll(random).questions;
    const firsts = new Map<string, number>();
    for (let voter = 0; voter < 4000; voter++) {
      const [first] = shuffled(asked?.options ?? [], `voter ${voter}`);
      firsts.set(first?.id ?? '', (firsts.get(first?.id ?? '') ?? 0) + 1);
    }
    expect([...firsts.keys()].sort()).to.deep.equal(['a', 'b', 'c', 'd']);
    for (const times of firsts.values()) expect(times).to.be.within(850, 1150);
  });
});
