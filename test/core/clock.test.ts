import { expect } from '@open-wc/testing';
import { learnServerTime, serverNow } from '../../src/data/clock.js';
import { uuidV7 } from '../../src/data/random-id.js';
import { parseRetryAfter } from '../../src/data/request.js';

const year = 365 * 24 * 3600_000;

/** Runs `work` on a page whose clock is wrong by so many milliseconds. */
function withClockOff(by: number, work: () => void): void {
  const { now } = Date;
  Date.now = () => now() + by;
  try {
    work();
  } finally {
    Date.now = now;
  }
}

const headers = (date: number, age?: number) =>
  new Headers({
    date: new Date(date).toUTCString(),
    ...(age !== undefined && { age: String(age) }),
  });

/** Whole seconds of a `Date` header, and what passes between two lines of a test. */
const near = (time: number) => [time - 1000, time + 1000] as const;

const timeOfKey = (key: string) => parseInt(key.replace('-', '').slice(0, 12), 16);

describe('the time', () => {
  let start = 0;

  beforeEach(() => {
    start = Date.now();
  });
  afterEach(() => learnServerTime(new Headers(), { server_time: new Date().toISOString() }));

  it('is the server’s, with a clock that is ten years off', () => {
    for (const by of [10 * year, -10 * year]) {
      withClockOff(by, () => {
        learnServerTime(headers(start), { server_time: new Date(start).toISOString() });
        expect(serverNow()).to.be.within(...near(start));
      });
    }
  });

  it('adds the age that caches told', () => {
    learnServerTime(new Headers(), { server_time: new Date(start - year).toISOString() });
    learnServerTime(headers(start - 60_000, 60), {});
    expect(serverNow()).to.be.within(...near(start));
  });

  it('is not put back by an answer that lay in the browser’s own cache', () => {
    learnServerTime(headers(start), {});
    learnServerTime(headers(start - 3600_000), {});
    expect(serverNow()).to.be.within(...near(Date.now()));
  });

  it('is right again after a sleep in which the page’s clock stood still', () => {
    learnServerTime(headers(start), {});
    learnServerTime(headers(start + 8 * 3600_000), {});
    expect(serverNow()).to.be.within(...near(start + 8 * 3600_000));
  });

  it('is left alone by garbage', () => {
    learnServerTime(new Headers(), { server_time: new Date(start).toISOString() });
    for (const body of [undefined, null, 7, {}, { server_time: 'soon' }, { server_time: {} }]) {
      learnServerTime(new Headers({ date: 'yesterday', age: 'old' }), body);
    }
    expect(serverNow()).to.be.within(...near(Date.now()));
  });

  it('goes into keys, so that a later vote has a later key when a clock is set right', () => {
    const keys: string[] = [];
    withClockOff(10 * year, () => {
      learnServerTime(headers(start), { server_time: new Date(start).toISOString() });
      keys.push(uuidV7());
    });
    keys.push(uuidV7());
    expect([...keys].sort()).to.deep.equal(keys);
    expect(timeOfKey(keys[0] ?? '')).to.be.within(...near(start));
  });

  it('is what a Retry-After date is counted from', () => {
    withClockOff(-10 * year, () => {
      learnServerTime(new Headers(), { server_time: new Date(start).toISOString() });
      const date = new Date(start + 60_000).toUTCString();
      expect(parseRetryAfter(date)).to.be.within(58, 61);
    });
  });
});
