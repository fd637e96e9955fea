import { expect } from '@open-wc/testing';
import { learnServerTime } from '../../src/data/clock.js';
import { type HeldTimers, holdTimers } from '../support/held-timers.js';
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

/** The server tells the page a time. */
const tellTime = (time: string) => learnServerTime(new Headers(), { server_time: time });

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

describe('a poll whose time comes', () => {
  let looks: HeldTimers;

  beforeEach(() => {
    // Those of the poll; not the patience with an answer, nor with this test.
    looks = holdTimers((after) => after >= 1000 && after !== 8000 && after !== 15_000);
  });
  afterEach(() => {
    looks.giveBack();
    tellTime(new Date().toISOString());
  });

  /** So much time passes that the poll looks, or asks, of its own accord. */
  async function nextLook(): Promise<void> {
    await eventually(() => looks.waits().length === 1, 'the next look');
    looks.run();
  }

  it('opens its form by itself', async () => {
    const opens_at = inSeconds(hours);
    const { poll } = await mount(pollBody({ state: 'scheduled', opens_at }));
    expect(findButton(poll, 'Vote')).to.equal(undefined);
    tellTime(opens_at);
    await nextLook();
    await eventually(() => findButton(poll, 'Vote'), 'the form');
  });

  it('closes while the reader looks, says so, and fetches the results', async () => {
    const closes_at = inSeconds(hours);
    const { poll, api } = await mount(hidden(pollBody({ results: 'after_close', closes_at })));
    field(poll, 'Safety').focus();
    await api.setup({ polls: { goals: pollBody({ state: 'closed', closes_at, version: 2 }) } });
    tellTime(closes_at);
    await nextLook();
    await eventually(() => !findButton(poll, 'Vote'), 'the end of the form');
    expectFocus(poll, one(poll, '[role=heading]'));
    expect(textOf(one(poll, '[role=status]'))).to.equal('Voting is closed.');
    expect((await api.requests('GET')).length, 'not asked yet').to.equal(1);
    await nextLook();
    await shows(poll, '33 (31%)');
    expect(textOf(poll)).to.contain('Voting closed on');
  });
});
