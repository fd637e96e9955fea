import type { Database } from '../items/database.js';

interface Row {
  readonly widget: string;
  readonly n: number | string;
}

/** `versionBase + changeCount` of many items in one query. It differs after a change by another process. */
export async function readChangeCounts(
  { query, isAmong }: Pick<Database, 'query' | 'isAmong'>,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await query<Row>(
    `select widget, cast(sum(n) as bigint) as n from (
       select widget, rev as n from tally where ${isAmong('widget', 1)}
       union all select id, base from widget where ${isAmong('id', 1)}
     ) as parts group by widget`,
    [ids],
  );
  return new Map(rows.map(({ widget, n }) => [widget, Number(n)]));
}
