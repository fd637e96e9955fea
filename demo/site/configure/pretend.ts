/**
 * A back end inside the preview: it answers contract v1 for one reader, so that the real elements can
 * be tried without a vote being counted anywhere. Polls that the site's own server has are asked from
 * it, with their texts and numbers.
 */
import { samplePoll, sampleRating, sampleShares } from './samples.js';

const base = new URL('pretend/', location.href).href;
let backEnds = 0;

const original = window.fetch.bind(window);

let scene = 'open';
let stars = 5;
let votes = new Map();
let site;

/**
 * Begins anew: another back end, with no votes yet.
 * @param endpoint - The site's own endpoint, where it has one.
 * @returns Its base URL; each is another one, since elements remember what an endpoint has said.
 */
export function newBackEnd(name, max, endpoint) {
  scene = name;
  site = endpoint;
  stars = max;
  votes = new Map();
  return `${base}${++backEnds}`;
}

const json = (body, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' },
  });

/** The site's own poll of that name, or the sample. */
async function pollNamed(item, lang) {
  if (!site || !item) return samplePoll(item, lang);
  try {
    const query = new URLSearchParams({ lang, poll: item });
    const { items } = await (await original(`${site}/state?${query}`)).json();
    const { body } = items.find(({ status }) => status === 200) ?? {};
    return body?.results_state === 'visible' ? body : samplePoll(item, lang);
  } catch {
    return samplePoll(item, lang);
  }
}

function withVote(poll, vote) {
  const picked = (question, option) =>
    Number(
      vote?.answers.some((each) => each.question === question && each.options.includes(option)),
    );
  return {
    ...poll,
    state: scene === 'closed' ? 'closed' : 'open',
    closes_at: scene === 'closed' ? '2020-11-10T00:00:00Z' : null,
    voters: poll.voters + Number(Boolean(vote)),
    questions: poll.questions.map((question) => ({
      ...question,
      voters:
        question.voters + Number(vote?.answers.some((each) => each.question === question.id) ?? 0),
      options: question.options.map((option) => ({
        ...option,
        votes: option.votes + (picked(question.id, option.id) || 0),
      })),
    })),
  };
}

async function snapshotOf(kind, item, lang) {
  const vote = votes.get(`${kind} ${item}`) ?? null;
  if (kind === 'share') return sampleShares(item);
  if (kind === 'poll') return withVote(await pollNamed(item, lang), vote);
  return { ...sampleRating(item, stars, vote), state: scene === 'closed' ? 'closed' : 'open' };
}

const wanted = (query) =>
  ['poll', 'rating', 'share'].flatMap((kind) => query.getAll(kind).map((item) => ({ kind, item })));

async function batch(route, query) {
  const items = wanted(query).map(async ({ kind, item }) => {
    const snapshot = await snapshotOf(kind, item, query.get('lang') ?? 'en');
    const vote = votes.get(`${kind} ${item}`) ?? null;
    return { kind, item, status: 200, body: route === '/me' ? { vote, snapshot } : snapshot };
  });
  return json({ items: await Promise.all(items) });
}

async function answer(path, query, { method = 'GET', body }) {
  if (scene === 'failing') {
    return json({ status: 503, code: 'unavailable', title: 'Service Unavailable' }, 503);
  }
  if (path === '/state' || path === '/me') return batch(path, query);
  const lang = query.get('lang') ?? 'en';
  if (path === '/polls') {
    const poll = samplePoll('past', lang);
    return json({ items: [{ ...poll, state: 'closed', closes_at: '2020-11-10T00:00:00Z' }] });
  }
  const [, kinds, name] = path.split('/');
  const [kind, item] = [kinds.slice(0, -1), decodeURIComponent(name)];
  if (method === 'PUT') votes.set(`${kind} ${item}`, JSON.parse(body));
  if (method === 'DELETE') votes.delete(`${kind} ${item}`);
  if (method === 'POST') return new Response(null, { status: 204 });
  const snapshot = await snapshotOf(kind, item, lang);
  if (method === 'GET') return json(snapshot);
  const vote = votes.get(`${kind} ${item}`) ?? null;
  return json({ vote, snapshot, server_time: new Date().toISOString() });
}

window.fetch = (input, options = {}) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (!url.href.startsWith(base)) return original(input, options);
  const path = url.pathname.slice(new URL(base).pathname.length).replace(/^\d+/, '');
  return answer(path, url.searchParams, options);
};
