// Starts servers and load clients for the benchmark, and reads what the kernel knows of them.
import { execFile, fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildServer, serverPrograms } from '../../.dev/server.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
export const project = fileURLToPath(new URL('../../', import.meta.url));
const built = join(project, 'demo', 'build', 'bench');
const run = promisify(execFile);

/** Builds programs once, as the server is shipped; answers where one of them is. */
export async function build(...programs) {
  await buildServer([...serverPrograms, ...programs], 'demo/build/bench');
  return (name) => join(built, `${name}.js`);
}

export const removeBuild = () => rmSync(built, { recursive: true, force: true });

const children = new Set();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));
// Whoever stops the measurement stops what it has started.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

/** Starts a server; resolves once it has said where it listens. */
export async function startServer(program, env) {
  const folder = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'riac-bench-'));
  const began = performance.now();
  const child = spawn(process.execPath, [program], {
    cwd: project,
    env: { PATH: process.env.PATH, DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const text = await new Promise((resolve) =>
    child.stdout.once('data', (part) => resolve(`${part}`)),
  );
  const port = Number(/:(\d+)/.exec(text.replace('http://', ''))?.[1]);
  return {
    pid: child.pid,
    port,
    startedIn: performance.now() - began,
    began,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      children.delete(child);
      if (!env.DATA_DIR) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lets the load client run; answers rate per second and latencies in milliseconds. */
export async function load(options) {
  const { stdout } = await run(process.execPath, [join(here, 'load.mjs'), JSON.stringify(options)]);
  return JSON.parse(stdout);
}

export const forkStreams = (options) => fork(join(here, 'streams.mjs'), [JSON.stringify(options)]);

/** Processor time that the whole machine has used so far, in milliseconds (proc(5), in ticks). */
function machineTime() {
  const ticks = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .split(/\s+/)
    .slice(1, 9)
    .map(Number);
  const [user, nice, system, , , irq, softirq, steal] = ticks;
  return (user + nice + system + irq + softirq + steal) * 10;
}

/** Cores that other programs keep busy at the moment. */
async function foreignLoad() {
  const [time, used] = [performance.now(), machineTime()];
  await new Promise((resolve) => setTimeout(resolve, 500));
  return (machineTime() - used) / (performance.now() - time);
}

/** Waits a while for a quiet machine; answers the cores that are still busy with something else. */
export async function quiet(longest) {
  let load = await foreignLoad();
  for (const end = Date.now() + longest; load > 0.33 && Date.now() < end;) {
    load = await foreignLoad();
  }
  return load;
}

/** Processor time of a process so far, in milliseconds: user and system (proc(5), in ticks). */
export function cpuTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Memory of a process that is in use, in megabytes. */
export const memory = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
