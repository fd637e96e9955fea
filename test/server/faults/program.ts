import { spawn, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { waitUntil } from '../support/wait.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(project, 'demo', 'build', 'faults', 'main.js');

/** Builds the server and its thread into a file each, so that a restart takes a moment only. */
export function buildProgram(): string {
  const server = join(project, 'demo', 'server');
  buildSync({
    entryPoints: [join(server, 'main.ts'), join(server, 'database', 'sqlite-writer.ts')],
    outdir: dirname(program),
    entryNames: '[name]',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return dirname(program);
}

/** A server process that is killed and started again while others talk to it. */
export class ServerProcess {
  readonly #environment: Record<string, string>;
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();
  /** Where it listens; another port after each start. */
  address = '';
  starts = 0;

  constructor(environment: Record<string, string>) {
    this.#environment = { PORT: '0', RATE_LIMIT: 'off', POLLS_DIR: '/nowhere', ...environment };
  }

  async start(): Promise<void> {
    this.address = '';
    const env = { PATH: process.env['PATH'] ?? '', ...this.#environment };
    const child = spawn(process.execPath, [program], { cwd: project, env });
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
    // Nothing is left behind when a scenario fails.
    const reap = () => child.kill('SIGKILL');
    process.once('exit', reap);
    child.once('exit', () => process.off('exit', reap));
    let output = '';
    let errors = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => {
      errors += part.toString();
      if (process.env['DEBUG_FAULTS']) process.stderr.write(part);
    });
    // A machine that is busy with many such servers may take its time.
    await waitUntil(() => output.includes('\n') || child.exitCode !== null, 90);
    this.address = /http:\/\/\S+(?=\/)/.exec(output)?.[0] ?? '';
    if (!this.address) throw new Error(`The server did not start: ${errors}`);
    this.starts += 1;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.address = '';
    this.#child?.kill(signal);
    await this.#ended;
  }
}
