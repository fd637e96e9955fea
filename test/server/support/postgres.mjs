// A real PostgreSQL for tests: the installed binaries, a folder of their own, a free port.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const debianFolder = '/usr/lib/postgresql';

/** Where initdb and postgres are: PG_BIN, the newest Debian package, or the search path. */
function findBinaries() {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const packaged = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debianFolder, version, 'bin'));
  const searched = (process.env.PATH ?? '').split(':');
  const folders = [process.env.PG_BIN ?? '', ...packaged, ...searched];
  const found = folders.find((folder) => folder && existsSync(join(folder, 'initdb')));
  if (found) return found;
  throw new Error('PostgreSQL is not installed: apt-get install postgresql, or set PG_BIN.');
}

/** PostgreSQL refuses to run as root, so root lends it the identity of its own user. */
function identity() {
  if (process.getuid?.() !== 0) return {};
  const ask = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function waitUntilReady(url, server) {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) {
    if (server.exitCode !== null) throw new Error('PostgreSQL ended at its start.');
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch {
      // Not yet.
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error('PostgreSQL did not start within 30 seconds.');
}

/**
 * Starts a server of its own. `durable: false` trades safety for speed.
 * `crash` stops it at once, as a power switch would; `start` brings it back.
 */
export async function startPostgres({ durable = false } = {}) {
  const binaries = findBinaries();
  const who = identity();
  const folder = mkdtempSync(join(tmpdir(), 'riac-postgres-'));
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  const initial = ['-D', data, '-U', 'riac', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  execFileSync(join(binaries, 'initdb'), initial, { ...who, cwd: folder, stdio: 'pipe' });
  const port = await freePort();
  const lines = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
  ];
  lines.push('max_connections = 200', `fsync = ${durable ? 'on' : 'off'}`);
  writeFileSync(join(data, 'postgresql.auto.conf'), `${lines.join('\n')}\n`);
  const url = `postgres://riac@127.0.0.1:${port}/postgres`;
  let server;

  async function start() {
    const command = join(binaries, 'postgres');
    server = spawn(command, ['-D', data], { ...who, cwd: folder, stdio: 'ignore' });
    await waitUntilReady(url, server);
  }

  // Nothing is left behind when a test fails.
  process.once('exit', () => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  });

  async function end(signal) {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  }

  await start();
  return {
    url,
    start,
    /** SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, recovery at the next start. */
    crash: () => end('SIGQUIT'),
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
