import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newKey, newToken } from './ids.js';
import { waitUntil } from './wait.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));

export interface Program {
  readonly child: ChildProcess;
  output: string;
  errors: string;
  readonly ended: Promise<number | null>;
}

/** Starts a program, a source or a built one, as a user does; without a database URL unless `env` has one. */
export function run(
  t: TestContext,
  file: string,
  env: Record<string, string>,
  ...values: string[]
): Program {
  const environment = { PATH: process.env['PATH'] ?? '', ...env };
  const loader = file.endsWith('.ts') ? ['--import', './test/support/typescript.mjs'] : [];
  const program = [...loader, file, ...values];
  const child = spawn(process.execPath, program, { cwd: project, env: environment });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const running: Program = { child, output: '', errors: '', ended };
  child.stdout.on('data', (part: Buffer) => (running.output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (running.errors += part.toString()));
  t.after(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return running;
}

/** A folder that is gone after the test. */
export function dataFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'riac-process-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Where a server is, once it says so; what it complains of when it does not start. */
export async function addressOf(program: Program): Promise<string> {
  await waitUntil(() => program.output.includes('\n') || program.child.exitCode !== null);
  return /http:\S+/.exec(program.output)?.[0] ?? program.errors;
}

/** Votes as one reader after another until the server is gone, and is never refused before. */
export async function voteUntilGone(address: string, counted: () => void): Promise<void> {
  for (;;) {
    const vote = fetch(`${address}api/v1/ratings/a/vote`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${newToken()}`,
        'idempotency-key': newKey(),
      },
      body: '{"value":3}',
    });
    const status = await vote.then((answer) => answer.status).catch(() => 0);
    if (status === 0) return;
    assert.equal(status, 201);
    counted();
  }
}
