import type { State } from '../../../src/contract/item.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readPolls } from '../database/read-polls.js';
import { archiveQuery, archiveSchema } from '../schema/lists.js';
import { describedRead } from '../schema/answers.js';
import type { Service } from './service.js';
import { etagOf, represent } from '../snapshots/representations.js';
import type { RequestedLanguage } from '../snapshots/texts.js';
import { stateOf, type StoredItem } from '../items/stored-item.js';
import { itemOf } from '../items/item.js';
import { sendRead } from './read-item.js';

export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: string;
  readonly lang?: RequestedLanguage;
}

type ArchiveQuery = PageQuery & { readonly state?: State };

/** Polls of one query, and most polls read for one page, which bounds the time for a rare state. */
const step = 50;
const mostRead = 1000;

/**
 * One page: the JSON texts that `show` returns, without polls for which it returns `undefined`. `next`
 * is the cursor of the next page, `null` after the last.
 */
export async function readPage(
  service: Service,
  query: PageQuery,
  show: (stored: StoredItem, now: number) => string | undefined,
) {
  const limit = Number(query.limit ?? 20);
  const texts: string[] = [];
  let after = itemOf('poll', query.cursor ?? '');
  for (let read = 0; read < mostRead; read += step) {
    const polls = await readPolls(service.database, after.id, step);
    const storedItems = await Promise.all(polls.map((poll) => service.cache.get(poll)));
    const now = service.now();
    for (const stored of storedItems) {
      if (texts.length === limit) return { texts, next: after.item };
      after = stored;
      const text = show(stored, now);
      if (text !== undefined) texts.push(text);
    }
    if (polls.length < step) return { texts, next: null };
  }
  return { texts, next: after.item };
}

export const pageText = ({ texts, next }: { texts: readonly string[]; next: string | null }) =>
  `{"items":[${texts.join(',')}],"next":${JSON.stringify(next)}}`;

/** Shows open and closed polls. Scheduled ones stay secret until they open. */
function shownInArchive({ state, lang }: ArchiveQuery) {
  return (stored: StoredItem, now: number) => {
    const present = stateOf(stored, now);
    if (present === 'scheduled' || (state && present !== state)) return undefined;
    return represent(stored, 'public', now, lang)?.text;
  };
}

/** `GET /polls`: the archive, page by page. */
export function archiveRoutes(app: FastifyInstance, service: Service): void {
  const schema = {
    tags: ['polls'],
    summary: 'Open and closed polls, page by page',
    querystring: archiveQuery,
    response: describedRead(archiveSchema),
  };
  app.get(
    '/polls',
    { schema },
    async (request: FastifyRequest<{ Querystring: ArchiveQuery }>, reply: FastifyReply) => {
      const page = await readPage(service, request.query, shownInArchive(request.query));
      const body = Buffer.from(pageText(page));
      const caching = 'public, max-age=10, stale-while-revalidate=60';
      return sendRead(request, reply, { body, etag: etagOf(body) }, caching);
    },
  );
}
