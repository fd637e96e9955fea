import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from './problem.js';

const year = 31_536_000;
const immutable = `public, max-age=${year}, immutable`;
const shortly = 'public, max-age=300, stale-while-revalidate=86400';

/** Names under dist that pages load. */
const bundle = 'riac-widgets.js';
const besides = [
  `${bundle}.map`,
  'riac-widgets-debug.js',
  'riac-widgets-archive.js',
  'riac-widgets-networks.js',
  'riac-widgets.css',
  'integrity.json',
  'adapters/static.js',
  'adapters/bitrix.js',
  ...['de', 'es', 'fr', 'uk'].map((lang) => `i18n/${lang}.js`),
];

/** Name of the bundle with a hash of its bytes: it can be kept for ever. */
export function hashedName(bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return bundle.replace('.js', `-${hash}.js`);
}

/** The bundle, readable from any page. Its bytes are read at each request of a demo server. */
function serveBundle(app: FastifyInstance, dist: string): void {
  const send = (reply: FastifyReply, name: string, caching: string) => {
    if (!existsSync(join(dist, name))) {
      throw new Problem('not_found', { detail: `${name} is not built: run npm run build.` });
    }
    // A module script of another site is a CORS request, and the bundle holds nothing private.
    return reply
      .headers({ 'access-control-allow-origin': '*', 'cache-control': caching })
      .sendFile(name, dist, { cacheControl: false });
  };
  for (const name of [bundle, ...besides]) {
    app.get(`/${name}`, (_request, reply) => send(reply, name, shortly));
  }
  app.get<{ Params: { edition: string } }>('/riac-widgets-:edition.js', (request, reply) => {
    const name = bundle.replace('.js', `-${request.params.edition}.js`);
    const file = join(dist, bundle);
    // A copy that has its version in its name stands there, one with its hash is the bundle itself.
    if (/^riac-widgets-\d+\.\d+\.\d+[\w.-]*$/.test(name) && existsSync(join(dist, name)))
      return send(reply, name, immutable);
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

/** The page for addresses that lead nowhere; `undefined` where the site has none. */
export const missingPage = (folder: string) =>
  readFile(join(pagesFolder(folder), '404.html'), 'utf8').catch(() => undefined);

/** Serves the demo pages and the bundle. */
export async function serveSite(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(files, {
    root: pagesFolder(folder),
    cacheControl: true,
    maxAge: 0,
    // A page that is added while the server runs is found without a restart.
    wildcard: true,
  });
  serveBundle(app, join(folder, 'dist'));
}
