import { expectNoFindings, sitePaths } from './site-axe.js';

const paths = (await sitePaths()).filter((path) => path.includes('/docs/'));

describe('the pages of the documentation', () => {
  for (const path of paths) {
    it(`${path} has nothing that axe objects to, in light and dark colours`, () =>
      expectNoFindings(path)).timeout(60_000);
  }
});
