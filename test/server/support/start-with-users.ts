// A start file as DEPLOYMENT.md describes it: users and proofs by a header each.
import { run } from '../../../demo/server/run.js';

await run({
  identify: async ({ headers }) => {
    const user = headers['x-user'];
    if (user === 'nobody') throw new Error('the sessions are away');
    return typeof user === 'string' ? user : undefined;
  },
  challenge: ({ headers }) => headers['x-proof'] === 'human',
});
