/** Calls the editor's routes of the HTTP contract. The browser tab stores the token until it closes. */
import type { PollDefinition } from '../../../src/contract/definition.js';
import type { PollJson } from '../../../src/contract/json.js';
import type { ProblemJson } from '../../../src/contract/problem.js';

const place = 'riac-editor-token';
const endpoint = document.body.dataset['riacEndpoint'] ?? '/api/v1';

/** A poll in the list of all polls, hidden counts included. */
export interface PollSummary extends Pick<
  PollJson,
  'item' | 'title' | 'state' | 'opens_at' | 'closes_at' | 'voters'
> {
  readonly removed?: boolean;
}

export interface StoredPoll {
  readonly definition: PollDefinition;
  /** Ids of removed questions and options with votes: `question` or `question/option`. */
  readonly retired: readonly string[];
  /** Entity tag of the definition, or `null` if the server sends none. */
  readonly tag: string | null;
}

/** A write-in. */
export interface WrittenWords {
  readonly question: string;
  readonly words: string;
  /** Number of ballots with these words. */
  readonly count: number;
  /** True if all readers may see it. */
  readonly approved: boolean;
}

export function readToken(): string {
  try {
    return sessionStorage.getItem(place) ?? '';
  } catch {
    return '';
  }
}

let token = readToken();

/** @param next - The new token, or `''` to delete it. */
export function useToken(next: string): void {
  token = next;
  try {
    if (next) sessionStorage.setItem(place, next);
    else sessionStorage.removeItem(place);
  } catch {
    // If storage is blocked, the editor must enter the token again after a reload.
  }
}

/** A refused or failed request. `code` is also the name of the text to show. */
export class ApiError extends Error {
  readonly code: string;
  readonly detail: string;

  constructor(code: string, detail = '') {
    super(detail || code);
    this.code = code;
    this.detail = detail;
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  try {
    const { code, detail } = (await response.json()) as Partial<ProblemJson>;
    return new ApiError(code || 'failed', detail);
  } catch {
    return new ApiError('failed', `HTTP ${response.status}`);
  }
}

interface Call {
  readonly method?: 'GET' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly condition?: Readonly<Record<string, string>>;
}

/** @throws ApiError with `offline` if there is no answer, else with the code of the refusal. */
async function send(path: string, { method = 'GET', body, condition }: Call = {}) {
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, ...condition };
  if (body) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers, cache: 'no-store' };
  if (body) init.body = JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(`${endpoint}${path}`, init);
  } catch {
    throw new ApiError('offline');
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Returns the JSON of an answer without a check, since it comes from the editor's own server. */
const json = async <Body>(path: string, call?: Call) =>
  (await (await send(path, call)).json()) as Body;

const pathOf = (item: string) => `/polls/${encodeURIComponent(item)}`;

interface Page {
  readonly items: readonly PollSummary[];
  readonly next: string | null;
}

/** Returns all polls with all counts, removed polls included. */
export async function listPolls(lang: string): Promise<PollSummary[]> {
  const polls: PollSummary[] = [];
  let cursor: string | null = '';
  do {
    const query = new URLSearchParams({ lang, limit: '50', ...(cursor && { cursor }) });
    const page: Page = await json(`/editor/polls?${query}`);
    polls.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return polls;
}

export async function readPoll(item: string): Promise<StoredPoll> {
  const response = await send(`${pathOf(item)}/definition`);
  const stored = (await response.json()) as Omit<StoredPoll, 'tag'>;
  return { ...stored, tag: response.headers.get('etag') };
}

/**
 * Creates or changes a poll. Throws `ApiError` with `revision_changed` when somebody else has changed or
 * created it meanwhile.
 * @param tag - Entity tag of the definition that was read. Without it the poll must be new.
 */
export async function savePoll(item: string, body: PollDefinition, tag?: string | null) {
  const condition = tag ? { 'if-match': tag } : { 'if-none-match': '*' };
  await send(pathOf(item), { method: 'PUT', body, condition });
}

export async function removePoll(item: string): Promise<void> {
  await send(pathOf(item), { method: 'DELETE' });
}

/** Returns the snapshot of a poll with all counts. */
export const readResults = (item: string, lang: string) =>
  json<PollJson>(`${pathOf(item)}/export?format=json&lang=${lang}`);

export const readWritten = async (item: string) =>
  (await json<{ readonly items: readonly WrittenWords[] }>(`${pathOf(item)}/written`)).items;

/** Approves a write-in for all readers, or hides it again. */
export async function approve(item: string, approval: Omit<WrittenWords, 'count'>) {
  await send(`${pathOf(item)}/written`, { method: 'PUT', body: approval });
}

/** Erases a write-in from all ballots. Nobody can undo this. */
export async function erase(item: string, words: Pick<WrittenWords, 'question' | 'words'>) {
  await send(`${pathOf(item)}/written`, { method: 'DELETE', body: words });
}

export type FileFormat = 'csv' | 'json';

/** Downloads the results as a file. */
export async function exportPoll(item: string, format: FileFormat, lang: string): Promise<void> {
  const response = await send(`${pathOf(item)}/export?format=${format}&lang=${lang}`);
  const href = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  Object.assign(link, { href, download: `${item}.${format}` });
  document.body.append(link);
  link.click();
  link.remove();
  // In every browser the download begins before this timer.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
