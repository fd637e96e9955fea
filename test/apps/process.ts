import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** Programs that run now, each at the head of a group of its own. */
const running = new Set<ChildProcess>();

function start(program: string, words: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(program, words, {
    ...options,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a program with all that it has started. */
export function end({ pid, exitCode }: ChildProcess): void {
  if (!pid || exitCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

process.once('exit', () => running.forEach(end));
// Without a listener a signal ends the process before it can do so.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** What a program has said so far, on both channels. */
function hear({ stdout, stderr }: ChildProcess): () => string {
  let said = '';
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (part) => (said += part));
  return () => said;
}

export interface Setting {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Longest time it may take, in seconds. */
  readonly longest?: number;
}

const optionsOf = ({ folder, environment }: Setting): SpawnOptions => ({
  cwd: folder,
  env: { ...process.env, ...environment },
});

/** Runs a program to its end and answers what it said; throws that when it fails or takes too long. */
export function run(program: string, words: readonly string[], setting: Setting): Promise<string> {
  const { longest = 240 } = setting;
  const child = start(program, words, optionsOf(setting));
  const said = hear(child);
  const limit = setTimeout(() => end(child), longest * 1000);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      const what = `${program} ${words.join(' ')} in ${setting.folder}`;
      if (code === 0) resolve(said());
      else reject(new Error(`${what} ended with ${code ?? signal}:\n${said()}`));
    });
  });
}

/** Starts a server and answers the address it prints. */
export function serve(program: string, words: readonly string[], setting: Setting) {
  const child = start(program, words, optionsOf(setting));
  const said = hear(child);
  return new Promise<{ origin: string; stop(): void }>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', () => {
        const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(said()) ?? [];
        if (origin) resolve({ origin, stop: () => end(child) });
      });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said()}`)));
  });
}
