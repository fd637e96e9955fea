import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from '../items/problem.js';

const year = 31_536_000;
const immutable = `public, max-age=${year}, immutable`;
const shortly = 'public, max-age=300, stale-while-revalidate=86400';

const bundle = 'riac-widgets.js';

/** Files of dist that pages load, from the list that the build writes. */
function namesIn(dist: string): string[] {
  const list = 'integrity.json';
  const sums = existsSync(join(dist, list)) ? readFileSync(join(dist, list), 'utf8') : '{}';
  return [...Object.keys(JSON.parse(sums) as object), list, `${bundle}.map`];
}

/** Name of the bundle with a hash of its bytes, which caches may keep forever. */
export function hashedName(bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return bundle.replace('.js', `-${hash}.js`);
}

/** Serves the bundle to pages of any site. Reads the file for each request. */
function serveBundle(app: FastifyInstance, dist: string): void {
  // Browsers load module scripts of other sites by CORS. The bundle is public.
  const send = (reply: FastifyReply, name: string, caching: string) =>
    reply
      .headers({ 'access-control-allow-origin': '*', 'cache-control': caching })
      .sendFile(name, dist, { cacheControl: false });
  const schema = { hide: true };
  for (const name of namesIn(dist)) {
    const caching = /-\d/.test(name) ? immutable : shortly;
    app.get(`/${name}`, { schema }, (_request, reply) => send(reply, name, caching));
  }
  type Hashed = { Params: { hash: string } };
  app.get<Hashed>('/riac-widgets-:hash.js', { schema }, ({ params }, reply) => {
    const file = join(dist, bundle);
    const name = bundle.replace('.js', `-${params.hash}.js`);
    if (!existsSync(file) || name !== hashedName(readFileSync(file))) {
      throw new Problem('not_found', { detail: 'This version of the bundle is not here.' });
    }
    return send(reply, bundle, immutable);
  });
}

function pagesFolder(folder: string): string {
  const built = join(folder, 'demo', 'build', 'site');
  return existsSync(built) ? built : join(folder, 'demo', 'site');
}

/** The page for unknown addresses; `undefined` when the site has none. */
export const missingPage = (folder: string) =>
  readFile(join(pagesFolder(folder), '404.html'), 'utf8').catch(() => undefined);

/** Serves the demo pages and the bundle. */
export async function serveSite(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(files, {
    root: pagesFolder(folder),
    cacheControl: true,
    maxAge: 0,
    // Finds pages that are added while the server runs.
    wildcard: true,
  });
  serveBundle(app, join(folder, 'dist'));
}
