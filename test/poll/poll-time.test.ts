import { expect } from '@open-wc/testing';
import {
  all,
  button,
  eventually,
  expectFocus,
  field,
  findButton,
  hidden,
  mount,
  one,
  pollBody,
  press,
  shows,
  textOf,
} from './poll-fixtures.js';

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const hours = 3600;

describe('times of a poll', () => {
  it('count down in words, in both languages', async () => {
    const closes_at = inSeconds(3 * 24 * hours);
    const { poll } = await mount(pollBody({ closes_at }));
    expect(textOf(one(poll, '[part=status]'))).to.equal('Voting closes in 3 days');
    const russian = await mount(pollBody({ closes_at }), { lang: 'ru' });
    await shows(russian.poll, 'Голосование завершится через 3 дня');
    const soon = await mount(pollBody({ closes_at: inSeconds(40) }));
    expect(textOf(soon.poll)).to.contain('Voting closes in less than a minute');
    const far = await mount(pollBody({ closes_at: '2099-05-06T12:00:00Z' }));
    expect(textOf(far.poll)).to.match(/Voting closes on .*2099/);
  });

  it('say when voting opens, with the options but no fields', async () => {
    const { poll } = await mount(
      hidden(pollBody({ state: 'scheduled', opens_at: inSeconds(5 * hours) })),
    );
    expect(textOf(poll)).to.contain('Voting opens in 5 hours').and.contain('Safety');
    expect(all(poll, 'input, button').length).to.equal(0);
  });

  it('open the form by themselves', async () => {
    const { poll } = await mount(pollBody({ state: 'scheduled', opens_at: inSeconds(2) }));
    await eventually(() => findButton(poll, 'Vote'), 'the form');
  });

  it('close while the reader looks, say so, and fetch the results', async () => {
    const closes_at = inSeconds(3);
    const { poll, api } = await mount(hidden(pollBody({ results: 'after_close', closes_at })));
    field(poll, 'Safety').focus();
    await api.setup({ polls: { goals: pollBody({ state: 'closed', closes_at, version: 2 }) } });
    await eventually(() => !findButton(poll, 'Vote'), 'the end of the form');
    expectFocus(poll, one(poll, '[role=heading]'));
    expect(textOf(one(poll, '[role=status]'))).to.equal('Voting is closed.');
    await shows(poll, '33 (31%)');
    expect(textOf(poll)).to.contain('Voting closed on');
  });

  it('settle a vote that came too late', async () => {
    const { poll, api } = await mount(pollBody());
    const snapshot = pollBody({ state: 'closed', version: 2 });
    await api.plan({ method: 'PUT', status: 409, code: 'closed', body: { snapshot, vote: null } });
    await press(field(poll, 'Safety'));
    await press(button(poll, 'Vote'));
    await shows(poll, '33 (31%)');
    expect(textOf(one(poll, '[role=alert]'))).to.equal('Voting is closed.');
    expect(all(poll, 'li.own').length).to.equal(0);
  });
});
