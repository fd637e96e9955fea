import { expect } from '@open-wc/testing';
import { asksForPatience, maxAttempts, waitBeforeRetry } from '../../src/data/backoff.js';
import { RequestError } from '../../src/data/request-error.js';

const outage = 60;

/** Seconds at which a reader who votes at `start` sends again, by the rules of a delivery. */
function retries(start: number, status: number, told: (left: number) => number): number[] {
  const sent: number[] = [];
  let now = start;
  for (let attempt = 0; now < outage;) {
    const error = new RequestError('refused', '', status, '', told(outage - now));
    const patient = asksForPatience(error);
    if (!patient && attempt + 1 >= maxAttempts) break;
    now += waitBeforeRetry(patient ? 0 : attempt, error) / 1000;
    attempt = patient ? 0 : attempt + 1;
    sent.push(now);
  }
  return sent;
}

/** The largest part of all that falls into one second. */
function densest(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const counts = sorted.map((time, at) => sorted.slice(at).findIndex((t) => t >= time + 1));
  return Math.max(...counts.map((n, at) => (n < 0 ? sorted.length - at : n))) / sorted.length;
}

describe('1 000 readers who vote while a server is down for a minute', () => {
  const cases = [
    { name: 'without a word', status: 500, told: () => 0 },
    { name: 'with 503', status: 503, told: () => 0 },
    { name: 'with 503 and a fixed Retry-After', status: 503, told: () => 5 },
    { name: 'with 503 and the moment of its return', status: 503, told: (left: number) => left },
  ];
  for (const { name, status, told } of cases) {
    it(`never send more than a tenth of all retries in one second (${name})`, () => {
      const starts = Array.from({ length: 1000 }, () => Math.random() * outage);
      const all = starts.flatMap((start) => retries(start, status, told));
      expect(all.length).to.be.at.least(900);
      expect(densest(all)).to.be.at.most(0.1);
    });
  }
});
