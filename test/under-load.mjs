/**
 * Repeats the browser tests while other programs keep every core busy, as on a machine that is shared:
 *
 *   node test/under-load.mjs [--runs=5] [--idle] [--latency=MILLISECONDS] [--files=GLOB …]
 *
 * in the engines that BROWSERS names, or in all three; `--idle` without other programs; `--latency`
 * with back ends that take so long for each answer. Ends with 1 when any run failed.
 */
import { spawn } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const runner = join(dirname(fileURLToPath(import.meta.resolve('@web/test-runner'))), 'dist/bin.js');

/** Keeps a core busy, and ends when this program does, however that ends. */
const busyLoop = `while (process.ppid === ${process.pid});`;

const usage = 'Usage: node test/under-load.mjs [--runs=5] [--idle] [--latency=MS] [--files=GLOB …]';

function complain(message) {
  console.error(`${message}\n${usage}`);
  process.exit(2);
}

/** What the command line asks for. */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        runs: { type: 'string', default: '5' },
        idle: { type: 'boolean', default: false },
        latency: { type: 'string', default: '0' },
        files: { type: 'string', multiple: true, default: [] },
      },
    });
    if (!/^[1-9]\d*$/.test(values.runs)) throw new Error(`--runs=${values.runs} is no number`);
    if (!/^\d+$/.test(values.latency)) throw new Error(`--latency=${values.latency} is no number`);
    return { ...values, engines: (process.env.BROWSERS ?? 'chromium,firefox,webkit').split(',') };
  } catch (error) {
    return complain(error.message);
  }
}

const options = readOptions();
const loops = [];
let running;

function startLoops() {
  for (let core = 0; core < availableParallelism(); core += 1) {
    const loop = spawn(process.execPath, ['-e', busyLoop], { stdio: 'ignore' });
    setPriority(loop.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    loops.push(loop);
  }
}

function endLoops() {
  for (const loop of loops.splice(0)) loop.kill('SIGKILL');
}

/** Runs the tests once in one engine; resolves with what was printed and whether all passed. */
function runOnce(engine) {
  const files = options.files.flatMap((glob) => ['--files', glob]);
  const args = [runner, '--config', 'test/support/all-browsers.config.mjs', ...files];
  const env = { ...process.env, BROWSERS: engine, TEST_LATENCY: options.latency };
  running = spawn(process.execPath, args, { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [running.stdout, running.stderr]) {
    stream.setEncoding('utf8').on('data', (part) => (output += part));
  }
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('close', (code) => {
      const [totals] = output.match(/^\d+ passed, \d+ failed.*$/m) ?? ['no totals'];
      resolve({ output, totals, passed: code === 0 && /^[1-9]\d* passed, 0 failed/.test(totals) });
    });
  });
}

async function main() {
  const { runs, idle, latency, engines } = options;
  const beside = idle ? 'nothing beside them' : `${availableParallelism()} busy loops beside them`;
  console.info(`${runs} runs of ${engines.join(', ')}, ${beside}, ${latency} ms of latency`);
  if (!idle) startLoops();
  let [passed, failed] = [0, 0];
  for (let run = 1; run <= Number(runs); run += 1) {
    for (const engine of engines) {
      const began = performance.now();
      const result = await runOnce(engine);
      const seconds = Math.round((performance.now() - began) / 1000);
      console.info(`run ${run} of ${runs}, ${engine}: ${result.totals} in ${seconds} s`);
      if (result.passed) passed += 1;
      else failed += 1;
      if (!result.passed) console.info(result.output);
    }
  }
  endLoops();
  console.info(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

process.on('exit', () => {
  endLoops();
  running?.kill('SIGKILL');
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(signal, () => {
    endLoops();
    // The test runner ends its browsers first.
    if (running?.exitCode !== null) process.exit(code);
    running.once('close', () => process.exit(code));
    running.kill(signal);
  });
}
await main();
