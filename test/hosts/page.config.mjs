/** Tries the widgets in all pages and engines, and writes what came of it into the documentation. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { hosts } from './host-table.mjs';

process.env.BROWSERS ??= 'chromium,firefox,webkit';
const { default: config } = await import('../../web-test-runner.config.mjs');

const page = new URL('../../demo/site/docs/en/hosts.md', import.meta.url);
const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];

function table(sessions) {
  const names = sessions.map(({ browser }) => browser.name);
  const outcome = ({ title, expected = 'works' }, { testResults }) => {
    const test = testsOf(testResults).find(({ name }) => name.endsWith(`: ${title}`));
    return test?.passed ? expected : '**fails**';
  };
  const rows = hosts.map((host) => [host.title, ...sessions.map((one) => outcome(host, one))]);
  return [['Page', ...names], ['---', ...names.map(() => '---')], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const hostsPage = {
  async onTestRunFinished({ sessions }) {
    const text = readFileSync(page, 'utf8');
    const [head] = text.split(/^\| Page/m);
    const options = { ...(await resolveConfig(page)), parser: 'markdown' };
    writeFileSync(page, await format(head + table(sessions), options));
  },
};

export default {
  ...config,
  files: ['test/hosts/hosts.test.ts'],
  reporters: [...config.reporters, hostsPage],
};
