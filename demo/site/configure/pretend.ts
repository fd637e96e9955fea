/**
 * A back end inside the preview page. It answers requests of contract v1 for one reader, so that readers
 * can try the real elements and no server counts a vote. It reads polls with their texts and counts from
 * the site's own server.
 */
import type { BatchEntryJson, PollJson } from '../../../src/contract/json.js';
import { pollWithVote } from '../../../src/contract/poll-vote.js';
import type { PollVote } from '../../../src/contract/poll.js';
import type { RatingVote } from '../../../src/contract/rating.js';
import type { View } from './configuration.js';
import { samplePoll, sampleRating, sampleShares } from './samples.js';

const base = new URL('pretend/', location.href).href;
let backEnds = 0;

const original = window.fetch.bind(window);

type Vote = RatingVote | PollVote;

let scene: View['scene'] = 'open';
let stars = 5;
let votes = new Map<string, Vote>();
let site: string | undefined;

/**
 * Starts a new back end without votes.
 * @param max - Number of stars of its ratings.
 * @param endpoint - The site's own endpoint, or `undefined` if it has none.
 * @returns A new base URL, since elements remember the answers of an endpoint.
 */
export function newBackEnd(name: View['scene'], max: number, endpoint: string | undefined): string {
  scene = name;
  site = endpoint;
  stars = max;
  votes = new Map();
  return `${base}${++backEnds}`;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' },
  });

interface Batch {
  readonly items: readonly BatchEntryJson<PollJson>[];
}

/** Returns the site's own poll with that id, or the sample poll if it has none or hides the results. */
async function pollNamed(item: string, lang: string): Promise<PollJson> {
  if (!site || !item) return samplePoll(item, lang);
  try {
    const query = new URLSearchParams({ lang, poll: item });
    const { items } = (await (await original(`${site}/state?${query}`)).json()) as Batch;
    const body = items.find(({ status }) => status === 200)?.body;
    return body?.results_state === 'visible' ? body : samplePoll(item, lang);
  } catch {
    return samplePoll(item, lang);
  }
}

const inScene = (poll: PollJson): PollJson => ({
  ...poll,
  state: scene === 'closed' ? 'closed' : 'open',
  closes_at: scene === 'closed' ? '2020-11-10T00:00:00Z' : null,
});

const keyOf = (kind: string, item: string) => `${kind} ${item}`;

async function snapshotOf(kind: string, item: string, lang: string) {
  const vote = votes.get(keyOf(kind, item)) ?? null;
  if (kind === 'share') return sampleShares(item);
  if (kind === 'poll')
    return pollWithVote(inScene(await pollNamed(item, lang)), vote as PollVote | null, null);
  const state = scene === 'closed' ? 'closed' : 'open';
  return { ...sampleRating(item, stars, vote as RatingVote | null), state };
}

const wanted = (query: URLSearchParams) =>
  ['poll', 'rating', 'share'].flatMap((kind) => query.getAll(kind).map((item) => ({ kind, item })));

async function batch(route: string, query: URLSearchParams): Promise<Response> {
  const items = wanted(query).map(async ({ kind, item }) => {
    const snapshot = await snapshotOf(kind, item, query.get('lang') ?? 'en');
    const vote = votes.get(keyOf(kind, item)) ?? null;
    return { kind, item, status: 200, body: route === '/me' ? { vote, snapshot } : snapshot };
  });
  return json({ items: await Promise.all(items) });
}

async function answerItem(path: string, lang: string, { method = 'GET', body }: RequestInit) {
  const [, kinds = '', name = ''] = path.split('/');
  const [kind, item] = [kinds.slice(0, -1), decodeURIComponent(name)];
  const key = keyOf(kind, item);
  if (method === 'PUT') votes.set(key, JSON.parse(String(body)) as Vote);
  if (method === 'DELETE') votes.delete(key);
  if (method === 'POST') return new Response(null, { status: 204 });
  const snapshot = await snapshotOf(kind, item, lang);
  if (method === 'GET') return json(snapshot);
  const vote = votes.get(key) ?? null;
  return json({ vote, snapshot, server_time: new Date().toISOString() });
}

async function answer(path: string, query: URLSearchParams, init: RequestInit): Promise<Response> {
  if (scene === 'failing') {
    return json({ status: 503, code: 'unavailable', title: 'Service Unavailable' }, 503);
  }
  if (path === '/state' || path === '/me') return batch(path, query);
  const lang = query.get('lang') ?? 'en';
  if (path !== '/polls') return answerItem(path, lang, init);
  const poll = samplePoll('past', lang);
  return json({ items: [{ ...poll, state: 'closed', closes_at: '2020-11-10T00:00:00Z' }] });
}

window.fetch = (input, init = {}) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (!url.href.startsWith(base)) return original(input, init);
  const path = url.pathname.slice(new URL(base).pathname.length).replace(/^\d+/, '');
  return answer(path, url.searchParams, init);
};
