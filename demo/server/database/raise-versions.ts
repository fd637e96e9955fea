import type { Query } from '../items/database.js';

/** As far as a thousand new definitions go: more than happens between a backup and its restore. */
const distance = 1_000_000_000;

/**
 * Raises the versions of all items, so that browsers and caches which have seen later ones take what
 * is there now. An item that nobody has defined has its version in its counters.
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
