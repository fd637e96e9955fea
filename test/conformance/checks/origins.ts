import { ratingPath, type Check } from '../check.js';
import { expect, randomItem, type Answer } from '../client.js';
import { expectProblem } from '../shapes.js';

function expectAllowed({ headers }: Answer, origin: string): void {
  const allowed = headers.get('access-control-allow-origin') ?? '';
  expect(
    allowed === '*' || allowed === origin,
    `Access-Control-Allow-Origin: ${allowed || 'missing'}`,
  );
}

function expectNames({ headers }: Answer, header: string, names: readonly string[]): void {
  const given = (headers.get(header) ?? '').toLowerCase().split(/\s*,\s*/);
  const missing = names.filter((name) => !given.includes(name.toLowerCase()));
  expect(!missing.length, `${header} lacks ${missing.join(', ')}`);
}

/** What pages of another site need from the endpoint. */
export const origins: readonly Check[] = [
  {
    title: 'pages of an allowed site may read, and see the headers they need',
    needs: 'origin',
    async run(endpoint) {
      const { origin = '' } = endpoint;
      const answer = await endpoint.call(ratingPath(endpoint), { headers: { origin } });
      expectAllowed(answer, origin);
      expectNames(answer, 'access-control-expose-headers', ['ETag', 'Date', 'Age', 'Retry-After']);
    },
  },
  {
    title: 'pages of an allowed site can read a refusal as well',
    needs: 'origin',
    async run({ call, origin = '' }) {
      const answer = await call(`/polls/${randomItem()}`, { headers: { origin } });
      expectProblem(answer, 404, 'not_found');
      expectAllowed(answer, origin);
    },
  },
  {
    title: 'a preflight lets pages of an allowed site vote, and may be remembered',
    needs: 'origin',
    async run(endpoint) {
      const { origin = '' } = endpoint;
      const headers = { origin, 'access-control-request-method': 'PUT' };
      const path = `${ratingPath(endpoint)}/vote`;
      const answer = await endpoint.call(path, { method: 'OPTIONS', headers });
      expect(answer.status < 300, `status ${answer.status}`);
      expectAllowed(answer, origin);
      expectNames(answer, 'access-control-allow-methods', ['PUT', 'DELETE', 'POST']);
      const wanted = ['Authorization', 'Content-Type', 'Idempotency-Key'];
      expectNames(answer, 'access-control-allow-headers', wanted);
      expect(answer.headers.get('access-control-max-age'), 'Access-Control-Max-Age is missing');
    },
  },
];
