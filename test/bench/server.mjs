// Measures the server against floors in the same run: npm run bench:server [-- --short]
import { execFile } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startPostgres } from '../server/support/postgres.mjs';
import {
  build,
  cpuTime,
  forkStreams,
  load,
  median,
  memory,
  quiet,
  removeBuild,
  startServer,
} from './bench-process.mjs';

const short = process.argv.includes('--short');
const rounds = short ? 1 : 3;
const seconds = short ? 2 : 4;
const run = promisify(execFile);

const builtFile = await build('test/bench/bench-server.ts', 'test/bench/growth.ts');
const [benchServer, growth, main] = ['bench-server', 'growth', 'main'].map(builtFile);
const streamFloor = fileURLToPath(new URL('stream-floor.mjs', import.meta.url));
const postgres = await startPostgres({ durable: true });

const votes = { kind: 'vote', connections: 64, seconds };
const reads = { kind: 'read', connections: 32, seconds };
const suites = {
  'POST floor': { MODE: 'floor', load: votes },
  'GET floor': { MODE: 'floor', load: reads },
  'SQLite votes': { MODE: 'sqlite', load: votes },
  'SQLite, a commit a vote': { MODE: 'sqlite-alone', load: votes },
  'PostgreSQL votes': { MODE: 'postgres', load: votes },
  'cached read': { MODE: 'sqlite', load: reads },
};

const noise = [];
const settle = async () => noise.push(await quiet(short ? 3000 : 15_000));

async function measure({ MODE, load: options }) {
  await settle();
  const env = { MODE, ...(MODE === 'postgres' && { DATABASE_URL: postgres.url }) };
  const server = await startServer(benchServer, env);
  const result = await load({ port: server.port, ...options });
  await server.stop();
  if (result.failures) throw new Error(`${result.failures} requests failed.`);
  return result;
}

/** Rounds in shuffled order, since a shared machine is never as quiet twice. */
async function measureAll() {
  const results = Object.fromEntries(Object.keys(suites).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const order = Object.keys(suites).sort(() => Math.random() - 0.5);
    for (const name of order) results[name].push(await measure(suites[name]));
  }
  return results;
}

async function measureGrowth() {
  await settle();
  const stored = ['10000', short ? '100000' : '1000000'];
  const { votes, reads } = JSON.parse((await run(process.execPath, [growth, ...stored])).stdout);
  return { vote: votes[1] / votes[0], read: reads[1] / reads[0], votes, reads };
}

const streams = short ? 1000 : 5000;

/** What a server uses, in per cent of a core, while it tells its open streams of changes. */
async function costOfStreams(server, change) {
  const child = forkStreams({ port: server.port, streams, seconds });
  const messages = [];
  child.on('message', (message) => messages.push(message));
  child.once('exit', (code) => code && process.exit(code));
  const reached = async (count) => {
    while (messages.length < count) await pause(20);
    return messages[count - 1];
  };
  await reached(1);
  const changing = change();
  await reached(2);
  const before = cpuTime(server.pid);
  const result = await reached(3);
  const cpu = (cpuTime(server.pid) - before) / (seconds * 10);
  const megabytes = memory(server.pid);
  await changing;
  await server.stop();
  if (result.broken) throw new Error(`${result.broken} streams broke.`);
  return { cpu, megabytes, perSecond: result.events / streams / seconds, ...result };
}

async function measureStreams() {
  await settle();
  const floor = await costOfStreams(await startServer(streamFloor, {}), () => undefined);
  await settle();
  const server = await startServer(benchServer, { MODE: 'sqlite' });
  // As a server that has been up for a while: the first thousand votes run code not yet compiled.
  await load({ port: server.port, ...votes });
  // So many votes that every quarter of a second has its event, and few enough to cost little.
  const paced = { ...votes, connections: 1, rest: 50, seconds: seconds + 3 };
  return { floor, ...(await costOfStreams(server, () => load({ port: server.port, ...paced }))) };
}

async function measureStart() {
  await settle();
  const times = [];
  let idle = 0;
  for (let round = 0; round < 9; round += 1) {
    const server = await startServer(main, { PORT: '0' });
    await fetch(`http://127.0.0.1:${server.port}/api/v1/ratings/us-policy`);
    times.push(performance.now() - server.began);
    await pause(1000);
    idle = memory(server.pid);
    await server.stop();
  }
  return { first: median(times), idle };
}

const results = await measureAll();
const rate = (name) => median(results[name].map((result) => result.rate));
const latency = (name) => median(results[name].map((result) => result.p99));
const ratio = (name, floor) => rate(name) / rate(floor);
const growing = await measureGrowth();
const streaming = await measureStreams();
const starting = await measureStart();
await postgres.stop();
removeBuild();

console.info(`Node ${process.version}, medians of ${rounds} rounds of ${seconds} s`);
const noisy = noise.filter((load) => load > 0.33).length;
console.info(`other programs were busy before ${noisy} of ${noise.length} measurements\n`);
for (const name of Object.keys(suites)) {
  console.info(
    `${name.padEnd(26)} ${rate(name).toFixed(0).padStart(7)} /s   p99 ${latency(name).toFixed(1)} ms`,
  );
}
const times = ([few, many], digits) => `${few.toFixed(digits)} → ${many.toFixed(digits)} ms`;
console.info(`as votes grow: vote ${times(growing.votes, 2)}, read ${times(growing.reads, 3)}`);
const { cpu, megabytes, perSecond, p50, floor } = streaming;
console.info(
  `${streams} streams: ${perSecond.toFixed(1)} events/s each, ${megabytes.toFixed(0)} MB, ` +
    `p50 ${p50} ms, ${(cpu / floor.cpu).toFixed(2)} times bare sockets (${floor.cpu.toFixed(1)} %)\n`,
);

const figures = [
  ['SQLite votes / POST floor', ratio('SQLite votes', 'POST floor'), '>=', 0.4],
  ['PostgreSQL votes / POST floor', ratio('PostgreSQL votes', 'POST floor'), '>=', 0.3],
  [
    'SQLite group commit / one commit a vote',
    ratio('SQLite votes', 'SQLite, a commit a vote'),
    '>=',
    4,
  ],
  ['cached read / GET floor', ratio('cached read', 'GET floor'), '>=', 0.7],
  [`a vote at ${short ? '10^5' : '10^6'} / at 10^4`, growing.vote, '<=', 1.5],
  [`a read at ${short ? '10^5' : '10^6'} / at 10^4`, growing.read, '<=', 1.5],
  [`${streams} streams: % of a core`, cpu, '<=', 40],
  [`${streams} streams: p99 ms`, streaming.p99, '<=', 150],
  ['start to first answer, ms', starting.first, '<=', 500],
  ['memory when idle, MB', starting.idle, '<=', 120],
];
let missed = 0;
for (const [name, value, sign, goal] of figures) {
  const reached = sign === '>=' ? value >= goal : value <= goal;
  if (!reached) missed += 1;
  const figure = value.toFixed(2).padStart(8);
  console.info(`${reached ? 'ok    ' : 'MISSED'} ${name.padEnd(42)} ${figure}  (${sign} ${goal})`);
}
process.exit(missed ? 1 : 0);
