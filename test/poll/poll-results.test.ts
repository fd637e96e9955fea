import { expect } from '@open-wc/testing';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import {
  all,
  button,
  closed,
  eventually,
  findButton,
  goals,
  hidden,
  mount,
  mountOn,
  one,
  option,
  pollBody,
  press,
  question,
  rows,
  shows,
  textOf,
} from './poll-fixtures.js';

const closedWith = (options: object[], more: object = {}) =>
  pollBody({ ...closed, questions: [question({ options, ...more })] });

describe('results of a poll', () => {
  it('show both numbers, or one of them', async () => {
    const { api } = await mount(pollBody(closed));
    const only = async (show: string) => rows(await mountOn(api, { show }))[0];
    expect(await only('both')).to.equal('Trade 33 (31%)');
    expect(await only('percent')).to.equal('Trade 31%');
    expect(await only('count')).to.equal('Trade 33');
    expect(await only('numbers')).to.equal('Trade 33 (31%)');
  });

  it('round to a sum of 100, or plainly', async () => {
    const thirds = ['a', 'b', 'c'].map((id) => option(id, id, 1));
    const { poll, api } = await mount(closedWith(thirds), { show: 'percent' });
    expect(rows(poll)).to.deep.equal(['a 34%', 'b 33%', 'c 33%']);
    const plain = await mountOn(api, { show: 'percent', rounding: 'plain' });
    expect(rows(plain)).to.deep.equal(['a 33%', 'b 33%', 'c 33%']);
  });

  it('have bars of the exact share', async () => {
    const { poll } = await mount(closedWith([option('a', 'A', 1), option('b', 'B', 2)]));
    const [bar] = all(poll, '.bar');
    const drawn = Number.parseFloat(getComputedStyle(bar as Element, '::before').width);
    const whole = bar?.getBoundingClientRect().width ?? 0;
    await eventually(() => drawn > 0, 'a bar');
    expect(drawn / whole).to.be.closeTo(1 / 3, 0.01);
  });

  it('mark all tied leaders, and nobody at zero votes', async () => {
    const tie = [option('a', 'A', 5), option('b', 'B', 5), option('c', 'C', 1)];
    const { poll } = await mount(closedWith(tie));
    expect(all(poll, 'li.leading').map(textOf)).to.deep.equal([
      'A Most votes 5 (46%)',
      'B Most votes 5 (45%)',
    ]);
    const nobody = await mount(
      closedWith([option('a', 'A', 0), option('b', 'B', 0)], { voters: 0 }),
    );
    expect(rows(nobody.poll)).to.deep.equal(['A 0 (0%)', 'B 0 (0%)']);
    expect(all(nobody.poll, '.leading').length).to.equal(0);
    expect(textOf(nobody.poll)).not.to.contain('NaN');
  });

  it('say what multiple choice is a share of', async () => {
    const options = [option('a', 'A', 60), option('b', 'B', 45)];
    const { poll } = await mount(closedWith(options, { kind: 'multiple', voters: 90 }));
    expect(rows(poll)).to.deep.equal(['A 60 (67%)', 'B 45 (50%)']);
    expect(textOf(poll)).to.contain('90 voters = 100%; several answers possible');
    expect(textOf(one(poll, '[part=total]'))).to.equal('108 voters');
  });

  it('hold large counts exactly', async () => {
    const { poll } = await mount(closedWith([option('a', 'A', 10 ** 12), option('b', 'B', 1)]));
    expect(rows(poll)).to.deep.equal(['A 1,000,000,000,000 (>99%)', 'B 1 (<1%)']);
  });

  it('group digits as the language does', async () => {
    const body = closedWith([option('a', 'A', 10 ** 12), option('b', 'B', 2 ** 53 - 1)]);
    const { poll } = await mount(body, { lang: 'ru', show: 'count' });
    const spaced = rows(poll).map((row) => row.replace(/\s/g, ' '));
    expect(spaced).to.deep.equal(['A 1 000 000 000 000', 'B 9 007 199 254 740 991']);
  });

  it('stand as they were written where the form shuffles them', async () => {
    const { poll } = await mount(closedWith(goals, { order: 'random' }));
    expect(rows(poll).map((row) => row.split(' ')[0])).to.deep.equal(
      goals.map(({ label }) => label),
    );
  });

  it('keep the direction of their sentences on a page of the other direction', async () => {
    const { poll } = await mount(pollBody(closed));
    poll.dir = 'rtl';
    for (const sentence of all(poll, 'p')) {
      const { unicodeBidi, direction } = getComputedStyle(sentence);
      expect([unicodeBidi, direction]).to.deep.equal(['plaintext', 'rtl']);
      const words = document.createRange();
      words.selectNodeContents(sentence);
      const gap = sentence.getBoundingClientRect().right - words.getBoundingClientRect().right;
      expect(gap, textOf(sentence)).to.be.below(2);
    }
  });

  it('sort by votes, but never under the eyes of the reader', async () => {
    const { poll, api } = await mount(pollBody(closed), { sort: 'votes' });
    expect(rows(poll).map((row) => row.split(' ')[0])).to.deep.equal([
      'Trade',
      'Safety',
      'Climate',
      'Travel',
    ]);
    const options = goals.map((each) => (each.id === 'd' ? { ...each, votes: 99 } : each));
    const later = pollBody({ ...closed, version: 2, questions: [question({ options })] });
    await api.setup({ polls: { goals: later } });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await shows(poll, '99 (53%)');
    expect(rows(poll).at(-1)).to.equal('Travel 99 (53%)');
    const fresh = await mountOn(await fakeEndpoint({ polls: { goals: later } }), { sort: 'votes' });
    expect(rows(fresh)[0]).to.equal('Travel 99 (53%)');
  });

  it('are usable with a thousand options', async () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      option(`o${index}`, `L${index}`, index),
    );
    const { poll } = await mount(closedWith(many), { sort: 'votes' });
    expect(rows(poll).length).to.equal(1000);
    expect(rows(poll)[0]).to.contain('L999');
  });

  it('show hostile labels as the text they are', async () => {
    const wicked = '<img src=x onerror="window.hurt=1"></fieldset><b>';
    const options = [
      option('a', wicked, 2),
      option('b', 'Same', 1),
      option('c', 'Same', 1),
      option('d', 'W'.repeat(500), 0),
    ];
    const { poll } = await mount(closedWith(options, { text: '\u202Efdp.exe' }));
    expect(textOf(one(poll, '[part=label]'))).to.equal(wicked);
    expect(all(poll, 'img, b').length).to.equal(0);
    expect(poll.scrollWidth).to.be.at.most(poll.clientWidth);
    const [text, ...labels] = all(poll, '[part=text], [part=label]');
    for (const each of [text, ...labels]) {
      expect(each && getComputedStyle(each).unicodeBidi).to.contain('isolate');
    }
  });

  it('show pictures of the web only, with their size and words', async () => {
    const picture = { src: '/test/poll/bridge.svg', alt: 'A bridge', width: 40, height: 30 };
    const options = [
      option('a', 'A', 1, { image: picture, description: 'Over the river' }),
      option('b', 'B', 1, { image: { ...picture, src: 'javascript:alert(1)' } }),
    ];
    const { poll } = await mount(closedWith(options));
    const images = all<HTMLImageElement>(poll, 'img');
    expect(
      images.map(({ alt, width, height, loading }) => [alt, width, height, loading]),
    ).to.deep.equal([['A bridge', 40, 30, 'lazy']]);
    expect(textOf(poll)).to.contain('Over the river');
  });

  it('list approved answers of readers', async () => {
    const { poll } = await mount(closedWith(goals, { written: ['More trees'] }));
    expect(textOf(poll)).to.contain('Readers’ answers More trees');
  });
});

