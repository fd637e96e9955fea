import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import {
  all,
  button,
  closed,
  eventually,
  expectFocus,
  expectVote,
  field,
  findButton,
  focused,
  keys,
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
  votes,
} from './poll-fixtures.js';

const sources = question({
  id: 'q2',
  text: 'Whom do you trust?',
  kind: 'multiple',
  min: 2,
  max: 3,
  other: true,
  options: [
    option('n', 'News', 4),
    option('t', 'Television', 2),
    option('f', 'Friends', 3),
    option('j', 'Journals', 1),
    option('other', 'Other', 0),
  ],
});
const two = pollBody({ questions: [question(), sources] });

describe('voting in a poll', () => {
  it('takes a vote by mouse and shows the results with the own choice marked', async () => {
    const { poll, api } = await mount(pollBody());
    await press(field(poll, 'Safety'));
    await press(button(poll, 'Vote'));
    await shows(poll, '31 (29%)');
    await expectVote(api, { question: 'q1', options: ['b'] });
    expect(textOf(one(poll, 'li.own')))
      .to.contain('Safety')
      .and.contain('Your choice');
    expect(textOf(poll)).to.contain('109 voters').and.contain('Your vote has been counted.');
    expectFocus(poll, one(poll, '[role=heading]'));
    expect(textOf(focused(poll))).to.equal('Your opinion (results)');
  });

  it('sends nothing while arrow keys move the choice, and votes on Enter', async () => {
    const { poll, api } = await mount(pollBody());
    field(poll, 'Trade').focus();
    await keys('ArrowDown', 'ArrowDown');
    expect(field(poll, 'Climate').checked).to.equal(true);
    expect(await votes(api)).to.deep.equal([]);
    await keys('Enter');
    await shows(poll, '25 (23%)');
    await expectVote(api, { question: 'q1', options: ['c'] });
  });

  it('names the question and keeps the other answers when one is wrong', async () => {
    const { poll, api } = await mount(two);
    await press(field(poll, 'News'));
    await press(button(poll, 'Vote'));
    await shows(poll, 'Please choose an answer.');
    expect(textOf(poll)).to.contain('Choose at least 2.').and.contain('Choose 2 to 3.');
    expectFocus(poll, field(poll, 'Trade'));
    const [first] = all(poll, 'fieldset');
    const described = first?.getAttribute('aria-describedby') ?? '';
    expect(textOf(one(poll, `#${described}`))).to.equal('Please choose an answer.');
    await keys(' ');
    expect(textOf(first)).not.to.contain('Please choose');
    expect(field(poll, 'News').checked).to.equal(true);
    expect(await votes(api)).to.deep.equal([]);
  });

  it('refuses more answers than allowed', async () => {
    const { poll, api } = await mount(two);
    await press(field(poll, 'Trade'));
    for (const label of ['News', 'Television', 'Friends', 'Journals'])
      await press(field(poll, label));
    await press(button(poll, 'Vote'));
    await shows(poll, 'Choose at most 3.');
    expectFocus(poll, field(poll, 'News'));
    await press(field(poll, 'Friends'));
    await press(button(poll, 'Vote'));
    await expectVoteOf(api, ['n', 't', 'j']);
  });

  const expectVoteOf = async (api: Parameters<typeof votes>[0], options: string[]) => {
    await api.received('PUT');
    await expectVote(api, { question: 'q1', options: ['a'] }, { question: 'q2', options });
  };

  it('takes own words, trimmed and not longer than 200 characters', async () => {
    const { poll, api } = await mount(two);
    await press(field(poll, 'Trade'));
    await press(field(poll, 'News'));
    await press(field(poll, 'Other'));
    await press(button(poll, 'Vote'));
    await shows(poll, 'Please write your answer.');
    const words = one<HTMLInputElement>(poll, '[type=text]');
    expectFocus(poll, words);
    expect(words.maxLength).to.equal(200);
    await sendKeys({ type: '  My neighbour ' });
    await keys('Enter');
    await api.received('PUT');
    await expectVote(
      api,
      { question: 'q1', options: ['a'] },
      { question: 'q2', options: ['n', 'other'], other: 'My neighbour' },
    );
    await shows(poll, '“My neighbour”'.slice(1, -1));
    expect(textOf(all(poll, 'li.own').at(-1))).to.contain('Your choice');
  });

  it('goes to the first of several faults', async () => {
    const { poll } = await mount(two);
    await press(field(poll, 'Other'));
    await press(button(poll, 'Vote'));
    await shows(poll, 'Please write your answer.');
    expectFocus(poll, field(poll, 'Trade'));
  });

  it('picks Other by itself when words are written', async () => {
    const { poll } = await mount(two);
    await press(one(poll, '[type=text]'));
    await sendKeys({ type: 'X' });
    expect(field(poll, 'Other').checked).to.equal(true);
  });

  it('does not need an optional question, but an answer to something', async () => {
    const questions = [question({ required: false }), { ...sources, required: false }];
    const { poll, api } = await mount(pollBody({ questions }));
    expect(textOf(poll)).to.contain('(optional)');
    await press(button(poll, 'Vote'));
    await shows(poll, 'Please choose an answer.');
    await press(field(poll, 'Safety'));
    await press(button(poll, 'Vote'));
    await api.received('PUT');
    await expectVote(api, { question: 'q1', options: ['b'] });
  });

  it('is busy without losing focus, and a second press is no second vote', async () => {
    const { poll, api } = await mount(pollBody());
    await api.plan({ method: 'PUT', hold: true });
    await press(field(poll, 'Safety'));
    const vote = button(poll, 'Vote');
    vote.focus();
    await keys('Enter');
    await eventually(() => vote.getAttribute('aria-disabled') === 'true', 'busy');
    expect(vote.disabled).to.equal(false);
    expectFocus(poll, vote);
    await keys('Enter');
    await press(vote);
    await api.release();
    await shows(poll, '31 (29%)');
    expect(await votes(api)).to.have.length(1);
  });

  it('changes a vote and removes it', async () => {
    const { poll, api } = await mount(pollBody());
    await press(field(poll, 'Safety'));
    await press(button(poll, 'Vote'));
    await shows(poll, 'Change my vote');
    await press(button(poll, 'Change my vote'));
    expect(field(poll, 'Safety').checked).to.equal(true);
    expect(textOf(poll)).not.to.contain('has been counted');
    await press(button(poll, 'Keep my vote'));
    await press(button(poll, 'Change my vote'));
    await press(field(poll, 'Trade'));
    await press(button(poll, 'Vote'));
    await shows(poll, '34 (31%)');
    await press(button(poll, 'Remove my vote'));
    await shows(poll, 'Your vote has been removed.');
    expect(all(poll, ':checked').length).to.equal(0);
    expectFocus(poll, one(poll, '[role=heading]'));
    expect((await votes(api)).at(-1)).to.equal(null);
    expect(await api.requests('DELETE')).to.have.length(1);
  });

  it('offers neither where the policy forbids it', async () => {
    const { poll } = await mount(pollBody({ policy: { change: false, withdraw: false } }));
    await press(field(poll, 'Safety'));
    await press(button(poll, 'Vote'));
    await shows(poll, '31 (29%)');
    expect(all(poll, 'li.own').length).to.equal(1);
    expect(findButton(poll, 'Change my vote')).to.equal(undefined);
    expect(findButton(poll, 'Remove my vote')).to.equal(undefined);
  });

  it('shows the results without a vote, and goes back to voting', async () => {
    const { poll, api } = await mount(pollBody());
    await press(field(poll, 'Climate'));
    await press(button(poll, 'Show results'));
    expect(rows(poll)).to.deep.equal([
      'Trade 33 (31%)',
      'Safety 30 (28%)',
      'Climate 24 (22%)',
      'Travel 21 (19%)',
    ]);
    expect(all(poll, 'li.own').length).to.equal(0);
    await press(button(poll, 'Back to voting'));
    expect(field(poll, 'Climate').checked).to.equal(true);
    expect(await votes(api)).to.deep.equal([]);
  });

  it('obeys a page that cancels the vote', async () => {
    const { poll, api } = await mount(pollBody());
    const seen: unknown[] = [];
    poll.addEventListener('riac-before-vote', (event) => {
      seen.push(event.vote);
      event.preventDefault();
    });
    await press(field(poll, 'Safety'));
    await press(button(poll, 'Vote'));
    await eventually(() => seen.length, 'the event');
    expect(seen[0]).to.deep.equal({ revision: 1, answers: [{ question: 'q1', options: ['b'] }] });
    expect(await votes(api)).to.deep.equal([]);
    expect(field(poll, 'Safety').checked).to.equal(true);
  });

  it('tells the page once, when the server has counted', async () => {
    const { poll } = await mount(pollBody());
    const seen: unknown[] = [];
    poll.addEventListener('riac-vote', ({ vote, snapshot }) => seen.push([vote, snapshot]));
    await press(field(poll, 'Safety'));
    await press(button(poll, 'Vote'));
    await shows(poll, '31 (29%)');
    expect(seen).to.have.length(1);
  });

  it('keeps two copies in step, of which one speaks', async () => {
    const api = await fakeEndpoint({ polls: { goals: pollBody() } });
    const [first, second] = [await mountOn(api), await mountOn(api)];
    await press(field(second, 'Safety'));
    await press(button(second, 'Vote'));
    await shows(first, '31 (29%)');
    await shows(second, '31 (29%)');
    expect(textOf(one(second, '[role=status]'))).to.equal('Your vote has been counted.');
    expect(textOf(one(first, '[role=status]'))).to.equal('');
    expect(textOf(focused(first))).to.equal('');
    expect(await votes(api)).to.have.length(1);
  });

  it('remembers the vote at the next visit', async () => {
    const { poll, api } = await mount(pollBody());
    await press(field(poll, 'Safety'));
    await press(button(poll, 'Vote'));
    await shows(poll, '31 (29%)');
    poll.remove();
    await new Promise((done) => setTimeout(done));
    const again = await mountOn(api);
    await eventually(() => all(again, 'li.own').length, 'the own choice');
    expect(textOf(one(again, 'li.own'))).to.contain('Safety');
  });

  it('shows a closed poll without any field', async () => {
    const { poll } = await mount(pollBody(closed));
    expect(rows(poll)[0]).to.equal('Trade 33 (31%)');
    expect(textOf(poll)).to.contain('Poll conducted').and.contain('Voting closed on');
    expect(all(poll, 'input, button').length).to.equal(0);
  });

  it('is usable with a thousand options', async () => {
    const options = Array.from({ length: 1000 }, (_, index) => option(`o${index}`, `L${index}`, 0));
    const { poll, api } = await mount(pollBody({ questions: [question({ options })] }));
    field(poll, 'L0').focus();
    await keys('ArrowDown', 'ArrowDown');
    expect(field(poll, 'L2').checked).to.equal(true);
    // Not from the first to the last: WebKitGTK ends there, in a plain group of four radios as well.
    await keys('ArrowUp');
    expect(field(poll, 'L1').checked).to.equal(true);
    await keys('Enter');
    await api.received('PUT');
    await expectVote(api, { question: 'q1', options: ['o1'] });
  });

  it('is as long before as after a reader has scrolled through a thousand options', async () => {
    const options = Array.from({ length: 1000 }, (_, index) => option(`o${index}`, `L${index}`, 0));
    const { poll, api } = await mount(pollBody({ questions: [question({ options })] }));
    const length = poll.offsetHeight;
    for (const at of [250, 500, 750, 999]) {
      field(poll, `L${at}`).scrollIntoView({ behavior: 'instant' });
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    }
    expect(poll.offsetHeight).to.be.closeTo(length, 1);
    await press(field(poll, 'L999'));
    await press(button(poll, 'Vote'));
    await api.received('PUT');
    await expectVote(api, { question: 'q1', options: ['o999'] });
  });

  it('tells equal labels apart, and shows hostile ones as the text they are', async () => {
    const wicked = '</fieldset><img src=x onerror="window.hurt=1">\u202E';
    const options = [
      option('a', 'Same', 1),
      option('b', 'Same', 1),
      option('c', wicked, 1, { description: wicked }),
      option('d', 'W'.repeat(500), 1),
    ];
    const { poll, api } = await mount(pollBody({ questions: [question({ options })] }));
    expect(all(poll, 'fieldset, img')).to.have.length(1);
    expect(textOf(all(poll, '[part=label]')[2])).to.equal(wicked);
    expect(poll.scrollWidth).to.be.at.most(poll.clientWidth);
    await press(all(poll, 'label')[1] as Element);
    await press(button(poll, 'Vote'));
    await api.received('PUT');
    await expectVote(api, { question: 'q1', options: ['b'] });
    await shows(poll, 'Your choice');
    expect(all(poll, 'li.option').map((row) => row.matches('.own'))).to.deep.equal([
      ...[false, true, false, false],
    ]);
  });

  it('moves its bars only for those who do not mind motion', async () => {
    const reduce = { features: [{ name: 'prefers-reduced-motion', value: 'reduce' }] };
    const { poll } = await mount(pollBody(closed));
    const bar = getComputedStyle(one(poll, '.bar'), '::before');
    const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
    expect(bar.transitionDuration).to.equal(still() ? '0s' : '0.3s');
    // Only one engine can be told to want less motion.
    const told = await executeServerCommand('emulate-features', reduce);
    expect(still()).to.equal(told || still());
    expect(bar.transitionDuration).to.equal(still() ? '0s' : '0.3s');
    await executeServerCommand('emulate-features', { features: [] });
  });
});
