import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { accessibilityTreePlugin } from './test/support/accessibility-tree.mjs';
import { chromiumLaunchOptions, firefoxPath } from './test/support/find-browsers.mjs';
import { emulateFeaturesPlugin } from './test/support/emulate-features.mjs';
import { fakeEndpointMiddleware } from './test/support/fake-endpoint-middleware.mjs';
import { freshHistoryPlugin } from './test/support/fresh-history.mjs';
import { foreignBackEnds } from './test/support/foreign-back-ends.mjs';
import { hostedSite } from './test/support/hosted-site.mjs';
import { hostPages } from './test/support/host-pages.mjs';
import { missingFilesReporter } from './test/support/missing-files-reporter.mjs';
import { referenceServer } from './test/support/reference-server.mjs';
import { startPatiently } from './test/support/start-patiently.mjs';
import { totalsReporter } from './test/support/totals-reporter.mjs';
import { touchPlugin } from './test/support/touch.mjs';
import { webkitLauncher } from './test/support/webkit-launcher.mjs';

// Puppeteer's own limit of 30 s is short for the first start on a slow disk.
const puppeteer = {
  launch: (options) =>
    startPatiently(options.executablePath, () =>
      puppeteerCore.launch({ timeout: 120_000, ...options }),
    ),
};

const launchers = {
  chromium: async () => chromeLauncher({ puppeteer, launchOptions: await chromiumLaunchOptions() }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: firefoxPath() },
    }),
  webkit: () => webkitLauncher(),
};

const names = (process.env.BROWSERS ?? 'chromium').split(',');
const server = referenceServer();
const hosted = hostedSite();

export default {
  files: [
    'test/**/*.test.ts',
    ...['server', 'package', 'visits', 'bench'].map((name) => `!test/${name}/**`),
  ],
  // Without "production" Lit logs its development notice in every file.
  nodeResolve: { exportConditions: ['production'] },
  concurrency: 1,
  concurrentBrowsers: 1,
  // A hang still ends, a test on a slow machine does not fail.
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: 600_000,
  browserStartTimeout: 400_000,
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }),
    accessibilityTreePlugin,
    emulateFeaturesPlugin,
    touchPlugin,
    freshHistoryPlugin,
    server.plugin,
    hosted.plugin,
  ],
  middleware: [
    fakeEndpointMiddleware,
    foreignBackEnds,
    hostPages,
    server.middleware,
    hosted.middleware,
  ],
  browsers: await Promise.all(names.map((name) => launchers[name]())),
  reporters: [
    missingFilesReporter({ reportTestProgress: process.stdout.isTTY ?? false }),
    totalsReporter,
  ],
};
