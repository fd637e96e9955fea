import { expect, newKey, newToken, randomItem, type Endpoint } from './client.js';
import { expectPoll, expectProblem, expectRating, expectShare } from './shapes.js';

/** A sentence of the contract and how to find out whether it holds. */
export interface Check {
  readonly title: string;
  /** Needs a poll that the caller named. */
  readonly needsPoll?: boolean;
  run(endpoint: Endpoint): Promise<void>;
}

const onRating = ({ item }: Endpoint) => `/ratings/${encodeURIComponent(item)}`;

const answers: Check[] = [
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
    needsPoll: true,
    async run({ call, poll = '' }) {
      const { status, body } = await call(`/polls/${encodeURIComponent(poll)}`);
      expect(status === 200, `status ${status}`);
      expectPoll(body, poll);
    },
  },
];

const caching: Check[] = [
  {
    title: 'a read has a strong ETag and answers 304 to who knows it',
    async run(endpoint) {
      const { headers } = await endpoint.call(onRating(endpoint));
      const etag = headers.get('etag') ?? '';
      expect(/^"[^"]+"$/.test(etag), `ETag is "${etag}"`);
      const again = await endpoint.call(onRating(endpoint), { headers: { 'if-none-match': etag } });
      expect(again.status === 304 && again.text === '', `status ${again.status}`);
    },
  },
  {
    title: 'a read may be kept by any cache, and tells the time by Date',
    async run(endpoint) {
      const { headers } = await endpoint.call(onRating(endpoint));
      const caching = headers.get('cache-control') ?? '';
      expect(/public/.test(caching) && /max-age=\d+/.test(caching), `Cache-Control: ${caching}`);
      expect(headers.get('date'), 'Date is missing');
      expect(!headers.get('set-cookie'), 'a read must not set a cookie');
    },
  },
  {
    title: 'a read is byte-equal for a voter and a stranger',
    async run(endpoint) {
      const stranger = await endpoint.call(onRating(endpoint));
      const voter = await endpoint.call(onRating(endpoint), { token: newToken() });
      expect(voter.text === stranger.text, 'the bodies differ');
      expect(!('server_time' in stranger.body), 'a public body must hold no clock');
    },
  },
];

const pages: Check[] = [
  {
    title: 'a batch answers each item with its own status, whatever the order',
    async run({ call }) {
      const [rating, share, poll] = [randomItem(), randomItem(), randomItem()];
      const one = await call(`/state?rating=${rating}&share=${share}&poll=${poll}`);
      const other = await call(`/state?poll=${poll}&share=${share}&rating=${rating}`);
      expect(one.status === 200, `status ${one.status}`);
      expect(one.text === other.text, 'the order of parameters changes the answer');
      const found = (kind: string) =>
        one.body.items.find((entry: { kind: string }) => entry.kind === kind);
      expect(found('poll')?.status === 404, 'the unknown poll must be 404 inside');
      expectRating(found('rating')?.body, rating);
      expectShare(found('share')?.body, share);
    },
  },
  {
    title: 'a batch of more than 20 items is refused',
    async run({ call }) {
      const query = Array.from({ length: 21 }, (_, index) => `rating=x${index}`).join('&');
      expectProblem(await call(`/state?${query}`), 400, 'malformed');
    },
  },
  {
    title: 'own votes need a token and are private',
    async run({ call, item }) {
      const path = `/me?rating=${encodeURIComponent(item)}`;
      expectProblem(await call(path), 401, 'login_required');
      const { status, headers, body } = await call(path, { token: newToken() });
      expect(status === 200, `status ${status}`);
      expect(/no-store/.test(headers.get('cache-control') ?? ''), 'must be no-store');
      expect(body.items[0].body.vote === null, 'a new voter has no vote');
      expect(!Number.isNaN(Date.parse(body.server_time)), 'server_time must be a time');
    },
  },
  {
    title: 'events are a stream that names items and no counts',
    async run({ url, item }) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), 10_000);
      const path = `${url}/events?rating=${encodeURIComponent(item)}`;
      const response = await fetch(path, { signal: stop.signal });
      const type = response.headers.get('content-type') ?? '';
      expect(type.startsWith('text/event-stream'), `content type is "${type}"`);
      expect(response.body, 'the stream has no body');
      let text = '';
      for await (const part of response.body) {
        text += Buffer.from(part).toString();
        if (/^data:.*\n\n/m.test(text)) break;
      }
      clearTimeout(timer);
      stop.abort();
      const data = JSON.parse(/^data: ?(.*)$/m.exec(text)?.[1] ?? 'null');
      expect(data?.item === item && data.kind === 'rating', `event is ${text}`);
      expect(!('votes' in data) && !('histogram' in data), 'an event must hold no counts');
    },
  },
];

const refusals: Check[] = [
  {
    title: 'a vote without a JSON content type is 415',
    async run(endpoint) {
      const headers = { 'content-type': 'text/plain' };
      const write = { method: 'PUT', body: '{"value":1}', token: newToken(), key: newKey() };
      const answer = await endpoint.call(`${onRating(endpoint)}/vote`, { ...write, headers });
      expectProblem(answer, 415, 'malformed');
    },
  },
  {
    title: 'a vote without a token is 401, without a key 400',
    async run(endpoint) {
      const write = { method: 'PUT', body: { value: 1 } };
      const path = `${onRating(endpoint)}/vote`;
      expectProblem(await endpoint.call(path, { ...write, key: newKey() }), 401, 'login_required');
      expectProblem(await endpoint.call(path, { ...write, token: newToken() }), 400, 'malformed');
    },
  },
  {
    title: 'a vote that is no JSON, or of a wrong type, is 400',
    async run(endpoint) {
      for (const body of ['{"value":', '{"value":"4"}', '{"value":1e309}', '[]', 'null']) {
        const write = { method: 'PUT', body, token: newToken(), key: newKey() };
        expectProblem(await endpoint.call(`${onRating(endpoint)}/vote`, write), 400, 'malformed');
      }
    },
  },
  {
    title: 'a value out of range is 422 invalid_selection',
    async run(endpoint) {
      const write = { method: 'PUT', body: { value: 1000 }, token: newToken(), key: newKey() };
      const answer = await endpoint.call(`${onRating(endpoint)}/vote`, write);
      expectProblem(answer, 422, 'invalid_selection');
    },
  },
  {
    title: 'a body of a megabyte is 413',
    async run(endpoint) {
      const body = `{"value":1,"more":"${'x'.repeat(1_000_000)}"}`;
      const write = { method: 'PUT', body, token: newToken(), key: newKey() };
      expectProblem(await endpoint.call(`${onRating(endpoint)}/vote`, write), 413, 'malformed');
    },
  },
];

/** Checks that change nothing. */
export const readChecks: readonly Check[] = [...answers, ...caching, ...pages, ...refusals];
