import { itemOf } from '../../../demo/server/items/item.js';
import type { CheckedVote } from '../../../demo/server/items/vote.js';
import { newKey } from './ids.js';

/** A first vote of one star, as the queue takes it. */
export const vote = (voter: string, item = itemOf('rating', 'a')): CheckedVote => ({
  item,
  voter,
  key: newKey(),
  choices: '{"value":1}',
  written: false,
  versionBase: 0,
  canChange: true,
  canWithdraw: true,
  at: 0,
});
