import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hashedName } from '../../demo/server/http/site.js';
import { startServer } from './support/server.js';

test('the demo pages and the bundle are served, the bundle to any page', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'riac-site-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const pages = join(folder, 'demo', 'site', 'en');
  mkdirSync(pages, { recursive: true });
  mkdirSync(join(folder, 'dist'));
  const script = 'export const built = true;';
  writeFileSync(join(folder, 'demo', 'site', 'index.html'), '<!doctype html><title>Demo</title>');
  writeFileSync(join(folder, 'demo', 'site', '404.html'), '<!doctype html><title>Lost</title>');
  writeFileSync(join(pages, 'article.html'), '<!doctype html><title>Article</title>');
  const built = ['riac-widgets.js', 'riac-widgets-1.2.3.js', 'i18n/tlh.js'];
  mkdirSync(join(folder, 'dist', 'i18n'));
  for (const name of built) writeFileSync(join(folder, 'dist', name), script);
  writeFileSync(join(folder, 'dist', 'secret.js'), script);
  const sums = Object.fromEntries(built.map((name) => [name, 'sha384-…']));
  writeFileSync(join(folder, 'dist', 'integrity.json'), JSON.stringify(sums));
  const server = await startServer(t, { siteFolder: folder });
  const get = (url: string) =>
    server.app.inject({ url, headers: { origin: 'https://any.example' } });
  assert.match((await get('/')).payload, /Demo/);
  assert.match((await get('/en/article.html')).payload, /Article/);
  const bundle = await get('/riac-widgets.js');
  assert.equal(bundle.payload, script);
  assert.match(String(bundle.headers['content-type']), /^(text|application)\/javascript/);
  assert.equal(bundle.headers['access-control-allow-origin'], '*');
  const kept = await get(`/${hashedName(Buffer.from(script))}`);
  assert.equal(kept.payload, script);
  assert.match(String(kept.headers['cache-control']), /immutable/);
  assert.match(String((await get('/riac-widgets-1.2.3.js')).headers['cache-control']), /immutable/);
  const beside = await get('/i18n/tlh.js');
  assert.equal(beside.headers['access-control-allow-origin'], '*');
  assert.doesNotMatch(String(beside.headers['cache-control']), /immutable/);
  assert.equal((await get('/secret.js')).statusCode, 404);
  assert.equal((await get('/riac-widgets-0123456789ab.js')).statusCode, 404);
  assert.equal((await get('/riac-widgets-debug.js')).statusCode, 404);
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/.secret', '/nothing.html']) {
    assert.equal((await get(path)).statusCode, 404, path);
  }
  const lost = (url: string, accept: string) => server.app.inject({ url, headers: { accept } });
  for (const path of ['/nothing.html', '/en/', '/en/none/deep']) {
    const page = await lost(path, 'text/html,*/*;q=0.8');
    assert.deepEqual(
      [page.statusCode, page.headers['content-type']],
      [404, 'text/html; charset=utf-8'],
    );
    assert.match(page.payload, /Lost/);
  }
  for (const [path, accept] of [
    ['/nothing.js', '*/*'],
    ['/api/v1/nothing', 'text/html'],
    ['/api/v1/polls/nothing', 'text/html'],
  ] as const) {
    assert.equal((await lost(path, accept)).json().code, 'not_found', path);
  }
  assert.equal((await get('/healthz')).json().status, 'ok');
});
