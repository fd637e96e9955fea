/**
 * A small back end for browser tests, on the test server itself, so that the widgets make real
 * requests. It speaks enough of contract v1 for one page, keeps a log, and commits any fault a test
 * plans. `fake-endpoint.ts` is its remote control.
 */
import { latency } from './latency.mjs';

const worlds = new Map();
const kinds = { ratings: 'rating', polls: 'poll', shares: 'share' };

const emptyWorld = () => ({
  items: { rating: {}, poll: {}, share: {} },
  votes: new Map(),
  log: [],
  plans: [],
  held: [],
  preflights: [],
  refusesPreflights: false,
});

const json = (status, body, headers = {}) => ({
  status,
  headers: {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    'cache-control': 'no-store',
    ...headers,
  },
  text: JSON.stringify(body),
});

const problem = (status, code, extra) =>
  json(status, { type: 'about:blank', status, code, ...extra });
const serverTime = () => new Date().toISOString();

function readItem(world, kind, item) {
  const found = world.items[kind][item];
  if (found) return { status: 200, body: found };
  if (kind === 'poll') return { status: 404, body: { status: 404, code: 'not_found' } };
  const empty = { item, version: 0 };
  if (kind === 'share') return { status: 200, body: { ...empty, total: 0, networks: {} } };
  const policy = { change: true, withdraw: true };
  const counts = { max: 5, votes: 0, mean: null, histogram: [0, 0, 0, 0, 0] };
  return { status: 200, body: { ...empty, state: 'open', ...counts, policy } };
}

function batch(world, query, withVote) {
  const items = [...query].flatMap(([kind, item]) => {
    if (!world.items[kind]) return [];
    const { status, body } = readItem(world, kind, item);
    if (!withVote || status !== 200) return [{ kind, item, status, body }];
    const vote = world.votes.get(`${kind} ${item} ${withVote}`)?.vote ?? null;
    return [{ kind, item, status, body: { vote, snapshot: body } }];
  });
  return json(200, { items, ...(withVote && { server_time: serverTime() }) });
}

function countRating(snapshot, vote, sign) {
  if (!vote) return;
  snapshot.histogram[Math.round(vote.value) - 1] += sign;
}

function applyRating(snapshot, former, vote) {
  countRating(snapshot, former, -1);
  countRating(snapshot, vote, 1);
  snapshot.votes = snapshot.histogram.reduce((sum, count) => sum + count, 0);
  const sum = snapshot.histogram.reduce((total, count, index) => total + count * (index + 1), 0);
  snapshot.mean = snapshot.votes ? sum / snapshot.votes : null;
}

function countPoll(snapshot, vote, sign) {
  if (!vote) return;
  snapshot.voters += sign;
  for (const { question, options } of vote.answers) {
    const target = snapshot.questions.find(({ id }) => id === question);
    target.voters += sign;
    target.votes += sign * options.length;
    for (const option of target.options) if (options.includes(option.id)) option.votes += sign;
  }
}

function applyPoll(snapshot, former, vote) {
  countPoll(snapshot, former, -1);
  countPoll(snapshot, vote, 1);
}

function write(world, kind, item, request) {
  const token = request.headers.authorization?.replace('Bearer ', '');
  const key = request.headers['idempotency-key'];
  if (!token || !key) return problem(400, 'malformed');
  const { status, body: snapshot } = readItem(world, kind, item);
  if (status !== 200) return problem(404, 'not_found');
  world.items[kind][item] = snapshot;
  const name = `${kind} ${item} ${token}`;
  const former = world.votes.get(name);
  const vote = request.method === 'DELETE' ? null : request.body;
  if (snapshot.state === 'closed') {
    return problem(409, 'closed', { snapshot, vote: former?.vote ?? null });
  }
  // A late delivery of something that the voter has since replaced changes nothing.
  const stands = former && key <= former.key;
  if (!stands) {
    (kind === 'rating' ? applyRating : applyPoll)(snapshot, former?.vote, vote);
    snapshot.version++;
    world.votes.set(name, { key, vote });
  }
  const created = !former && vote !== null;
  const told = stands ? former.vote : vote;
  return json(created ? 201 : 200, { vote: told, snapshot, server_time: serverTime() });
}

function share(world, item, { network }) {
  const { body } = readItem(world, 'share', item);
  body.networks[network] = (body.networks[network] ?? 0) + 1;
  body.total++;
  body.version++;
  world.items.share[item] = body;
  return { status: 204, headers: {}, text: '' };
}

