import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../demo/server/database/open-database.js';
import { waitUntil } from '../support/wait.js';
import { ServerProcess } from './program.js';
import type { Scenario } from './scenario.js';
import { verify, type Verdict } from './verify.js';
import { isDefinite, newSentVote, send, type SentVote } from './sent-vote.js';

const clients = 24;

function command(name: string, ...options: string[]): void {
  const { status, stderr, error } = spawnSync(name, options, { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${name}: ${stderr.trim()}`);
}

/** EXT4_IOC_SHUTDOWN without a flush of the journal: from here on nothing reaches the disk. */
const cutPower = (folder: string) =>
  command(
    'perl',
    '-e',
    'open(my $f, "<", $ARGV[0]) or die; my $how = pack("L", 2); ' +
      'ioctl($f, 0x8004587d, $how) or die "$!"',
    folder,
  );

/** A file system in a file, which can lose its power without the machine losing its own. */
class Disk {
  readonly folder = mkdtempSync(join(tmpdir(), 'riac-power-'));
  readonly mount = join(this.folder, 'mount');
  readonly #image = join(this.folder, 'disk.img');

  format(): void {
    mkdirSync(this.mount);
    command('truncate', '-s', '600M', this.#image);
    command('mkfs.ext4', '-q', this.#image);
    this.attach();
  }

  attach(): void {
    command('mount', '-o', 'loop', this.#image, this.mount);
  }

  /** The kernel may hold a dead process's files for a moment. */
  async detach(): Promise<void> {
    await waitUntil(() => spawnSync('umount', [this.mount]).status === 0);
  }

  remove(): void {
    // What is still mounted stays busy until this process has ended.
    spawnSync('umount', ['--lazy', this.mount]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Set right before the power goes. */
interface Power {
  gone: boolean;
}

/**
 * An answer read after the cut is left aside: a machine without power could not have sent it. Here
 * the server lives on, and an fsync that races with the shutdown of ext4 may return 0 although
 * the journal is aborted already.
 */
async function voteUntilDark(
  server: ServerProcess,
  power: Power,
  acknowledged: SentVote[],
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const client = async () => {
    while (server.address) {
      const wish = newSentVote('item');
      const definite = isDefinite(await send(server.address, wish, agent));
      if (definite && !power.gone) acknowledged.push(wish);
      if (!definite) await pause(5);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
}

async function oneCut(disk: Disk, acknowledged: SentVote[]): Promise<void> {
  // Its secret and token are files, made on the first start: they must outlive the power too.
  const server = new ServerProcess({ DATA_DIR: disk.mount });
  await server.start();
  const power: Power = { gone: false };
  const load = voteUntilDark(server, power, acknowledged);
  await pause(400 + Math.random() * 400);
  power.gone = true;
  cutPower(disk.mount);
  await pause(50);
  await server.end('SIGKILL');
  await load;
  await disk.detach();
  disk.attach();
}

async function cuts(disk: Disk, rounds: number): Promise<{ verdict: Verdict; votes: number }> {
  const acknowledged: SentVote[] = [];
  for (let round = 0; round < rounds; round += 1) await oneCut(disk, acknowledged);
  const database = await openDatabase(disk.mount);
  const secret = readFileSync(join(disk.mount, 'secret'), 'utf8');
  const verdict = await verify(database, secret, acknowledged);
  await database.close();
  return { verdict, votes: acknowledged.length };
}

/** The embedded engine: the power of its disk is cut under load. Needs root and loop devices. */
export const powerCuts: Scenario = {
  name: 'power cut under load, SQLite',
  async run({ short }) {
    if (process.getuid?.() !== 0) return { skipped: 'only root can mount a disk' };
    const disk = new Disk();
    try {
      disk.format();
    } catch (error) {
      disk.remove();
      return { skipped: `no disk to cut: ${(error as Error).message}` };
    }
    try {
      const rounds = short ? 2 : 10;
      const { verdict, votes } = await cuts(disk, rounds);
      return { verdict, detail: `${rounds} cuts, ${votes} acknowledged` };
    } finally {
      disk.remove();
    }
  },
};