describe('hidden results of a poll', () => {
  const kept = (results: string, more: object = {}) => hidden(pollBody({ results, ...more }));

  it('say before the vote when they will be shown', async () => {
    const { poll } = await mount(kept('after_close'));
    expect(textOf(poll)).to.contain('Results will be shown after voting closes.');
    expect(findButton(poll, 'Show results')).to.equal(undefined);
  });

  for (const results of ['after_close', 'never']) {
    it(`tell that the vote is recorded and nothing else (${results})`, async () => {
      const { poll, api } = await mount(kept(results));
      const snapshots: unknown[] = [];
      poll.addEventListener('riac-vote', ({ snapshot }) => snapshots.push(snapshot));
      const answers = [{ question: 'q1', options: ['b'] }];
      const reply = { vote: { revision: 1, answers }, snapshot: kept(results) };
      await api.plan({ method: 'PUT', text: JSON.stringify(reply) });
      await press(all(poll, 'input')[1] as Element);
      await press(button(poll, 'Vote'));
      await shows(poll, 'Your vote is recorded.');
      expect(textOf(one(poll, 'li.own'))).to.equal('Safety Your choice');
      expect(all(poll, '.bar, .tally, .leading').length).to.equal(0);
      // How far a button stands aside of the one that was pressed is no number of votes.
      const noise = /<!--.*?-->| style="margin-inline-start: \d+px;"/g;
      const markup = poll.shadowRoot?.innerHTML.replace(noise, '');
      expect(markup).not.to.match(/--_share|%|\d{2,}/);
      expect(JSON.stringify(snapshots)).not.to.match(/"votes":\d/);
      expect(textOf(poll).match(/recorded/g)).to.have.length(1);
    });
  }

  it('are shown to those who have voted, where that is the rule', async () => {
    const { poll, api } = await mount(kept('after_vote'));
    expect(textOf(poll)).to.contain('Results are shown after voting.');
    const answers = [{ question: 'q1', options: ['a'] }];
    const snapshot = pollBody({ results: 'after_vote', version: 2 });
    const reply = { vote: { revision: 1, answers }, snapshot };
    await api.plan({ method: 'PUT', text: JSON.stringify(reply) });
    await press(all(poll, 'input')[0] as Element);
    await press(button(poll, 'Vote'));
    await shows(poll, '33 (31%)');
  });
});
