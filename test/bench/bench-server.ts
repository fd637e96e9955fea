// One server under measurement: MODE is floor, sqlite, sqlite-alone or postgres.
import type { FastifyInstance } from 'fastify';
import { createApp, createFastify } from '../../demo/server/app.js';
import { openDatabase } from '../../demo/server/database/open-database.js';
import { answerErrors } from '../../demo/server/routes/errors.js';
import { acceptJson } from '../../demo/server/http/json-body.js';
import { secure } from '../../demo/server/http/security.js';
import { itemParams } from '../../demo/server/schema/common.js';
import { ratingVoteSchema } from '../../demo/server/schema/votes.js';
import { itemOf } from '../../demo/server/items/item.js';
import { represent } from '../../demo/server/snapshots/representations.js';

const { MODE = '', DATA_DIR = '', DATABASE_URL } = process.env;

/** The same plugins, schemas and sizes of answers, but nothing stored: what HTTP alone costs. */
async function floorApp(): Promise<FastifyInstance> {
  const app = createFastify({ log: console.error });
  answerErrors(app, console.error);
  acceptJson(app);
  await secure(app, []);
  const stored = {
    ...itemOf('rating', 'hello'),
    definition: undefined,
    removed: false,
    revision: 0,
    versionBase: 0,
    changeCount: 5,
    counts: new Map([['star/5', 5]]),
    approved: new Map<string, string[]>(),
  };
  const snapshot = represent(stored, 'public', Date.now());
  const reply = `{"vote":{"value":4},"snapshot":${snapshot?.text},"server_time":"now"}`;
  const schema = { params: itemParams };
  app.get('/api/v1/ratings/:item', { schema }, async (_, answer) =>
    answer.type('application/json').send(snapshot?.body),
  );
  const body = ratingVoteSchema;
  app.put('/api/v1/ratings/:item/vote', { schema: { ...schema, body } }, async (_, answer) =>
    answer
      .code(201)
      .type('application/json')
      .serializer((text: string) => text)
      .send(reply),
  );
  return app;
}

async function realApp(): Promise<FastifyInstance> {
  const database = await openDatabase(DATA_DIR, MODE === 'postgres' ? DATABASE_URL : undefined);
  const options = { database, secret: 'bench', editorToken: 'bench', rateLimit: 'off' as const };
  // A commit a vote is what group commit is measured against.
  const votesAtOnce = MODE === 'sqlite-alone' ? 1 : 1000;
  return createApp({ ...options, votesAtOnce, log: console.error });
}

const app = await (MODE === 'floor' ? floorApp() : realApp());
const address = await app.listen({ port: 0, host: '127.0.0.1' });
console.info(address);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
