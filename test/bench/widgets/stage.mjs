import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumLaunchOptions } from '../../support/find-browsers.mjs';
import { answer } from './contract.mjs';
import { project } from './rivals.mjs';

const built = (name) => readFileSync(join(project, 'dist', name));
const probe = readFileSync(fileURLToPath(new URL('probe.js', import.meta.url)));
const types = {
  js: 'text/javascript',
  css: 'text/css',
  html: 'text/html',
  json: 'application/json',
};

function send(response, status, type, body) {
  response.writeHead(status, { 'content-type': `${types[type]}; charset=utf-8` });
  response.end(body);
}

/** Serves what pages of the benchmark ask for, and answers the contract from one process. */
async function serve(files) {
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
    if (pathname.startsWith('/api/')) {
      asked.push(pathname);
      return send(response, 200, 'json', JSON.stringify(answer(pathname, searchParams)));
    }
    const file = files[pathname];
    if (!file) return send(response, 404, 'html', '');
    return send(response, 200, pathname.split('.').at(-1), file);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { address, asked, close };
}

const html = (head, body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Benchmark</title>` +
  `<script src="/probe.js"></script>${head}<body data-riac-endpoint="/api/v1">${body}</body></html>`;

/** A browser and a server for one run: `open(head, body)` gives a page that has been measured. */
export async function openStage(modules = {}) {
  const files = {
    '/riac-widgets.js': built('riac-widgets.js'),
    '/riac-widgets.css': built('riac-widgets.css'),
    '/probe.js': probe,
  };
  for (const [name, { script, style }] of Object.entries(modules)) {
    files[`/${name}.js`] = Buffer.from(script);
    files[`/${name}.css`] = Buffer.from(style);
  }
  const server = await serve(files);
  const browser = await puppeteer.launch(await chromiumLaunchOptions());

  async function open(head, body, throttle = 4) {
    files['/page.html'] = html(head, body);
    server.asked.length = 0;
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const session = await page.createCDPSession();
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.goto(`${server.address}/page.html`);
    return { page, session, close: () => context.close() };
  }

  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { open, asked: server.asked, close };
}

export const module = (name) =>
  `<script type="module" src="/${name}.js"></script><link rel="stylesheet" href="/${name}.css">`;
export const kitModule = '<script type="module" src="/riac-widgets.js"></script>';
