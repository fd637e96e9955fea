import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problemStatus } from '../http/problem.js';
import { described, notModified, stateSchema } from '../schema/answers.js';
import { batchQuery } from '../schema/common.js';
import type { Service } from '../service.js';
import { etagOf, represent, type Representation } from '../snapshots/representations.js';
import { widgetId, type Kind } from '../voting/vote.js';
import { cachingOf, sendRead } from './reading.js';

export interface BatchQuery {
  readonly rating?: string | readonly string[];
  readonly poll?: string | readonly string[];
  readonly share?: string | readonly string[];
  readonly lang?: string;
}

/** An item that a batch asks for. */
export interface Asked {
  readonly kind: Kind;
  readonly item: string;
  readonly widget: string;
}

const mostItems = 20;
const kinds: readonly Kind[] = ['poll', 'rating', 'share'];

/** The items asked for, each once and in one order, whatever the order of the parameters. */
export function itemsOf(query: BatchQuery): Asked[] {
  const asked = kinds.flatMap((kind) => {
    const items = new Set([query[kind] ?? []].flat());
    return [...items].sort().map((item) => ({ kind, item, widget: widgetId(kind, item) }));
  });
  if (asked.length && asked.length <= mostItems) return asked;
  const detail = `Ask for 1 to ${mostItems} items by rating, poll and share.`;
  throw new Problem('malformed', { detail });
}

/** A missing item inside a batch; it holds no clock, since a public body is hashed. */
export const missingItem = JSON.stringify({
  type: 'about:blank',
  title: 'not found',
  status: problemStatus.not_found,
  code: 'not_found',
});

/** One entry of a batch answer as JSON text. */
export function entryText({ kind, item }: Asked, body: string | null): string {
  const status = body === null ? 404 : 200;
  const head = JSON.stringify({ kind, item, status });
  return `${head.slice(0, -1)},"body":${body ?? missingItem}}`;
}

const cachingOfAll = (snapshots: readonly (Representation | null)[]) =>
  cachingOf({ state: snapshots.every((one) => one?.state === 'closed') ? 'closed' : 'open' });

/** All widgets of a page in one public request. */
export function stateRoutes(app: FastifyInstance, service: Service): void {
  app.get(
    '/state',
    {
      schema: {
        querystring: batchQuery,
        tags: ['pages'],
        response: described(stateSchema, notModified),
      },
    },
    async (request: FastifyRequest<{ Querystring: BatchQuery }>, reply: FastifyReply) => {
      const { query } = request;
      const asked = itemsOf(query);
      const widgets = await Promise.all(asked.map(({ widget }) => service.cache.get(widget)));
      const now = service.now();
      const snapshots = widgets.map((widget) => represent(widget, 'public', now, query.lang));
      const entries = asked.map((one, index) => entryText(one, snapshots[index]?.text ?? null));
      const body = Buffer.from(`{"items":[${entries.join(',')}]}`);
      return sendRead(request, reply, { body, etag: etagOf(body) }, cachingOfAll(snapshots));
    },
  );
}
