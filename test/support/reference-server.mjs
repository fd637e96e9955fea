import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { latency } from './latency.mjs';

// What the reference server serves under its own root; the test server hands it on, so that a test
// page and the demo share one origin.
const served =
  /^\/(api\/|en\/|ru\/|hosts\/|editor\/|configure\/|adapters\/|i18n\/|shared\/|index\.html$|integrity\.json$|healthz$|site|riac-widgets|favicon|search|minisearch|llms|(article|home|events|hosts|docs)\.)/;

/** Starts the built reference server on a free port with an empty database of its own. */
export async function startReferenceServer(options = {}) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'riac-data-'));
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: folder,
    RATE_LIMIT: 'off',
    ALLOWED_ORIGINS: '*',
    EDITOR_TOKEN: 'test-editor-token',
    ...options.env,
  };
  const program = ['demo/build/server/main.js'];
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (address) resolve(address[0]);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${text}`)));
  });
  const ended = new Promise((done) => child.once('exit', done));
  return {
    origin,
    folder,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
    forget: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Hands a request on. Resolves with the head of the answer, whose status the test runner looks at. */
function forward(context, origin) {
  const { method, url, headers } = context.req;
  const target = new URL(url, origin);
  context.respond = false;
  const own = { ...headers, host: target.host };
  // A connection of its own: one that was kept may be closed at the other end at this moment.
  const upstream = request(target, { method, headers: own, agent: false });
  context.res.on('close', () => upstream.destroy());
  context.req.pipe(upstream);
  return new Promise((resolve) => {
    upstream.on('response', (response) => {
      context.status = response.statusCode;
      context.res.writeHead(response.statusCode, response.headers);
      response.pipe(context.res);
      resolve();
    });
    upstream.on('error', () => {
      context.res.destroy();
      resolve();
    });
  });
}

/** The engine behind a user agent, by the name its launcher has. */
function engineOf(userAgent = '') {
  if (userAgent.includes('Firefox')) return 'Firefox';
  return userAgent.includes('Chrome') ? 'Chrome' : 'WebKit';
}

/**
 * Test-runner plugin and middleware: one reference server for each engine, so that votes of one never
 * change the counts of another; started at the first request for it. Command `reference-server`
 * answers its origin; with `'restart'` the process ends and a new one opens the same database.
 */
export function referenceServer() {
  const servers = new Map();
  const started = (engine) => {
    if (!servers.has(engine)) servers.set(engine, startReferenceServer());
    return servers.get(engine);
  };
  const restart = async (former) => {
    const { stop, folder } = await former;
    await stop();
    return startReferenceServer({ folder });
  };
  return {
    plugin: {
      name: 'reference-server',
      async executeCommand({ command, payload, session }) {
        if (command !== 'reference-server') return undefined;
        const engine = session.browser.name;
        if (payload === 'restart') servers.set(engine, restart(started(engine)));
        return (await started(engine)).origin;
      },
      async serverStop() {
        for (const server of servers.values()) {
          const { stop, forget } = await server;
          await stop();
          forget();
        }
      },
    },
    async middleware(context, next) {
      if (!served.test(context.path)) return next();
      const { origin } = await started(engineOf(context.get('user-agent')));
      if (context.path.startsWith('/api/')) await latency();
      return forward(context, origin);
    },
  };
}
