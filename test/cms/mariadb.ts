import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const programs = { server: '/usr/sbin/mariadbd', install: '/usr/bin/mariadb-install-db' };

/** MariaDB does not run as root, so root lends it the identity of its own user. */
function identity(): Pick<SpawnOptions, 'uid' | 'gid'> {
  if (process.getuid?.() !== 0) return {};
  const ask = (flag: string) =>
    Number(spawnSync('id', [flag, 'mysql'], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
}

export const mariadbIsInstalled = (): boolean => Object.values(programs).every(existsSync);

/** An empty MariaDB that listens on a socket in a folder of its own, and on no port. */
export async function startMariadb(): Promise<{ readonly socket: string; stop(): Promise<void> }> {
  const who = identity();
  const folder = mkdtempSync(join(tmpdir(), 'riac-mariadb-'));
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = `--datadir=${join(folder, 'data')}`;
  const socket = join(folder, 'socket');
  const words = ['--no-defaults', data, '--auth-root-authentication-method=normal'];
  const made = spawnSync(programs.install, words, { ...who, cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`mariadb-install-db: ${made.stdout}${made.stderr}`);
  const settings = ['--no-defaults', data, `--socket=${socket}`, '--skip-networking'];
  const server = spawn(programs.server, settings, { ...who, cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const clear = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', () => {
    server.kill('SIGKILL');
    clear();
  });
  for (let tries = 0; !existsSync(socket); tries++) {
    if (server.exitCode !== null || tries > 600) throw new Error('MariaDB did not start.');
    await pause(50);
  }
  return {
    socket,
    async stop() {
      server.kill();
      await ended;
      clear();
    },
  };
}
