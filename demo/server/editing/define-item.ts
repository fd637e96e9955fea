import { completePoll, pollFault, ratingFault } from '../../../src/contract/definition-rules.js';
import { starCounter } from '../items/counters.js';
import { Problem } from '../items/problem.js';
import type {
  Definition,
  PollDefinition,
  RatingDefinition,
} from '../../../src/contract/definition.js';
import type { Item } from '../items/item.js';
import type { Query } from '../items/database.js';
import { announceItem, type EditingContext } from './announce.js';
import { requireBasis } from './definition-tag.js';
import { importedPollCounts, sameChoices, type Imported } from './poll-rules.js';
import { restartIds } from './restart-ids.js';
import { retireIds } from './retired-ids.js';

/** The shard of imported counts, which a recount skips. */
export const importedShard = -1;

/**
 * Distance between version bases. It exceeds the number of changes under one definition, so that every
 * new version is above all former ones, hidden changes included.
 */
const versionsPerDefinition = 1_000_000;

interface Row {
  readonly definition: string;
  readonly revision: number | string;
  readonly base: number | string;
  readonly source: string | null;
  readonly removed: number | string;
}

/** The result of a definition; `unchanged` when it equals the stored one. */
export type Defined = 'created' | 'changed' | 'unchanged';

interface Change {
  readonly item: Item;
  readonly definition: Definition;
  readonly imported: Imported;
  /** Whether ballots under a former definition fit the new one. */
  readonly fits: (former: Definition) => boolean;
  /** Updates the retired ids of a poll. Returns the ids to restart at 0. */
  readonly retire?: (query: Query, former: Definition | undefined) => Promise<string[]>;
  /** Hash of the JSON file that contains the definition; `undefined` for a change through the API. */
  readonly source?: string | undefined;
  /**
   * Tags of the definition that the editor changed, as in `If-Match`. `''` demands that none is stored,
   * and `undefined` demands nothing.
   */
  readonly basis?: string | undefined;
}

/** Deletes the imported counts of the former definition and stores those of the new one. */
async function replaceImported(query: Query, { item, imported }: Change): Promise<void> {
  await query('delete from tally where widget = $1 and shard = $2', [item.id, importedShard]);
  for (const [counter, count] of imported) {
    await query('insert into tally (widget, item, shard, n, rev) values ($1, $2, $3, $4, 0)', [
      item.id,
      counter,
      importedShard,
      count,
    ]);
  }
}

/**
 * Reads and locks the definition of an item until the end of the transaction; `undefined` for none. A
 * placeholder row makes two first definitions wait for each other as well.
 */
export async function lockDefinition(query: Query, { id }: Item, lockRows: string) {
  await query(
    `insert into widget (id, definition, revision, base) values ($1, '{}', 0, 0)
      on conflict do nothing`,
    [id],
  );
  const [row] = await query<Row>(
    `select definition, revision, base, source, removed from widget where id = $1 ${lockRows}`,
    [id],
  );
  return Number(row?.revision) ? row : undefined;
}

/**
 * The version base of the next definition. It is a multiple of the distance, since readers see the
 * difference of two versions, and it must not reveal how often hidden counts have changed.
 */
export async function nextVersionBase(
  query: Query,
  { id }: Item,
  former: Row | undefined,
): Promise<number> {
  const [row] = await query<{ n: number | string | null }>(
    'select cast(sum(rev) as bigint) as n from tally where widget = $1',
    [id],
  );
  const last = Number(former?.base ?? 0) + Number(row?.n ?? 0);
  return (Math.round(last / versionsPerDefinition) + 1) * versionsPerDefinition;
}

/**
 * Stores a definition inside a transaction. The revision grows when ballots no longer fit, and the
 * version base grows with every change. Throws `revision_changed` (412), see `requireBasis`.
 */
async function write(query: Query, change: Change, lockRows: string): Promise<Defined> {
  const { item, definition, fits } = change;
  const former = await lockDefinition(query, item, lockRows);
  requireBasis(former, change.basis);
  // A change through the API keeps the hash of the file, so that a restart does not load the file again.
  const source = change.source ?? former?.source ?? null;
  const text = JSON.stringify(definition);
  const isSame = former?.definition === text && former.source === source;
  if (isSame && !Number(former.removed)) return 'unchanged';
  const known = former && (JSON.parse(former.definition) as Definition);
  const kept = known && fits(known);
  const revision = Number(former?.revision ?? 0) + (kept ? 0 : 1);
  const restarts = (await change.retire?.(query, known)) ?? [];
  if (restarts.length) await restartIds(query, lockRows, { item, ids: restarts, revision });
  const base = await nextVersionBase(query, item, former);
  await query(
    `update widget set definition = $2, revision = $3, base = $4, source = $5, removed = 0
      where id = $1`,
    [item.id, text, revision, base, source],
  );
  await replaceImported(query, change);
  return former ? 'changed' : 'created';
}

/** Stores a definition, then notifies subscribers if it differs from the stored one. */
async function apply(service: EditingContext, change: Change): Promise<Defined> {
  const { database } = service;
  const done = await database.transaction((query) => write(query, change, database.lockRows));
  if (done !== 'unchanged') await announceItem(service, change.item);
  return done;
}

/** Throws `malformed` for a fault that the schema cannot find. */
function requireSound(fault: string | undefined): void {
  if (fault) throw new Problem('malformed', { detail: fault });
}

/**
 * Creates or changes the definition of a poll. Ballots stay valid as long as the options are the same.
 * Throws `malformed` for a faulty definition, `malformed` (422) for a reused id, see `retireIds`, and
 * `revision_changed` (412), see `requireBasis`.
 */
export function definePoll(
  service: EditingContext,
  item: Item,
  definition: PollDefinition,
  origin: Pick<Change, 'source' | 'basis'> = {},
): Promise<Defined> {
  const complete = completePoll(definition);
  const { restart = [] } = definition;
  requireSound(pollFault(complete, restart));
  const { isAmong } = service.database;
  return apply(service, {
    item,
    definition: complete,
    retire: (query, former) =>
      retireIds(
        { query, isAmong },
        { item, former: former as PollDefinition | undefined, next: complete, restart },
      ),
    imported: importedPollCounts(complete),
    fits: (former) => sameChoices(former as PollDefinition, complete),
    ...origin,
  });
}

/**
 * Creates or changes the definition of a rating: stars, times, policy and imported votes. Throws
 * `malformed` for a faulty definition and `revision_changed` (412), see `requireBasis`.
 */
export function defineRating(
  service: EditingContext,
  item: Item,
  definition: RatingDefinition,
  origin: Pick<Change, 'source' | 'basis'> = {},
): Promise<Defined> {
  requireSound(ratingFault(definition));
  const histogram = definition.imported?.histogram ?? [];
  return apply(service, {
    item,
    definition,
    imported: histogram.map((count, index) => [starCounter(index + 1), count] as const),
    fits: () => true,
    ...origin,
  });
}