function answer(world, request) {
  const { method, path, query, headers } = request;
  // It has no streams, which tells a browser not to ask again.
  if (path === '/events') return { status: 204, headers: {}, text: '' };
  if (path === '/state') return batch(world, query);
  if (path === '/me') return batch(world, query, headers.authorization?.replace('Bearer ', ''));
  const [, folder, id = '', vote] = path.split('/');
  const kind = kinds[folder];
  if (!kind) return problem(404, 'not_found');
  const item = decodeURIComponent(id);
  if (vote === 'vote') return write(world, kind, item, request);
  if (method === 'POST') return share(world, item, request.body);
  const { status, body } = readItem(world, kind, item);
  return json(status, body);
}

const matches = (plan, { method, path }) =>
  (!plan.method || plan.method === method) && (!plan.path || path.includes(plan.path));

function takePlan(world, request) {
  const plan = world.plans.find((candidate) => matches(candidate, request));
  if (plan && --plan.times <= 0) world.plans.splice(world.plans.indexOf(plan), 1);
  return plan;
}

function plannedAnswer(plan, normal) {
  if (plan.status && plan.text === undefined) {
    return problem(plan.status, plan.code ?? '', { ...plan.body });
  }
  if (plan.text !== undefined) {
    const type = plan.type ?? 'application/json';
    return { status: plan.status ?? 200, headers: { 'content-type': type }, text: plan.text };
  }
  return normal();
}

/** Sends the head and half of the body; the rest never comes. */
async function stall(context, world, { status, headers, text }) {
  context.respond = false;
  const { res } = context;
  res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(text) });
  res.write(text.slice(0, text.length / 2));
  await new Promise((release) => world.held.push(release));
  res.destroy();
}

async function respond(context, world, request) {
  const plan = takePlan(world, request);
  const carriedOut = plan?.late && answer(world, request);
  if (plan?.hold) await new Promise((release) => world.held.push(release));
  const normal = () => carriedOut || answer(world, request);
  const result = plan ? plannedAnswer(plan, normal) : normal();
  if (plan?.drop) {
    // The request was carried out, but nobody learns of it.
    context.status = result.status;
    context.respond = false;
    context.req.socket.destroy();
    return;
  }
  if (plan?.stall) return stall(context, world, result);
  context.status = result.status;
  context.set({ ...result.headers, ...plan?.headers });
  context.body = result.text || null;
  // Koa turns an empty body into 204.
  if (result.status !== 204) context.status = result.status;
}

async function readBody(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  return text ? JSON.parse(text) : undefined;
}

const controls = {
  setup(world, { ratings = {}, polls = {}, shares = {} }) {
    Object.assign(world.items.rating, ratings);
    Object.assign(world.items.poll, polls);
    Object.assign(world.items.share, shares);
  },
  plan(world, plan) {
    world.plans.push({ times: 1, ...plan });
  },
  release(world) {
    for (const release of world.held.splice(0)) release();
  },
  heal(world) {
    controls.release(world);
    world.plans.length = 0;
  },
  preflights(world, { refused }) {
    world.refusesPreflights = refused;
  },
  log: () => undefined,
};

function answerPreflight(context, world, path) {
  world.preflights.push(path);
  context.status = 204;
  if (world.refusesPreflights) return;
  context.set('access-control-allow-methods', 'GET, PUT, POST, DELETE');
  context.set('access-control-allow-headers', 'authorization, content-type, idempotency-key');
}

export async function fakeEndpointMiddleware(context, next) {
  const match = /^\/fake\/([^/]+)(\/.*)$/.exec(context.path);
  if (!match) return next();
  // Any page may ask, one without an origin of its own too.
  context.set('access-control-allow-origin', '*');
  const [, name, path] = match;
  const world = worlds.get(name) ?? emptyWorld();
  worlds.set(name, world);
  if (context.method === 'OPTIONS') return answerPreflight(context, world, path);
  const body = await readBody(context.req);
  const control = controls[path.replace('/__', '')];
  if (path.startsWith('/__') && control) {
    control(world, body ?? {});
    context.body = { log: world.log, held: world.held.length, preflights: world.preflights };
    return undefined;
  }
  const { method, headers } = context.req;
  const query = new URLSearchParams(context.querystring);
  world.log.push({ method, path, query: context.querystring, headers, body: body ?? null });
  await latency();
  return respond(context, world, { method, path, query, headers, body });
}
