import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readPollIds } from '../database/polls.js';
import { archiveQuery, archiveSchema } from '../schema/archive.js';
import { described } from '../schema/answers.js';
import type { Service } from '../service.js';
import { etagOf, represent } from '../snapshots/representations.js';
import { stateOf, type State } from '../snapshots/widget.js';
import { splitWidgetId, widgetId } from '../voting/vote.js';
import { sendRead } from './reading.js';

interface ArchiveQuery {
  readonly state?: State;
  readonly cursor?: string;
  readonly limit?: string;
  readonly lang?: string;
}

/** Polls read at a time, and at most for one page, so that a rare state costs a bounded time. */
const step = 50;
const mostRead = 1000;

/** Snapshots of one page, and the item to go on after; `null` at the end. */
async function readPage(service: Service, query: ArchiveQuery) {
  const limit = Number(query.limit ?? 20);
  const texts: string[] = [];
  let after = widgetId('poll', query.cursor ?? '');
  for (let read = 0; read < mostRead; read += step) {
    const ids = await readPollIds(service.database, after, step);
    const widgets = await Promise.all(ids.map((id) => service.cache.get(id)));
    const now = service.now();
    for (const widget of widgets) {
      if (texts.length === limit) return { texts, next: splitWidgetId(after).item };
      after = widget.widget;
      if (query.state && stateOf(widget, now) !== query.state) continue;
      const snapshot = represent(widget, 'public', now, query.lang);
      if (snapshot) texts.push(snapshot.text);
    }
    if (ids.length < step) return { texts, next: null };
  }
  return { texts, next: splitWidgetId(after).item };
}

/** `GET /polls`: the archive, page by page. */
export function archiveRoutes(app: FastifyInstance, service: Service): void {
  const schema = {
    tags: ['polls'],
    summary: 'Polls page by page, such as the closed ones',
    querystring: archiveQuery,
    response: described(archiveSchema),
  };
  app.get(
    '/polls',
    { schema },
    async (request: FastifyRequest<{ Querystring: ArchiveQuery }>, reply: FastifyReply) => {
      const { texts, next } = await readPage(service, request.query);
      const body = Buffer.from(`{"items":[${texts.join(',')}],"next":${JSON.stringify(next)}}`);
      const caching = 'public, max-age=10, stale-while-revalidate=60';
      return sendRead(request, reply, { body, etag: etagOf(body) }, caching);
    },
  );
}
