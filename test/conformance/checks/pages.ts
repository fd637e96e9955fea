import { mostItems } from '../../../src/contract/limits.js';
import type { Check } from '../check.js';
import { expect, newToken, randomItem } from '../client.js';
import { firstEvent } from '../event-stream.js';
import { expectProblem, expectRating, expectShare } from '../shapes.js';

/** What a page asks for all its widgets at once. */
export const pages: readonly Check[] = [
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
    title: 'a batch has a strong ETag, answers 304, and holds no clock',
    async run({ call }) {
      const path = `/state?rating=${randomItem()}&share=${randomItem()}`;
      const { headers, text } = await call(path);
      const etag = headers.get('etag') ?? '';
      expect(/^"[^"]+"$/.test(etag), `ETag is "${etag}"`);
      const again = await call(path, { headers: { 'if-none-match': etag } });
      expect(again.status === 304 && again.text === '', `status ${again.status}`);
      expect(!text.includes('server_time'), 'a public body must hold no clock');
    },
  },
  {
    title: `a batch of more than ${mostItems} items is refused`,
    async run({ call }) {
      const query = Array.from({ length: mostItems + 1 }, (_, index) => `rating=x${index}`).join(
        '&',
      );
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
      const missing = await call(`/me?poll=${randomItem()}`, { token: newToken() });
      expect(missing.body.items[0].status === 404, 'an unknown poll must be 404 inside');
      expect(!Number.isNaN(Date.parse(body.server_time)), 'server_time must be a time');
    },
  },
  {
    title: 'events are a stream that names items and no counts',
    async run(endpoint) {
      const data = await firstEvent(endpoint, () => true);
      expect(data.item === endpoint.item && data.kind === 'rating', `event is about ${data.item}`);
      expect(Number.isSafeInteger(data.version), 'version must be a number');
      expect(typeof data.state === 'string', 'state must be a text');
      expect(!('votes' in data) && !('histogram' in data), 'an event must hold no counts');
    },
  },
];
