import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../items/problem.js';
import { addressKey } from '../http/rate-limits.js';
import { clickOf, keyOf } from '../http/voter.js';
import { describedRead, describedEmpty, shareSchema } from '../schema/answers.js';
import { keyHeaders } from '../schema/headers.js';
import { itemParams, languageQuery } from '../schema/common.js';
import { shareClickSchema, type ShareClickBody } from '../schema/votes.js';
import type { Service } from './service.js';
import { represent } from '../snapshots/representations.js';
import { networksOf } from '../snapshots/share-snapshot.js';
import { itemOf, type Item } from '../items/item.js';
import { explainEarly } from './early-refusals.js';
import { readItem, type ItemRequest } from './read-item.js';

/** Most networks of an item, since a client may send any name and each gets a counter. */
const mostNetworks = 60;

/** A problem with the present counts. */
async function refusal({ cache, now }: Service, item: Item, problem: Problem) {
  const snapshot = represent(await cache.get(item), 'public', now())?.text;
  return problem.with({ ...(snapshot && { snapshot }) });
}

async function requireRoom(service: Service, item: Item, network: string): Promise<void> {
  const networks = Object.keys(networksOf(await service.cache.definition(item)));
  if (networks.length < mostNetworks || networks.includes(network)) return;
  const detail = 'This item has too many networks.';
  throw await refusal(service, item, new Problem('invalid_selection', { detail }));
}

/** `POST /shares/{item}`: counts one click of our own bar, once per key. */
function countClick(service: Service) {
  return async (
    request: FastifyRequest<ItemRequest & { Body: ShareClickBody }>,
    reply: FastifyReply,
  ) => {
    const { network, placement } = request.body;
    const item = itemOf('share', request.params.item);
    const key = keyOf(request);
    await service.limits.attempt(request, `${item.id} ${addressKey(request.ip)}`);
    await requireRoom(service, item, network);
    const { versionBase } = await service.cache.definition(item);
    const { verdict } = await service.queue.cast({
      item,
      voter: clickOf(service.secret, item, key),
      key,
      choices: JSON.stringify({ network, ...(placement && { placement }) }),
      written: false,
      versionBase,
      canChange: false,
      canWithdraw: false,
      at: service.now(),
    });
    if (verdict === 'key_reused') {
      throw await refusal(service, item, new Problem('key_reused'));
    }
    return reply.code(204).header('cache-control', 'no-store').send();
  };
}

/** Share counts: clicks on the share bar, not the numbers of the networks. */
export function shareRoutes(app: FastifyInstance, service: Service): void {
  const schema = { params: itemParams, querystring: languageQuery, tags: ['shares'] };
  app.get<ItemRequest>(
    '/shares/:item',
    {
      schema: {
        ...schema,
        summary: 'Clicks per network',
        response: describedRead(shareSchema),
      },
    },
    readItem(service, 'share'),
  );
  app.post<ItemRequest & { Body: ShareClickBody }>(
    '/shares/:item',
    {
      errorHandler: explainEarly(service, 'share'),
      schema: {
        ...schema,
        summary: 'Counts one click of the own bar, once per key',
        headers: keyHeaders,
        body: shareClickSchema,
        response: describedEmpty,
      },
    },
    countClick(service),
  );
}
