import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { exportCsv, exportJson } from '../editing/export-poll.js';
import type { WriteIn } from '../ballots/write-ins.js';
import { approveWriteIn, eraseWriteIn, type Approval } from '../editing/judge-write-ins.js';
import { readWriteIns } from '../editing/write-ins.js';
import { Problem } from '../items/problem.js';
import { requireEditor } from '../http/voter.js';
import { described, describedEmpty } from '../schema/answers.js';
import { approvalSchema, erasureSchema, exportQuery, writeInsSchema } from '../schema/lists.js';
import { itemParams } from '../schema/common.js';
import { privateHeaders } from '../schema/response-headers.js';
import type { Service } from './service.js';
import { pollDefinitionOf } from '../items/stored-item.js';
import { itemOf } from '../items/item.js';
import type { ItemRequest } from './read-item.js';

type ExportRequest = ItemRequest & { Querystring: { format?: 'csv' | 'json' } };

async function requirePoll({ cache }: Service, item: string) {
  const stored = await cache.get(itemOf('poll', item));
  const definition = pollDefinitionOf(stored);
  if (!definition) throw new Problem('not_found', { detail: 'There is no such poll.' });
  return { stored, definition };
}

function exportPoll(service: Service) {
  return async (request: FastifyRequest<ExportRequest>, reply: FastifyReply) => {
    const { item } = request.params;
    const { format = 'json', lang } = request.query;
    const { stored, definition } = await requirePoll(service, item);
    const asked = new Set(definition.questions.flatMap(({ id, other }) => (other ? [id] : [])));
    const written = await readWriteIns(service, stored);
    const results = [
      stored,
      definition,
      // Leaves out write-ins of removed questions, which have no counts in the table.
      written.filter(({ question }) => asked.has(question)),
      service.now(),
      lang,
    ] as const;
    reply.header('cache-control', 'private, no-store');
    if (format === 'json') return reply.send(exportJson(...results));
    const name = `attachment; filename="poll.csv"; filename*=UTF-8''${encodeURIComponent(item)}.csv`;
    reply.type('text/csv; charset=utf-8').header('content-disposition', name);
    return reply.serializer((text: string) => text).send(exportCsv(...results));
  };
}

const csvOrJson = {
  200: {
    description: 'All results.',
    headers: {
      ...privateHeaders,
      'content-disposition': { type: 'string', description: 'A name for the table as a file.' },
    },
    content: {
      'application/json': { schema: { type: 'object' } },
      'text/csv': { schema: { type: 'string' } },
    },
  },
};

function listWritten(service: Service) {
  return async ({ params }: FastifyRequest<ItemRequest>, reply: FastifyReply) => {
    const { stored } = await requirePoll(service, params.item);
    const items = await readWriteIns(service, stored);
    return reply.header('cache-control', 'private, no-store').send({ items });
  };
}

/** Exports of a poll and decisions about its write-ins; all need the editor's token. */
export function resultRoutes(app: FastifyInstance, service: Service): void {
  app.addHook('onRequest', async (request) =>
    requireEditor(service.secret, service.editorToken, request),
  );
  const schema = { params: itemParams, tags: ['editing'], security: [{ editor: [] }] };
  app.get<ExportRequest>(
    '/polls/:item/export',
    {
      schema: {
        ...schema,
        summary: 'All results as a table or as JSON',
        querystring: exportQuery,
        response: described({}, csvOrJson),
      },
    },
    exportPoll(service),
  );
  app.get<ItemRequest>(
    '/polls/:item/written',
    { schema: { ...schema, summary: 'What readers wrote', response: described(writeInsSchema) } },
    listWritten(service),
  );
  app.put<ItemRequest & { Body: Approval }>(
    '/polls/:item/written',
    {
      schema: {
        ...schema,
        summary: 'Shows words to all readers, or takes them back',
        body: approvalSchema,
        response: describedEmpty,
      },
    },
    async ({ params, body }, reply) => {
      const { stored } = await requirePoll(service, params.item);
      await approveWriteIn(service, stored, { ...body, words: body.words.trim() });
      return reply.code(204).send();
    },
  );
  app.delete<ItemRequest & { Body: WriteIn }>(
    '/polls/:item/written',
    {
      schema: {
        ...schema,
        summary: 'Erases words from all ballots that hold them; the ballots count on',
        body: erasureSchema,
        response: describedEmpty,
      },
    },
    async ({ params, body }, reply) => {
      const { stored } = await requirePoll(service, params.item);
      await eraseWriteIn(service, stored, { ...body, words: body.words.trim() });
      return reply.code(204).send();
    },
  );
}
