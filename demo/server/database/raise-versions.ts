import type { Query } from '../items/database.js';

/** The version distance of 1000 definitions, more than an editor makes between a backup and its restore. */
const distance = 1_000_000_000;

/**
 * Raises the versions of all items after a restore. Browsers and caches ignore versions below those that
 * they have seen. The version of an item without a definition comes from its counters, so one counter of
 * each such item is raised.
 */
export async function raiseVersions(query: Query): Promise<void> {
  await query('update widget set base = base + $1', [distance]);
  await query(
    `update tally set rev = rev + $1
      where shard >= 0 and not exists (select 1 from widget where id = tally.widget)
        and not exists (select 1 from tally as former
          where former.widget = tally.widget and former.shard >= 0
            and (former.item, former.shard) < (tally.item, tally.shard))`,
    [distance],
  );
}
