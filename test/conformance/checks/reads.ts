import { pollPath, ratingPath, type Check } from '../check.js';
import { expect, newToken, randomItem } from '../client.js';
import { expectPoll, expectProblem, expectRating, expectShare } from '../shapes.js';

/** What pages have in `lang`, tags or not. */
const anyLanguage = ['ru_RU', 'ru-', 'C', 'x'.repeat(40), '%D1%80%D1%83', '%20', '', 'ru&lang=en'];

const answers: Check[] = [
  {
    title: 'no value of lang is refused, a tag or not',
    async run({ call }) {
      const item = randomItem();
      for (const lang of anyLanguage) {
        const rating = await call(`/ratings/${item}?lang=${lang}`);
        expect(rating.status === 200, `status ${rating.status} for lang "${lang}"`);
        expectRating(rating.body, item);
        const page = await call(`/state?rating=${item}&lang=${lang}`);
        expect(page.status === 200, `status ${page.status} for lang "${lang}" at /state`);
        expectRating(page.body.items[0].body, item);
      }
    },
  },
  {
    title: 'a rating that nobody used answers zeros and mean null',
    async run({ call }) {
      const item = randomItem();
      const { status, body } = await call(`/ratings/${item}`);
      expect(status === 200, `status ${status}`);
      expectRating(body, item);
      expect(body.votes === 0 && body.mean === null, 'votes must be 0 and mean null');
    },
  },
  {
    title: 'a share count that nobody used answers zeros',
    async run({ call }) {
      const item = randomItem();
      const { status, body } = await call(`/shares/${item}`);
      expect(status === 200, `status ${status}`);
      expectShare(body, item);
      expect(body.total === 0, 'total must be 0');
    },
  },
  {
    title: 'an unknown poll is 404 not_found',
    run: async ({ call }) => expectProblem(await call(`/polls/${randomItem()}`), 404, 'not_found'),
  },
  {
    title: 'the poll has the shape of the contract',
    needs: 'poll',
    async run({ call, poll = '' }) {
      const { status, body } = await call(pollPath(poll));
      expect(status === 200, `status ${status}`);
      expectPoll(body, poll);
    },
  },
  {
    title: 'the poll answers in the language asked for, or in one that it has',
    needs: 'poll',
    async run({ call, poll = '' }) {
      for (const lang of ['ru', 'en-GB', 'tlh', ...anyLanguage]) {
        const { status, body } = await call(`${pollPath(poll)}?lang=${lang}`);
        expect(status === 200, `status ${status} for ${lang}`);
        expectPoll(body, poll);
      }
    },
  },
];

const caching: Check[] = [
  {
    title: 'a read has a strong ETag and answers 304 to who knows it',
    async run(endpoint) {
      const { headers } = await endpoint.call(ratingPath(endpoint));
      const etag = headers.get('etag') ?? '';
      expect(/^"[^"]+"$/.test(etag), `ETag is "${etag}"`);
      const again = await endpoint.call(ratingPath(endpoint), {
        headers: { 'if-none-match': etag },
      });
      expect(again.status === 304 && again.text === '', `status ${again.status}`);
    },
  },
  {
    title: 'a read may be kept by any cache, and tells the time by Date',
    async run(endpoint) {
      const { headers } = await endpoint.call(ratingPath(endpoint));
      const caching = headers.get('cache-control') ?? '';
      expect(/public/.test(caching) && /max-age=\d+/.test(caching), `Cache-Control: ${caching}`);
      expect(headers.get('date'), 'Date is missing');
      expect(!headers.get('set-cookie'), 'a read must not set a cookie');
    },
  },
  {
    title: 'a read is byte-equal for a voter and a stranger',
    async run(endpoint) {
      const stranger = await endpoint.call(ratingPath(endpoint));
      const voter = await endpoint.call(ratingPath(endpoint), { token: newToken() });
      expect(voter.text === stranger.text, 'the bodies differ');
      expect(!('server_time' in stranger.body), 'a public body must hold no clock');
    },
  },
];

/** The public reads of single items. */
export const reads: readonly Check[] = [...answers, ...caching];
