import type { Item } from '../items/item.js';
import type { StoredItem } from '../items/stored-item.js';
import type { Database } from '../items/database.js';
import { isHeld } from './held-write-ins.js';

interface Row {
  readonly widget: string;
  readonly part: string;
  readonly item: string;
  readonly n: number | string;
  readonly m: number | string;
}

const isApprovedHeld = isHeld('approved');

// A single statement reads definition, counters and approved write-ins at the same moment.
// When two processes remove the last two ballots with the same words at once, the approval can stay
// without a ballot. `isHeld` skips it.
const statement = (isAmong: Database['isAmong']) => `
  select widget, 'tally' as part, item, cast(sum(n) as bigint) as n, cast(sum(rev) as bigint) as m
    from tally where ${isAmong('widget', 1)} group by widget, item
  union all
  select id, case when removed = 1 then 'removed' else 'definition' end, definition, revision, base
    from widget where ${isAmong('id', 1)}
  union all
  select widget, 'approved ' || question, words, 0, 0
    from approved_text as approved where ${isAmong('widget', 1)} and ${isApprovedHeld}
  order by widget, part, item`;

function storedItemOf(item: Item, rows: readonly Row[]): StoredItem {
  const definition = rows.find(({ part }) => part === 'definition' || part === 'removed');
  const counters = rows.filter(({ part }) => part === 'tally');
  const approved = new Map<string, string[]>();
  for (const { part, item: words } of rows) {
    if (!part.startsWith('approved ')) continue;
    const question = part.slice('approved '.length);
    approved.set(question, [...(approved.get(question) ?? []), words]);
  }
  return {
    ...item,
    definition: definition ? (JSON.parse(definition.item) as unknown) : undefined,
    removed: definition?.part === 'removed',
    revision: Number(definition?.n ?? 0),
    versionBase: Number(definition?.m ?? 0),
    changeCount: counters.reduce((sum, { m }) => sum + Number(m), 0),
    counts: new Map(counters.map(({ item: counter, n }) => [counter, Number(n)])),
    approved,
  };
}

/**
 * Reads many items in one query. Returns them by storage key. An item that nobody has used or defined
 * has no definition and no counts.
 */
export async function readItems(
  { query, isAmong }: Pick<Database, 'query' | 'isAmong'>,
  items: readonly Item[],
): Promise<Map<string, StoredItem>> {
  const rows = await query<Row>(statement(isAmong), [items.map(({ id }) => id)]);
  const groups = new Map<string, Row[]>(items.map(({ id }) => [id, []]));
  for (const row of rows) groups.get(row.widget)?.push(row);
  return new Map(items.map((item) => [item.id, storedItemOf(item, groups.get(item.id) ?? [])]));
}
