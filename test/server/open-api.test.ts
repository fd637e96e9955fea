import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll, wishes, wishPoll } from './support/polls.js';
import { editorToken, startServer, type Answer, type TestServer } from './support/server.js';

type Schema = Record<string, unknown>;
type Named = Record<string, unknown>;
type Response = { content?: Record<string, { schema: Schema }>; headers?: Named };
type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Body = Pick<Response, 'content'>;
type Operation = {
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Response>;
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

/** Compiles JSON Schemas as the server does. */
async function schemaChecker() {
  const app = Fastify({ ajv: { customOptions: { coerceTypes: false, allowUnionTypes: true } } });
  app.put('/', { schema: { body: {} } }, async () => null);
  await app.ready();
  return (schema: Schema, value: unknown): string => {
    const compile = app.validatorCompiler as unknown as (route: object) => {
      (value: unknown): boolean;
      errors: unknown;
    };
    const validate = compile({ schema, method: 'PUT', url: '', httpPart: 'body' });
    return validate(value) ? '' : JSON.stringify(validate.errors);
  };
}

/** The operation of the document that a request is an instance of. */
function operationOf({ paths }: Document, method: string, path: string): Operation | undefined {
  const pathname = `/api/v1${path.split('?')[0]}`;
  for (const [template, operations] of Object.entries(paths)) {
    const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    const operation = operations[method.toLowerCase()];
    if (operation && pattern.test(pathname)) return operation;
  }
  return undefined;
}

async function exercise(server: TestServer): Promise<[string, string, Answer][]> {
  const seen: [string, string, Answer][] = [];
  const call: TestServer['call'] = async (method, path, options) => {
    const answer = await server.call(method, path, options);
    seen.push([method, path, answer]);
    return answer;
  };
  const who = { token: newToken() };
  const editor = { token: editorToken };
  const write = (method: string, path: string, body?: unknown, headers: object = who) =>
    call(method, path, { key: newKey(), ...(body !== undefined && { body }), ...headers });
  await call('PUT', '/polls/p', { ...editor, body: teaPoll });
  await call('PUT', '/polls/w', { ...editor, body: { ...wishPoll, results: 'after_vote' } });
  await call('PUT', '/ratings/r', { ...editor, body: { imported: { histogram: [1, 2, 3] } } });
  await call('PUT', '/polls/bad', { ...editor, body: { title: 1 } });
  await call('PUT', '/polls/bad', { body: teaPoll });
  await write('PUT', '/polls/p/vote', tea('black'));
  await write('PUT', '/polls/p/vote', tea('milk'));
  await write('PUT', '/polls/w/vote', wishes(['a', 'b'], { options: ['other'], other: 'Far' }));
  await write('PUT', '/polls/p/vote', tea('black', 9));
  await write('DELETE', '/polls/p/vote');
  await write('PUT', '/ratings/r/vote', { value: 2 });
  await write('PUT', '/ratings/r/vote', { value: 9 });
  await write('PUT', '/ratings/r/vote', { value: 'x' });
  await write('DELETE', '/ratings/r/vote');
  await write('POST', '/shares/s', { network: 'vk' });
  await write(
    'PUT',
    '/polls/w/written',
    { question: 'place', words: 'Far', approved: true },
    editor,
  );
  await write('DELETE', '/polls/w/written', { question: 'place', words: 'Far' }, editor);
  await write('DELETE', '/polls/w/written', { question: 'place', words: 'Far' }, editor);
  for (const path of ['/polls/p', '/polls/w?lang=ru', '/polls/none', '/ratings/r', '/shares/s']) {
    await call('GET', path);
  }
  await call('GET', '/state?poll=p&poll=w&poll=none&rating=r&share=s');
  await call('GET', '/me?poll=p&poll=w&rating=r&share=s', who);
  await call('GET', '/me?poll=p');
  await call('GET', '/polls?limit=1');
  await call('GET', '/polls/w/export', editor);
  await call('GET', '/polls/w/written', editor);
  await call('GET', '/polls/w/definition', editor);
  await call('GET', '/polls/none/definition', editor);
  await call('DELETE', '/polls/w', editor);
  await call('DELETE', '/ratings/r', editor);
  await call('DELETE', '/polls/none', editor);
  await call('GET', '/polls/w');
  await call('GET', '/state?poll=w&rating=r');
  await call('GET', '/me?poll=w', who);
  await call('GET', '/editor/polls', editor);
  return seen;
}

/** Headers of which a client makes something. */
const telling = [
  ...['etag', 'cache-control', 'date', 'age', 'vary', 'retry-after'],
  ...['content-disposition', 'location'],
];

test('every answer is as the OpenAPI 3.1 document says', async (t) => {
  const server = await startServer(t, { allowedOrigins: ['https://news.example'] });
  const { body: document } = await server.get('/openapi.json');
  assert.equal(document.openapi, '3.1.0');
  const check = await schemaChecker();
  const covered = new Set<Operation>();
  for (const [method, path, { status, headers, body }] of await exercise(server)) {
    const operation = operationOf(document, method, path);
    assert.ok(operation, `${method} ${path} is in the document`);
    covered.add(operation);
    const response = operation.responses[status] ?? operation.responses['default'];
    assert.ok(response, `${method} ${path} may answer ${status}`);
    const sent = telling.filter((name) => headers[name] !== undefined);
    const untold = sent.filter((name) => !response.headers?.[name]);
    assert.deepEqual(untold, [], `headers of ${method} ${path} ${status}`);
    if (status === 204) continue;
    const type = String(headers['content-type']).split(';')[0] ?? '';
    const schema = response.content?.[type]?.schema;
    assert.ok(schema, `${method} ${path} ${status} has a schema for ${type}`);
    assert.equal(check(schema, body), '', `${method} ${path} ${status}`);
  }
  const all = Object.entries((document as Document).paths)
    .filter(([path]) => path.startsWith('/api/v1/') && !path.endsWith('/events'))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map((entry) => [path, ...entry] as const),
    )
    .filter(([, method]) => method !== 'head');
  const uncovered = all.filter(([, , operation]) => !covered.has(operation));
  assert.deepEqual(
    uncovered.map(([path, method]) => `${method} ${path}`),
    [],
  );
});

