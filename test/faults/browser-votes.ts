import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser } from 'puppeteer-core';
import { openDatabase } from '../../demo/server/database/open-database.js';
import { ServerProcess } from '../server/faults/program.js';
import type { Scenario } from '../server/faults/scenario.js';
import { verify } from '../server/faults/verify.js';
import type { SentVote } from '../server/faults/sent-vote.js';
import { chromiumLaunchOptions } from '../support/find-browsers.mjs';
import { type Chance, chanceOf } from './chance.js';
import { FaultProxy, type Weather } from './fault-proxy.js';
import { PageServer, pageWith } from './page-server.js';
import { type Deed, Reader } from './reader.js';

const secret = 'the secret of the fault tests';
/** More than one request may ask for, and fewer than the outbox has room for. */
const perPage = 25;
/** They wait more than they work. */
const readersAtOnce = 8;
const mostFaults = 10;
/** Minutes of a slow machine, on which silent answers cost eight seconds each; only bounds a failure. */
const patience = 180_000;

/**
 * Looks until what is looked at is as it should be; meanwhile the network comes back now and then, and
 * the storm abates: 25 writes that go wrong again and again would hold all connections for ever.
 */
async function settle(
  what: string,
  reader: Reader,
  weather: Weather,
  done: () => Promise<boolean>,
): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(150)) {
    for (let look = 0; look < 20; look += 1) {
      if (await done()) return;
      await pause(150);
    }
    weather.writes *= 0.8;
    await reader.online();
  }
  throw new Error(`${what} did not come in time: ${await reader.describe()}`);
}

const randomDeeds = (items: readonly string[], chance: Chance): Deed[] =>
  items.map((item) => ({ item, value: 1 + chance.below(5) }));

/** What happens to the page in the middle of it all, at a moment that the proxy sees or at once. */
async function strike(reader: Reader, weather: Weather, chance: Chance): Promise<void> {
  const moment = chance.pick(['at once', 'received', 'counted', 'answered', 'never'] as const);
  const deed = chance.pick(['reload', 'kill'] as const);
  if (moment === 'never') return;
  let left = chance.below(perPage) + 1;
  await new Promise<void>((strikeNow) => {
    if (moment === 'at once') strikeNow();
    weather.moment = (name) => {
      if (name === moment && (left -= 1) === 0) strikeNow();
    };
    // Fewer writes than expected may come through.
    setTimeout(strikeNow, 2000);
  });
  if (deed === 'reload') await reader.reload();
  else {
    await reader.kill();
    await reader.open();
  }
}

class Trial {
  readonly wishes: SentVote[] = [];
  readonly faults: string[] = [];

  constructor(
    readonly browser: Browser,
    readonly site: string,
    readonly proxy: FaultProxy,
    readonly chance: Chance,
  ) {}

  /** One reader votes on a page of items while everything goes wrong, until all is well again. */
  async visit(name: string): Promise<void> {
    const { chance } = this;
    const items = Array.from({ length: perPage }, (_, index) => `${name}-${index}`);
    const weather: Weather = { writes: 0.7, reads: 0.3 };
    this.proxy.weathers.set(name, weather);
    const note = (text: string) => this.faults.push(`${name}: ${text}`);
    const reader = await Reader.arrive(this.browser, `${this.site}/${name}`, note);
    const loaded = async () => (await reader.countStars()) === perPage;
    await settle('the stars', reader, weather, loaded);
    const last = new Map<string, number>();
    const keep = (deeds: Deed[]) => deeds.forEach(({ item, value }) => last.set(item, value));
    keep(await reader.vote(randomDeeds(items, chance)));
    await strike(reader, weather, chance);
    await settle('the stars', reader, weather, loaded);
    // Some change their mind in the middle of it.
    const fickle = items.filter(() => chance.below(5) === 0);
    keep(await reader.vote(randomDeeds(fickle, chance)));
    await pause(chance.below(500));
    weather.writes = 0;
    weather.reads = 0;
    await settle('peace', reader, weather, async () => {
      const shown = await reader.ownVotes();
      return items.every((item) => shown[item] === last.get(item));
    });
    const token = await reader.token();
    for (const [item, value] of last) this.wishes.push({ item, token, key: '', value });
    await reader.leave();
    this.proxy.weathers.delete(name);
  }
}

/** Some readers at a time, each on a page of its own; answers how many there were. */
async function visitAll(trial: Trial, visits: number, minutes: number): Promise<number> {
  const end = Date.now() + minutes * 60_000;
  const goesOn = () => trial.faults.length < mostFaults && Date.now() < end;
  let next = 0;
  const worker = async () => {
    while (next < visits && goesOn()) {
      const name = `visit${(next += 1)}`;
      await trial.visit(name).catch((error: unknown) => trial.faults.push(`${name}: ${error}`));
    }
  };
  await Promise.all(Array.from({ length: readersAtOnce }, worker));
  return next;
}

/** Kills the server now and then; it starts again over the same file. */
async function killNowAndThen(server: ServerProcess, running: () => boolean): Promise<void> {
  while (running()) {
    for (let waited = 0; waited < 20_000 && running(); waited += 500) await pause(500);
    if (!running()) return;
    await server.end('SIGKILL');
    await server.start();
  }
}

const ratings = (visit: string) =>
  Array.from(
    { length: perPage },
    (_, index) => `<riac-star-rating item="${visit}-${index}"></riac-star-rating>`,
  ).join('');

/** Votes in real browser tabs, the network, the tabs and the server failing in every way. */
export const browserVotes: Scenario = {
  name: 'votes in a browser through faults, reloads and killed tabs',
  async run({ short, minutes = Infinity, seed = Math.floor(Math.random() * 2 ** 31) }) {
    const folder = mkdtempSync(join(tmpdir(), 'riac-browser-'));
    const server = new ServerProcess({ DATA_DIR: folder, SECRET: secret, ALLOWED_ORIGINS: '*' });
    await server.start();
    const chance = chanceOf(seed);
    const proxy = new FaultProxy(chance, () => server.address);
    const api = await proxy.listen();
    const pages = new PageServer((path) =>
      pageWith(`${api}${path}/api/v1`, ratings(path.slice(1))),
    );
    const browser = await puppeteer.launch(await chromiumLaunchOptions());
    const trial = new Trial(browser, await pages.listen(), proxy, chance);
    const visits = (short ? 200 : 10_000) / perPage;
    let running = true;
    const kills = killNowAndThen(server, () => running);
    const visited = await visitAll(trial, visits, minutes);
    running = false;
    await kills;
    await browser.close();
    pages.close();
    proxy.close();
    await server.end('SIGTERM');
    const database = await openDatabase(folder);
    const verdict = await verify(database, secret, trial.wishes);
    await database.close();
    rmSync(folder, { recursive: true });
    for (const fault of trial.faults.slice(0, mostFaults)) console.error(fault);
    const struck = [...proxy.struck].map(([name, count]) => `${count} ${name}`).join(', ');
    const complete = trial.wishes.length === visited * perPage ? 0 : 1;
    const more = Math.abs(verdict.ballots - trial.wishes.length) + trial.faults.length + complete;
    return {
      verdict: { ...verdict, lost: verdict.lost + more },
      detail: `seed ${seed}, ${trial.wishes.length} wishes, ${trial.faults.length} findings, ${server.starts - 1} kills of the server; ${struck}`,
    };
  },
};
