import { expect } from '@open-wc/testing';
import { pollSheet } from '../pictures/states/poll.js';
import { testFindings, testTrees } from '../support/accessible-states.js';
import { all, closed, goals, mount, one, option, pollBody, question } from './poll-fixtures.js';

const rich = pollBody({
  questions: [
    question(),
    question({
      id: 'q2',
      text: 'Whom do you trust?',
      kind: 'multiple',
      min: 2,
      max: 3,
      other: true,
      options: [
        option('n', 'News', 4, {
          description: 'Agencies',
          image: { src: '/test/poll/bridge.svg', alt: 'A page', width: 40, height: 30 },
        }),
        option('t', 'Television', 2),
        option('f', 'Friends', 3),
        option('j', 'Journals', 3),
        option('other', 'Other', 0),
      ],
    }),
  ],
});

const states = (lang: string) => pollSheet(lang).states;

describe('accessibility of a poll', () => {
  beforeEach(() => localStorage.clear());

  testFindings(states);
  testTrees(states);

  it('names each group by its question and each bar row in words', async () => {
    const { poll } = await mount({ ...rich, ...closed });
    const groups = all(poll, '[role=group]');
    const names = groups.map((group) => {
      const id = group.getAttribute('aria-labelledby') ?? '';
      return one(poll, `#${id}`).textContent?.replace(/\s+/g, ' ').trim();
    });
    expect(names).to.deep.equal(['1. What should come first?', '2. Whom do you trust?']);
    expect(all(poll, 'ul > li').length).to.equal(goals.length + 5);
  });

  it('takes the level of its heading from the page', async () => {
    const { poll } = await mount(rich, { 'heading-level': '2' });
    expect(one(poll, '[role=heading]').getAttribute('aria-level')).to.equal('2');
  });

  it('writes the plurals of Russian', async () => {
    const wordsFor = async (voters: number) => {
      const { poll } = await mount(pollBody({ ...closed, voters }), { lang: 'ru' });
      return one(poll, '[part=total]').textContent;
    };
    expect(await wordsFor(1)).to.equal('Проголосовал 1 человек');
    expect(await wordsFor(3)).to.equal('Проголосовали 3 человека');
    expect(await wordsFor(108)).to.equal('Проголосовали 108 человек');
  });
});
