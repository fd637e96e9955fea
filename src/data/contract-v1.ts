import type { Adapter, Request } from './adapter.js';
import { registry } from './registry.js';
import { type RequestOptions, requestJson } from './request.js';
import { type Source, itemUrl, voteUrl } from './source.js';

/** The adapter of elements that name none. What an endpoint has is read in batches by the loader. */
const contractV1: Adapter = {
  read: async ({ src }, request) => ({ snapshot: await request(src) }),
  send: async (source, { vote, key, headers }, request) => {
    const click = source.kind === 'share';
    return (await request(click ? itemUrl(source) : voteUrl(source), {
      method: click ? 'POST' : vote === null ? 'DELETE' : 'PUT',
      body: vote ?? undefined,
      headers: { ...headers, 'idempotency-key': key },
    })) as Awaited<ReturnType<Adapter['read']>>;
  },
};

/** How the back end of a source is spoken to; `undefined` while the page has not registered it. */
export const adapterOf = ({ adapter }: Source): Adapter | undefined =>
  typeof adapter === 'object' ? adapter : adapter ? registry.adapters.get(adapter) : contractV1;

/** Requests as an adapter makes them for a source. */
export const requestFor =
  ({ credentials }: Source, options?: RequestOptions): Request =>
  (url, more) =>
    requestJson(url, { credentials, ...options, ...more });
