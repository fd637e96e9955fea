// Weighs and times the widgets beside others in one run: npm run bench [-- --short]
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunchOptions } from '../../support/find-browsers.mjs';
import { widgetTitles } from './many.mjs';
import { measurePages } from './page.mjs';
import { measurePolls } from './poll.mjs';
import { measureRatings } from './rating.mjs';
import { goals, table } from './report.mjs';
import { installRivals, project, versions } from './rivals.mjs';
import { measureShareBars } from './share-bar.mjs';
import { measureSizes } from './sizes.mjs';
import { takeTreemap } from './treemap.mjs';

const rounds = process.argv.includes('--short') ? 1 : 5;
const page = join(project, 'demo', 'site', 'docs', 'en', 'speed.md');
const picture = join(project, 'demo', 'site', 'pictures', 'weight.png');
const heading = '## Measured\n';

const sizeTitles = { raw: 'Bytes', gzip: 'gzip -9', brotli: 'brotli -q 11' };
const pollTitles = {
  interactive: 'Interactive after, ms',
  longest: 'Longest task, ms',
  shift: 'Layout shift',
  elements: 'Elements',
  heap: 'Heap, B',
};
const pageTitles = {
  painted: 'Last painted after, ms',
  first: 'Requests at first',
  requests: 'Requests to the end',
  longest: 'Longest task, ms',
  shift: 'Layout shift',
  perWidget: 'To make one, ms',
};

function compare({ sizes, ratings, polls, pages }) {
  const entries = Object.entries(sizes).filter(([name]) => name.includes('alone'));
  const [ours, shoelace, bare] = ['riac-star-rating', 'Shoelace', 'Bare element'].map(
    (name) => ratings[name],
  );
  return goals([
    ['The whole kit, B brotli', sizes['riac-widgets.js, the whole kit'].brotli, '<=', 12_400],
    [
      'The heaviest entry, B brotli',
      Math.max(...entries.map(([, size]) => size.brotli)),
      '<=',
      9000,
    ],
    ['Create 200 ratings / Shoelace', ours.create / shoelace.create, '<=', 0.6],
    ['Create 200 ratings / bare element', ours.create / bare.create, '<=', 2],
    ['Update 200 ratings / Shoelace', ours.update / shoelace.update, '<=', 1],
    [
      'Poll of 1 000 options, interactive / SurveyJS',
      polls['riac-poll'].interactive / polls.SurveyJS.interactive,
      '<=',
      0.25,
    ],
    ['Requests of 20 widgets', pages['20 widgets'].requests, '<=', 1],
    ['Requests of 200 widgets', pages['200 widgets'].requests, '<=', 11],
    ['Longest task of 20 widgets, ms', pages['20 widgets'].longest, '<=', 50],
    ['Layout shift of 200 widgets', pages['200 widgets'].shift, '<=', 0],
    [
      'Cost of a widget among 2 000 / among 200',
      pages['2000 made'].perWidget / pages['200 made'].perWidget,
      '<=',
      1.3,
    ],
  ]);
}

async function environment() {
  const { executablePath } = await chromiumLaunchOptions();
  const browser = execFileSync(executablePath, ['--version'], { encoding: 'utf8' }).trim();
  const date = new Date().toISOString().slice(0, 10);
  const rivals = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${date}, ${browser}, Node ${process.versions.node}, ${cpus().length} cores, the processor slowed down 4 times; medians of ${rounds} interleaved rounds. Beside: ${rivals.join(', ')}.`;
}

const rivals = await installRivals();
const results = {
  sizes: await measureSizes(rivals),
  ratings: await measureRatings(rivals, rounds),
  shares: await measureShareBars(rivals, rounds),
  polls: await measurePolls(rivals, rounds),
  pages: await measurePages(rounds),
};

const text = [
  heading,
  await environment(),
  '### Goals',
  compare(results),
  '### Weight',
  table(results.sizes, sizeTitles),
  '### Ratings',
  table(results.ratings, widgetTitles),
  '### Share bars',
  table(results.shares, widgetTitles),
  '### A poll of 1 000 options',
  table(results.polls, pollTitles),
  '### Whole pages of ours',
  table(results.pages, pageTitles),
].join('\n\n');

console.log(text);
const former = readFileSync(page, 'utf8');
await takeTreemap(picture);
writeFileSync(page, `${former.slice(0, former.indexOf(heading))}${text}\n`);
