/**
 * Small back ends that speak another language than contract v1, on the test server itself. They keep
 * to what the real ones were read to do; the tests plan their faults.
 */
import { latency } from './latency.mjs';

const worlds = new Map();

async function readForm(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** The vote component of 1C-Bitrix: one vote a session, repeats are silent, totals in every answer. */
function bitrix(world, context, text) {
  const form = Object.fromEntries(new URLSearchParams(text));
  world.log.push({ ...form, type: context.req.headers['content-type'] });
  if (form.sessid !== world.sessid) return { status: 403, body: {} };
  const session = context.cookies.get(world.cookie) ?? '';
  const voted = world.sessions.has(session);
  if (form.vote !== 'Y') return { status: 200, body: { success: true, voted } };
  if (!voted) {
    world.sessions.add(session);
    world.sum += Number(form.rating) + 1;
    world.votes += 1;
  }
  const { sum, votes, damped } = world;
  const value = damped ? (sum + 31.25) / (votes + 10) : sum / votes;
  return { status: 200, body: { value: Math.round(value * 100) / 100, votes } };
}

/** An invented one: other paths, other names, and a refusal in its own words. */
function acme(world, context, text) {
  const { searchParams, pathname } = new URL(context.url, 'http://127.0.0.1');
  world.log.push({ method: context.req.method, path: pathname.replace(/^.*\/acme\/[^/]+/, '') });
  if (context.req.method === 'GET') {
    return { status: 200, body: { score: world.sum / world.votes, people: world.votes } };
  }
  const { thing, stars, once } = JSON.parse(text);
  if (world.locked) return { status: 409, body: { error: 'LOCKED' } };
  if (!world.sessions.has(once)) {
    world.sessions.add(once);
    world.sum += stars;
    world.votes += 1;
  }
  world.log.push({ thing, stars, once, by: context.req.headers['x-captcha'], ...searchParams });
  return { status: 200, body: { score: world.sum / world.votes, people: world.votes } };
}

const backEnds = { bitrix, acme };

export async function foreignBackEnds(context, next) {
  const [, kind, name, rest] = /^\/foreign\/(\w+)\/([\w-]+)\/(.*)$/.exec(context.path) ?? [];
  if (!kind) return next();
  const world = worlds.get(name) ?? {
    ...{ log: [], sessions: new Set(), sum: 0, votes: 0, drops: 0 },
    ...{ sessid: 'token-1', cookie: `session-${name}` },
  };
  worlds.set(name, world);
  const text = await readForm(context.req);
  if (rest === '__world') {
    Object.assign(world, JSON.parse(text || '{}'));
    context.cookies.set(world.cookie, 'reader', { overwrite: true });
    context.body = { log: world.log, votes: world.votes };
    return undefined;
  }
  await latency();
  const { status, body } = backEnds[kind](world, context, text);
  // A vote is carried out, but nobody learns of it.
  if (world.drops > 0 && context.req.method === 'POST' && /vote=Y|stars/.test(text)) {
    world.drops -= 1;
    context.status = status;
    context.respond = false;
    context.req.socket.destroy();
    return undefined;
  }
  context.status = status;
  context.set('cache-control', 'no-store');
  context.body = body;
  return undefined;
}
