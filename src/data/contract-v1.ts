import type { Adapter, Reading, Request, Source } from './adapter.js';
import { registry } from './registry.js';
import { type RequestOptions, requestJson } from './request.js';
import { itemUrl, voteUrl } from './source.js';

/**
 * The adapter of elements that name none. Its `read` serves sources with `src` only, because the
 * loader reads items of an endpoint in batches.
 */
const contractV1: Adapter = {
  read: async ({ src }, request) => ({ snapshot: await request(src) }),
  send: (source, { vote, key, headers }, request) =>
    request(voteUrl(source), {
      method: vote === null ? 'DELETE' : 'PUT',
      body: vote ?? undefined,
      headers: { ...headers, 'idempotency-key': key },
    }) as Promise<Reading>,
  click: (source, body, request, key) =>
    request(itemUrl(source), { method: 'POST', body, headers: { 'idempotency-key': key } }),
};

/** Returns the adapter of a source; `undefined` if the page has not registered its name yet. */
export const adapterOf = ({ adapter }: Source): Adapter | undefined =>
  typeof adapter === 'object' ? adapter : adapter ? registry.adapters.get(adapter) : contractV1;

/**
 * Returns the request function for the adapter of a source, with the source's credentials as
 * default.
 */
export const requestFor =
  ({ credentials }: Source, options?: RequestOptions): Request =>
  (url, more) =>
    requestJson(url, { credentials, ...options, ...more });
