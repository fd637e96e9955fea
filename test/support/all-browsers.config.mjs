process.env.BROWSERS ??= 'chromium,firefox,webkit';

export default (await import('../../web-test-runner.config.mjs')).default;
