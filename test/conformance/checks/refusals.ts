import { longestItem } from '../../../src/contract/limits.js';
import { ratingPath, type Check } from '../check.js';
import { cast, newKey, newToken, randomItem } from '../client.js';
import { expectProblem } from '../shapes.js';

/** Writes that must change nothing. */
export const refusals: readonly Check[] = [
  {
    title: 'a vote without a JSON content type is 415',
    async run(endpoint) {
      const headers = { 'content-type': 'text/plain' };
      const write = { method: 'PUT', body: '{"value":1}', token: newToken(), key: newKey() };
      const answer = await endpoint.call(`${ratingPath(endpoint)}/vote`, { ...write, headers });
      expectProblem(answer, 415, 'malformed');
    },
  },
  {
    title: 'a vote without any content type is 415',
    async run(endpoint) {
      const body = new Blob(['{"value":1}']);
      const write = { method: 'PUT', body, token: newToken(), key: newKey() };
      expectProblem(await endpoint.call(`${ratingPath(endpoint)}/vote`, write), 415, 'malformed');
    },
  },
  {
    title: 'a vote without a token is 401, without a key 400',
    async run(endpoint) {
      const write = { method: 'PUT', body: { value: 1 } };
      const path = `${ratingPath(endpoint)}/vote`;
      expectProblem(await endpoint.call(path, { ...write, key: newKey() }), 401, 'login_required');
      expectProblem(await endpoint.call(path, { ...write, token: newToken() }), 400, 'malformed');
    },
  },
  {
    title: 'a vote that is no JSON, or of a wrong type, is 400',
    async run(endpoint) {
      for (const body of ['{"value":', '{"value":"4"}', '{"value":1e309}', '[]', 'null']) {
        const write = { method: 'PUT', body, token: newToken(), key: newKey() };
        expectProblem(await endpoint.call(`${ratingPath(endpoint)}/vote`, write), 400, 'malformed');
      }
    },
  },
  {
    title: 'a value out of range is 422 invalid_selection',
    async run(endpoint) {
      const write = { method: 'PUT', body: { value: 1000 }, token: newToken(), key: newKey() };
      const answer = await endpoint.call(`${ratingPath(endpoint)}/vote`, write);
      expectProblem(answer, 422, 'invalid_selection');
    },
  },
  {
    title: 'a body of a megabyte is 413',
    async run(endpoint) {
      const body = `{"value":1,"more":"${'x'.repeat(1_000_000)}"}`;
      const write = { method: 'PUT', body, token: newToken(), key: newKey() };
      expectProblem(await endpoint.call(`${ratingPath(endpoint)}/vote`, write), 413, 'malformed');
    },
  },
  {
    title: 'a key that is no UUID of version 7 is 400',
    async run(endpoint) {
      for (const key of ['1', '9b2f1c66-8a3e-4d7c-9f10-2f6d1c5e8a77']) {
        const answer = await cast(endpoint, ratingPath(endpoint), { value: 1 }, { key });
        expectProblem(answer, 400, 'malformed');
      }
    },
  },
  {
    title: 'an item of more than 200 characters is 400',
    run: async ({ call }) =>
      expectProblem(await call(`/ratings/${'x'.repeat(longestItem + 1)}`), 400, 'malformed'),
  },
  {
    title: 'a vote on an unknown poll is 404 not_found',
    async run(endpoint) {
      const body = { revision: 1, answers: [{ question: 'q1', options: ['a'] }] };
      const answer = await cast(endpoint, `/polls/${randomItem()}`, body);
      expectProblem(answer, 404, 'not_found');
    },
  },
];
