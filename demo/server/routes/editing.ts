import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { definePoll, defineRating, type Defined } from '../editing/define-item.js';
import { removeItem } from '../editing/remove-item.js';
import { requireEditor } from '../http/voter.js';
import { describedEmpty, describedWrite, pollSchema, ratingSchema } from '../schema/answers.js';
import { itemParams } from '../schema/common.js';
import { conditionHeaders } from '../schema/headers.js';
import type { PollDefinition, RatingDefinition } from '../../../src/contract/definition.js';
import { pollDefinitionSchema, ratingDefinitionSchema } from '../schema/definitions.js';
import type { Service } from './service.js';
import { snapshotOf } from '../snapshots/representations.js';
import { type Item, itemOf } from '../items/item.js';
import type { Kind } from '../../../src/contract/item.js';
import type { ItemRequest } from './read-item.js';

/** Bytes. Large polls in several languages exceed the limit for votes. */
const definitionLimit = 512 * 1024;

type Define<Body> = (
  service: Service,
  item: Item,
  body: Body,
  origin: { readonly basis: string | undefined },
) => Promise<Defined>;

/** The definition that the editor expects: `''` for none, a list of tags, or `undefined` for any. */
const basisOf = ({ headers }: FastifyRequest) =>
  headers['if-none-match'] === '*' ? '' : headers['if-match'];

/** Defines an item and answers its snapshot with all counts. */
function defineItem<Body>(service: Service, kind: Kind, define: Define<Body>) {
  return async (request: FastifyRequest<ItemRequest & { Body: Body }>, reply: FastifyReply) => {
    const item = itemOf(kind, request.params.item);
    const basis = basisOf(request);
    const defined = await define(service, item, request.body as Body, { basis });
    const stored = await service.cache.get(item);
    return reply
      .code(defined === 'created' ? 201 : 200)
      .header('cache-control', 'no-store')
      .send(snapshotOf(stored, 'editor', service.now(), request.query.lang));
  };
}

/** Removes an item. A second removal changes nothing. */
function remove(service: Service, kind: Kind) {
  return async ({ params }: FastifyRequest<ItemRequest>, reply: FastifyReply) => {
    await removeItem(service, itemOf(kind, params.item));
    return reply.code(204).header('cache-control', 'no-store').send();
  };
}

/** Routes that change definitions; all need the editor's token. */
export function editingRoutes(app: FastifyInstance, service: Service): void {
  app.addHook('onRequest', async (request) =>
    requireEditor(service.secret, service.editorToken, request),
  );
  const options = { bodyLimit: definitionLimit, config: { rateLimit: false as const } };
  const schema = { params: itemParams, tags: ['editing'], security: [{ editor: [] }] };
  const write = { ...schema, headers: conditionHeaders };
  app.put<ItemRequest & { Body: PollDefinition }>(
    '/polls/:item',
    {
      ...options,
      schema: {
        ...write,
        summary: 'Defines a poll, or defines it again',
        body: pollDefinitionSchema,
        response: describedWrite(pollSchema),
      },
    },
    defineItem<PollDefinition>(service, 'poll', definePoll),
  );
  app.put<ItemRequest & { Body: RatingDefinition }>(
    '/ratings/:item',
    {
      ...options,
      schema: {
        ...write,
        summary: 'Defines a rating: stars, times, votes of an older system',
        body: ratingDefinitionSchema,
        response: describedWrite(ratingSchema),
      },
    },
    defineItem<RatingDefinition>(service, 'rating', defineRating),
  );
  const removal = {
    schema: {
      ...schema,
      summary: 'Readers get 410 from now on; the ballots stay, and defining it brings it back',
      response: describedEmpty,
    },
  };
  app.delete<ItemRequest>('/polls/:item', removal, remove(service, 'poll'));
  app.delete<ItemRequest>('/ratings/:item', removal, remove(service, 'rating'));
}
