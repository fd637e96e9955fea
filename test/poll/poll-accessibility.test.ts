import { expect } from '@open-wc/testing';
import {
  all,
  button,
  closed,
  field,
  goals,
  hidden,
  mount,
  one,
  option,
  pollBody,
  press,
  question,
  shows,
} from './poll-fixtures.js';

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

const states: Record<string, object> = {
  open: rich,
  closed: { ...rich, ...closed },
  scheduled: { ...hidden(rich), state: 'scheduled', opens_at: '2099-01-01T00:00:00Z' },
  hidden: hidden({ ...rich, results: 'after_close' }),
};

describe('accessibility of a poll', () => {
  for (const [name, body] of Object.entries(states)) {
    for (const lang of ['en', 'ru']) {
      for (const scheme of ['light', 'dark']) {
        it(`has no finding when ${name}, ${lang}, ${scheme}`, async () => {
          const { poll } = await mount(body, { lang });
          const place = poll.parentElement as HTMLElement;
          place.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
          await expect(poll).to.be.accessible();
        });
      }
    }
  }

  it('has no finding with faults, after a vote, and after a failure', async () => {
    const { poll, api } = await mount(rich);
    await press(button(poll, 'Vote'));
    await shows(poll, 'Please choose an answer.');
    await expect(poll).to.be.accessible();
    for (const label of ['Trade', 'Television', 'Friends']) await press(field(poll, label));
    await api.plan({ method: 'PUT', status: 503, code: 'unavailable', body: { retry_after: 60 } });
    await press(button(poll, 'Vote'));
    await shows(poll, 'Send now');
    await expect(poll).to.be.accessible();
    await press(button(poll, 'Send now'));
    await shows(poll, 'Change my vote');
    await expect(poll).to.be.accessible();
  });

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
