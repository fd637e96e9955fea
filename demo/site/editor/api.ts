/** The editor's routes of the HTTP contract. The token lives as long as the browser tab. */

const place = 'riac-editor-token';
const endpoint = document.body.dataset.riacEndpoint ?? '/api/v1';

export function readToken() {
  try {
    return sessionStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

let token = readToken();

export function useToken(next) {
  token = next;
  try {
    if (next) sessionStorage.setItem(place, next);
    else sessionStorage.removeItem(place);
  } catch {
    // Storage is blocked: the token is asked for again after a reload.
  }
}

/** A refused or failed request; `code` names the sentence to show. */
export class ApiError extends Error {
  constructor(code, detail = '') {
    super(detail || code);
    this.code = code;
    this.detail = detail;
  }
}

async function problemOf(response) {
  try {
    const { code, detail } = await response.json();
    return new ApiError(code || 'failed', detail);
  } catch {
    return new ApiError('failed', `HTTP ${response.status}`);
  }
}

async function send(path, { method = 'GET', body, condition } = {}) {
  const headers = { authorization: `Bearer ${token}`, ...condition };
  if (body) headers['content-type'] = 'application/json';
  let response;
  try {
    response = await fetch(`${endpoint}${path}`, {
      method,
      headers,
      cache: 'no-store',
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new ApiError('offline');
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

const json = async (...request) => (await send(...request)).json();
const pathOf = (item) => `/polls/${encodeURIComponent(item)}`;

/** All polls with all counts, removed ones too. */
export async function listPolls(lang) {
  const polls = [];
  let cursor = '';
  do {
    const query = new URLSearchParams({ lang, limit: '50', ...(cursor && { cursor }) });
    const { items, next } = await json(`/editor/polls?${query}`);
    polls.push(...items);
    cursor = next;
  } while (cursor);
  return polls;
}

/** `{ item, revision, removed, definition, retired, tag }`; the tag names what was read. */
export async function readPoll(item) {
  const response = await send(`${pathOf(item)}/definition`);
  return { ...(await response.json()), tag: response.headers.get('etag') };
}

/**
 * Defines a poll and answers its snapshot with all counts.
 * @param tag - What is changed; without it the poll must be new. Refused with `revision_changed`
 *   when somebody else was faster.
 */
export function savePoll(item, definition, tag) {
  const condition = tag ? { 'if-match': tag } : { 'if-none-match': '*' };
  return json(pathOf(item), { method: 'PUT', body: definition, condition });
}

export const removePoll = (item) => send(pathOf(item), { method: 'DELETE' });

/** The snapshot with all counts and what readers wrote. */
export const readResults = (item, lang) => json(`${pathOf(item)}/export?format=json&lang=${lang}`);

export const readWritten = async (item) => (await json(`${pathOf(item)}/written`)).items;

export const approve = (item, approval) =>
  send(`${pathOf(item)}/written`, { method: 'PUT', body: approval });

/** Erases words from all ballots, for good. */
export const erase = (item, words) =>
  send(`${pathOf(item)}/written`, { method: 'DELETE', body: words });

/** Offers the results as a file. */
export async function exportPoll(item, format, lang) {
  const response = await send(`${pathOf(item)}/export?format=${format}&lang=${lang}`);
  const href = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  Object.assign(link, { href, download: `${item}.${format}` });
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then in every browser.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