/** The schemas of an operation: of what is asked, sent and answered. */
function schemasOf({ parameters = [], requestBody, responses }: Operation): Schema[] {
  const bodies = [requestBody ?? {}, ...Object.values(responses)];
  const contents = bodies.flatMap(({ content = {} }) => Object.values(content));
  return [...parameters, ...contents].map(({ schema }) => schema).filter(Boolean);
}

test('every schema is one by the rules of JSON Schema, which the server itself takes on trust', async (t) => {
  const server = await startServer(t);
  const { paths } = (await server.get('/openapi.json')).body as Document;
  const check = await schemaChecker();
  const schemas = Object.values(paths).flatMap(Object.values).flatMap(schemasOf);
  assert.ok(schemas.length > 100, `${schemas.length} schemas`);
  for (const schema of schemas) assert.doesNotThrow(() => check(schema, null));
  assert.throws(() => check({ type: 'nothing' }, null), /schema is invalid/);
});

test('the OpenAPI document says which requests need a key, and when to come back', async (t) => {
  const server = await startServer(t);
  const { body } = await server.get('/openapi.json');
  const { paths } = body as Document;
  const needKey = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { parameters = [] }]) =>
        parameters.some(({ name, required }) => name === 'idempotency-key' && required),
      )
      .map(([method]) => `${method} ${path}`),
  );
  assert.deepEqual(needKey.sort(), [
    'delete /api/v1/polls/{item}/vote',
    'delete /api/v1/ratings/{item}/vote',
    'post /api/v1/shares/{item}',
    'put /api/v1/polls/{item}/vote',
    'put /api/v1/ratings/{item}/vote',
  ]);
  for (const [path, operations] of Object.entries(paths)) {
    if (!path.startsWith('/api/v1/')) continue;
    for (const [method, { responses }] of Object.entries(operations)) {
      assert.ok(responses['default']?.headers?.['retry-after'], `${method} ${path}`);
    }
  }
});
