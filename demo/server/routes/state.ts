import { mostItems } from '../../../src/contract/limits.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../items/problem.js';
import { problemStatus } from '../../../src/contract/problem.js';
import { describedRead, stateSchema } from '../schema/answers.js';
import { batchQuery } from '../schema/common.js';
import type { Service } from './service.js';
import { etagOf, represent } from '../snapshots/representations.js';
import type { RequestedLanguage } from '../snapshots/texts.js';
import { absenceOf, type StoredItem } from '../items/stored-item.js';
import { type Item, itemOf } from '../items/item.js';
import { kinds } from '../../../src/contract/item.js';
import { cachingOf, sendRead } from './read-item.js';

export interface BatchQuery {
  readonly rating?: string | readonly string[];
  readonly poll?: string | readonly string[];
  readonly share?: string | readonly string[];
  readonly lang?: RequestedLanguage;
}

/** The order of a batch answer, whatever the order of the parameters. */
const inOrder = [...kinds].sort();

/** The items of a batch request, each once and sorted. Throws `malformed` for none or too many. */
export function itemsOf(query: BatchQuery): Item[] {
  const asked = inOrder.flatMap((kind) => {
    const items = new Set([query[kind] ?? []].flat());
    return [...items].sort().map((item) => itemOf(kind, item));
  });
  if (asked.length && asked.length <= mostItems) return asked;
  const detail = `Ask for 1 to ${mostItems} items by rating, poll and share.`;
  throw new Problem('malformed', { detail });
}

/** The entry of a missing item. It has no time, so that equal answers have equal tags. */
function missing(code: 'not_found' | 'removed') {
  const status = problemStatus[code];
  const title = code.replaceAll('_', ' ');
  return { status, body: JSON.stringify({ type: 'about:blank', title, status, code }) };
}

/** One entry of a batch answer as JSON text. A missing item gets a problem instead of `body`. */
export function entryText(stored: StoredItem, body: string): string {
  const { kind, item } = stored;
  const absent = absenceOf(stored);
  const entry = absent ? missing(absent) : { status: 200, body };
  const head = JSON.stringify({ kind, item, status: entry.status });
  return `${head.slice(0, -1)},"body":${entry.body}}`;
}

/** `GET /state`: the public snapshots of all items of a page. */
export function stateRoutes(app: FastifyInstance, service: Service): void {
  app.get(
    '/state',
    {
      schema: {
        summary: 'All widgets of a page in one answer',
        querystring: batchQuery,
        tags: ['pages'],
        response: describedRead(stateSchema),
      },
    },
    async (request: FastifyRequest<{ Querystring: BatchQuery }>, reply: FastifyReply) => {
      const { query } = request;
      const asked = itemsOf(query);
      const storedItems = await Promise.all(asked.map((item) => service.cache.get(item)));
      const now = service.now();
      const entries = storedItems.map((stored) =>
        entryText(stored, represent(stored, 'public', now, query.lang)?.text ?? ''),
      );
      const body = Buffer.from(`{"items":[${entries.join(',')}]}`);
      return sendRead(request, reply, { body, etag: etagOf(body) }, cachingOf(storedItems, now));
    },
  );
}
