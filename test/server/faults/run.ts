// Plays every fault: npm run test:faults -- [--short] [--minutes=number] [--seed=number] [part of a name …]
import { rmSync } from 'node:fs';
import { browserVotes } from '../../faults/browser-votes.js';
import { generatedPayloads } from '../../faults/generated-payloads.js';
import { startPostgres } from '../support/postgres.mjs';
import { crashesOnPostgres } from './crashes.js';
import { oneInstant, shuffledDeliveries } from './deliveries.js';
import { killsOnSqlite } from './kills.js';
import { powerCuts } from './power-cut.js';
import { buildProgram } from './program.js';
import type { Conditions, Scenario } from './scenario.js';
import { isSound } from './verify.js';

/** Plays a scenario that talks to servers in this process on PostgreSQL instead. */
const onPostgres = (scenario: Scenario): Scenario => ({
  name: `${scenario.name}, PostgreSQL`,
  async run(conditions) {
    const postgres = await startPostgres();
    process.env['TEST_DATABASE_URL'] = postgres.url;
    try {
      return await scenario.run(conditions);
    } finally {
      delete process.env['TEST_DATABASE_URL'];
      await postgres.stop();
    }
  },
});

const inProcess = [shuffledDeliveries, oneInstant];
const scenarios = [
  ...inProcess,
  ...inProcess.map(onPostgres),
  killsOnSqlite,
  powerCuts,
  crashesOnPostgres,
  browserVotes,
  generatedPayloads,
];

async function play(scenario: Scenario, conditions: Conditions): Promise<boolean> {
  const began = Date.now();
  const result = await scenario.run(conditions);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  if ('skipped' in result) {
    console.info(`not played  ${scenario.name}: ${result.skipped}`);
    return true;
  }
  const { ballots, lost, twice, differing } = result.verdict;
  const sound = isSound(result.verdict);
  console.info(
    `${sound ? 'ok' : 'FAILED'}  ${scenario.name}: ${result.detail}; ${ballots} ballots, ` +
      `${lost} lost, ${twice} twice, ${differing} counters differ (${seconds} s)`,
  );
  return sound;
}

const flags = process.argv.slice(2);
const wanted = flags.filter((flag) => !flag.startsWith('--'));
const chosen = scenarios.filter(
  ({ name }) => !wanted.length || wanted.some((part) => name.includes(part)),
);
/** The number that a flag gives, under its own name; nothing without it. */
function given<Name extends string>(name: Name): Partial<Record<Name, number>> {
  const text = flags.find((flag) => flag.startsWith(`--${name}=`))?.split('=')[1];
  return text ? ({ [name]: Number(text) } as Record<Name, number>) : {};
}

const conditions = { short: flags.includes('--short'), ...given('minutes'), ...given('seed') };
const folder = buildProgram();
let failed = 0;
for (const scenario of chosen) {
  const sound = await play(scenario, conditions).catch((error: unknown) => {
    console.error(`FAILED  ${scenario.name}:`, error);
    return false;
  });
  if (!sound) failed += 1;
}
rmSync(folder, { recursive: true });
console.info(`${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed || !chosen.length ? 1 : 0);
