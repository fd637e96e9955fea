import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { startReferenceServer } from '../support/reference-server.mjs';
import { project, snippetsIn, snippetsOf, textFiles, type Snippet } from '../support/snippets.js';

const { scripts, name } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  name: string;
};

/** Runs a block as a reader would type it, against a server of the test's own. */
function run(code: string, origin: string): Promise<string> {
  const typed = code
    .replaceAll('http://127.0.0.1:8080', origin)
    .replaceAll('https://widgets.example.org', origin)
    .replaceAll('npx riac-conformance', 'node dist/conformance.js');
  const shell = spawn('bash', ['-euo', 'pipefail', '-c', typed], {
    cwd: project,
    env: { ...process.env, EDITOR_TOKEN: 'test-editor-token' },
  });
  let out = '';
  let complaints = '';
  shell.stdout.on('data', (part) => (out += part));
  shell.stderr.on('data', (part) => (complaints += part));
  return new Promise((resolve, reject) =>
    shell.on('exit', (status) =>
      status === 0
        ? resolve(out)
        : reject(new Error(`${typed}\nended with ${status}: ${out}${complaints}`)),
    ),
  );
}

const times = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What was promised, with times taken from the answer: they are the only thing that may differ. */
function assertAnswer(given: unknown, promised: unknown, place: string): void {
  const settle = (one: unknown, other: unknown): unknown => {
    if (
      typeof one === 'string' &&
      typeof other === 'string' &&
      times.test(one) &&
      times.test(other)
    )
      return one;
    if (Array.isArray(one) && Array.isArray(other))
      return other.map((part, at) => settle(one[at], part));
    if (one && other && typeof one === 'object' && typeof other === 'object') {
      const known = one as Record<string, unknown>;
      return Object.fromEntries(
        Object.entries(other).map(([key, part]) => [key, settle(known[key], part)]),
      );
    }
    return other;
  };
  assert.deepEqual(given, settle(given, promised), place);
}

const isRequest = ({ language, code }: Snippet) =>
  language === 'sh' && /\b(curl|npx riac)/.test(code);

/** The requests of one page in their order, each with the answer that the page shows below it. */
async function checkPage(t: TestContext, snippets: readonly Snippet[]) {
  const server = await startReferenceServer();
  t.after(async () => {
    await server.stop();
    server.forget();
  });
  for (const [at, snippet] of snippets.entries()) {
    if (!isRequest(snippet)) continue;
    const answer = await run(snippet.code, server.origin);
    const next = snippets[at + 1];
    if (!next?.flags.includes('answer')) continue;
    if (next.language === 'json')
      assertAnswer(JSON.parse(answer), JSON.parse(next.code), snippet.place);
    else
      for (const line of next.code.split('\n'))
        assert.ok(answer.includes(line), `${next.place}: ${line}\n${answer}`);
  }
}

for (const file of textFiles) {
  const snippets = snippetsOf(file);
  if (snippets.some(isRequest)) {
    test(`the requests of ${snippets[0]?.page} are answered as it says`, (t) =>
      checkPage(t, snippets));
  }
}

test('every other command line names a script or a program that exists', () => {
  const known = (line: string) => {
    const command = line.replace(/^([A-Z_]+=\S+ )*/, '');
    const [, script] = /^npm (?:run )?(?:--silent )?([\w:]+)/.exec(command) ?? [];
    if (script === 'install') return line === `npm install ${name}`;
    if (script) return ['ci', 'start', 'test'].includes(script) || script in scripts;
    return /^node demo\/build\/server\/(main|recount)\.js$/.test(command);
  };
  const lines = snippetsIn('sh')
    .filter((snippet) => !isRequest(snippet))
    .flatMap(({ code, place }) =>
      code
        .split(/\n|&&/)
        .map((line) => line.replace(/#.*/, '').trim())
        .filter(Boolean)
        .map((line) => ({ line, place })),
    );
  assert.ok(lines.length > 3);
  assert.deepEqual(
    lines.filter(({ line }) => !known(line)),
    [],
  );
});
