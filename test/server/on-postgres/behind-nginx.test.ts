import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect as dial, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { cast, connect, randomItem } from '../../conformance/client.js';
import { runSuite } from '../../conformance/suite.js';
import { teaPoll } from '../support/polls.js';
import { editorToken, freshStorage, startOn, type TestServer } from '../support/server.js';
import { waitUntil } from '../support/wait.js';

const example = new URL('../../../demo/server/nginx.example.conf', import.meta.url);

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const port = portOf(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The example as it stands, but for the ports and the folder of the cache. */
function exampleFor(own: number, ports: readonly number[], folder: string): string {
  const changes = [
    ['127.0.0.1:8081', `127.0.0.1:${ports[0]}`],
    ['127.0.0.1:8082', `127.0.0.1:${ports[1]}`],
    ['listen 8080', `listen 127.0.0.1:${own}`],
    ['/var/cache/nginx/riac', join(folder, 'cache')],
  ] as const;
  return changes.reduce(
    (text, [from, to]) => {
      assert.ok(text.includes(from), `the example has ${from}`);
      return text.replace(from, to);
    },
    readFileSync(example, 'utf8'),
  );
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = dial(port, '127.0.0.1', () => resolve(true));
    socket.on('connect', () => socket.destroy()).on('error', () => resolve(false));
  });

/** Starts nginx with the example; answers the port it listens on. */
async function startNginx(t: TestContext, ports: readonly number[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'riac-nginx-'));
  const port = await freePort();
  writeFileSync(join(folder, 'riac.conf'), exampleFor(port, ports, folder));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const lines = [
    // Workers of root's nginx would have no way into a folder that is only root's.
    process.getuid?.() === 0 ? 'user root;' : '',
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;`,
    `events {} http { access_log off;`,
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    `include ${folder}/riac.conf; }`,
  ];
  writeFileSync(join(folder, 'nginx.conf'), lines.join('\n'));
  const command = ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')];
  const nginx = spawn('nginx', command, { stdio: 'inherit' });
  const ended = new Promise((resolve) => nginx.once('exit', resolve).once('error', resolve));
  t.after(async () => {
    nginx.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  await waitUntil(() => answers(port));
  return port;
}

async function startBoth(t: TestContext) {
  const storage = await freshStorage();
  const options = { trustProxy: '127.0.0.1', allowedOrigins: ['https://news.example'] };
  const servers = [await startOn(storage, options), await startOn(storage, options)];
  for (const { app } of servers) await app.listen({ port: 0, host: '127.0.0.1' });
  t.after(async () => {
    for (const { app } of servers) await app.close();
    await storage.remove();
  });
  return servers;
}

const portsOf = (servers: readonly TestServer[]) => servers.map(({ app }) => portOf(app.server));

test('behind nginx, two processes keep the whole contract', async (t) => {
  const servers = await startBoth(t);
  await servers[0]?.define('/polls/p', teaPoll);
  const port = await startNginx(t, portsOf(servers));
  const endpoint = connect(`http://127.0.0.1:${port}/api/v1`, randomItem(), {
    poll: 'p',
    origin: 'https://news.example',
    editor: editorToken,
  });
  const results = await runSuite(endpoint, true);
  assert.deepEqual(
    results.filter(({ outcome }) => outcome !== 'holds'),
    [],
  );
});

test('nginx answers readers in place of the servers', async (t) => {
  const servers = await startBoth(t);
  const port = await startNginx(t, portsOf(servers));
  let asked = 0;
  for (const { app } of servers) app.server.on('request', () => (asked += 1));
  const { call } = connect(`http://127.0.0.1:${port}/api/v1`, 'a');
  for (let times = 0; times < 200; times += 1) {
    assert.equal((await call('/state?rating=a&share=a')).status, 200);
  }
  assert.ok(asked < 100, `${asked} of 200 reads came through`);
});

test('while one of the processes stops, no vote is lost and none is refused', async (t) => {
  const servers = await startBoth(t);
  const port = await startNginx(t, portsOf(servers));
  const endpoint = connect(`http://127.0.0.1:${port}/api/v1`, 'a');
  let counted = 0;
  const reader = async () => {
    for (let times = 0; times < 40; times += 1) {
      const { status } = await cast(endpoint, '/ratings/a', { value: 4 });
      assert.ok(status === 201 || status === 200, `status ${status}`);
      counted += 1;
    }
  };
  const readers = Promise.all(Array.from({ length: 10 }, reader));
  await waitUntil(() => counted > 100);
  await servers[0]?.app.close();
  await readers;
  assert.equal((await servers[1]?.get('/ratings/a'))?.body.votes, 400);
});
