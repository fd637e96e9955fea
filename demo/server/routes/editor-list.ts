import type { State } from '../../../src/contract/item.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { absenceProblem } from '../ballots/require-open.js';
import { definitionTag } from '../editing/definition-tag.js';
import { retiredIds } from '../editing/retired-ids.js';
import { requireEditor } from '../http/voter.js';
import { described, describedTagged } from '../schema/answers.js';
import { editorListQuery, editorListSchema, storedSchema } from '../schema/lists.js';
import { itemParams } from '../schema/common.js';
import type { Service } from './service.js';
import { snapshotOf } from '../snapshots/representations.js';
import { pollDefinitionOf, stateOf, type StoredItem } from '../items/stored-item.js';
import { itemOf } from '../items/item.js';
import { pageText, readPage, type PageQuery } from './archive.js';
import type { ItemRequest } from './read-item.js';
import { asText } from './vote-handlers.js';

type EditorListQuery = PageQuery & { readonly state?: State | 'removed' };

/** Shows each poll of a state with all counts. */
function shownToEditor({ state, lang }: EditorListQuery) {
  return (stored: StoredItem, now: number) => {
    const { removed } = stored;
    if (state && state !== (removed ? 'removed' : stateOf(stored, now))) return undefined;
    return JSON.stringify({ ...snapshotOf(stored, 'editor', now, lang), removed });
  };
}

function listPolls(service: Service) {
  return async (
    { query }: FastifyRequest<{ Querystring: EditorListQuery }>,
    reply: FastifyReply,
  ) => {
    const page = await readPage(service, query, shownToEditor(query));
    return reply
      .header('cache-control', 'private, no-store')
      .type('application/json')
      .serializer(asText)
      .send(pageText(page));
  };
}

function readDefinition({ cache }: Service) {
  return async ({ params: { item } }: FastifyRequest<ItemRequest>, reply: FastifyReply) => {
    const poll = itemOf('poll', item);
    // An editor must not start from a definition that is a second old.
    cache.drop(poll);
    const stored = await cache.get(poll);
    const definition = pollDefinitionOf(stored);
    if (!definition) throw absenceProblem(stored);
    const { revision, removed } = stored;
    const etag = definitionTag(definition, removed);
    reply.headers({ 'cache-control': 'private, no-store', etag });
    const retired = retiredIds(stored, definition);
    return reply.send({ item, revision, removed, definition, ...(retired.length && { retired }) });
  };
}

/** The list of all polls for an editor, and the definition of each. */
export function editorListRoutes(app: FastifyInstance, service: Service): void {
  app.addHook('onRequest', async (request) =>
    requireEditor(service.secret, service.editorToken, request),
  );
  const schema = { tags: ['editing'], security: [{ editor: [] }] };
  const list = {
    ...schema,
    summary: 'All polls with all counts: scheduled, open, closed and removed',
    querystring: editorListQuery,
    response: described(editorListSchema),
  };
  app.get<{ Querystring: EditorListQuery }>('/editor/polls', { schema: list }, listPolls(service));
  const stored = {
    ...schema,
    summary: 'The definition in all languages, as `PUT /polls/{item}` takes it',
    params: itemParams,
    response: describedTagged(storedSchema),
  };
  app.get<ItemRequest>('/polls/:item/definition', { schema: stored }, readDefinition(service));
}
