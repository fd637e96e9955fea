import { itemOfId, type Item } from '../items/item.js';
import type { Database } from '../items/database.js';

/** Ids of polls after a given one, in order: one page of the archive. */
export async function readPolls(
  { query }: Pick<Database, 'query'>,
  after: string,
  limit: number,
): Promise<Item[]> {
  // A semicolon follows the colon in the order of bytes: the end of everything called "poll:…".
  const rows = await query<{ id: string }>(
    `select id from widget where id > $1 and id < 'poll;' order by id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => itemOfId(id));
}
