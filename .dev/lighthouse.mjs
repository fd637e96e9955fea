/**
 * Runs Lighthouse on every page of the site and prints its four scores. Exits with 1 for a score below
 * 95. `npm run lighthouse -- docs/http` measures only pages whose address contains one of the arguments.
 *
 * Other work on the machine makes a page look slow. If the first run is too slow, the script takes the
 * median of five runs, as Lighthouse advises.
 *
 * npx downloads Lighthouse, because its newest version for Node 20 is twice the size of this project.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunchOptions } from '../test/support/find-browsers.mjs';
import { startReferenceServer } from '../test/support/reference-server.mjs';

const version = '12.8.2';
const least = 95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const wanted = process.argv.slice(2);

/** Builds the site with SITE_URL set, since Lighthouse's SEO audit wants absolute canonical addresses. */
function buildSite(environment) {
  const env = { ...process.env, ...environment };
  const { status } = spawnSync(process.execPath, ['.dev/site/build.mjs'], {
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The site could not be built.');
}

function measure(url, folder, { executablePath, args }) {
  const report = join(folder, 'report.json');
  const options = [
    '--quiet',
    '--output=json',
    `--output-path=${report}`,
    `--only-categories=${categories.join()}`,
    `--chrome-flags=--headless=new ${args.join(' ')}`,
  ];
  const env = { ...process.env, CHROME_PATH: executablePath };
  const run = spawnSync('npx', ['--yes', `lighthouse@${version}`, url, ...options], { env });
  if (run.status !== 0) throw new Error(`${url}: ${run.stderr}`);
  return JSON.parse(readFileSync(report, 'utf8'));
}

const speedOf = ({ categories: { performance } }) => Math.round(performance.score * 100);

/** Returns the report with the median speed, of one run or of five. */
function measureWell(...where) {
  const reports = [measure(...where)];
  while (reports.length < 5 && speedOf(reports[0]) < least) reports.push(measure(...where));
  return reports.toSorted((a, b) => speedOf(a) - speedOf(b))[reports.length >> 1];
}

/** The audits that lowered a score below 95, each with its id and displayed value. */
function losses({ audits, categories: results }) {
  return Object.values(results)
    .filter(({ score }) => score * 100 < least)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9)
    .map(({ id }) => `${id} ${audits[id].displayValue ?? ''}`.trim());
}

const server = await startReferenceServer();
const folder = mkdtempSync(join(tmpdir(), 'riac-lighthouse-'));
try {
  buildSite({ SITE_URL: `${server.origin}/` });
  const browser = await chromiumLaunchOptions();
  const list = readFileSync('demo/build/site/sitemap.xml', 'utf8');
  const pages = [...list.matchAll(/<loc>(.*?)<\/loc>/g)]
    .map(([, url]) => url)
    .filter((url) => !wanted.length || wanted.some((part) => url.includes(part)));
  console.log(['page'.padEnd(36), ...categories].join('  '));
  for (const url of pages) {
    const result = measureWell(url, folder, browser);
    const scores = categories.map((name) => Math.round(result.categories[name].score * 100));
    const cells = scores.map((score, at) => String(score).padStart(categories[at].length));
    console.log([new URL(url).pathname.padEnd(36), ...cells, ...losses(result)].join('  '));
    if (scores.some((score) => score < least)) process.exitCode = 1;
  }
} finally {
  buildSite({ SITE_URL: '' });
  await server.stop();
  server.forget();
  rmSync(folder, { recursive: true, force: true });
}
