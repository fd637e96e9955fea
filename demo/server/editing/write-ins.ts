import { writeInsIn, type WriteIn } from '../ballots/write-ins.js';
import { inPages } from '../database/read-ballots.js';
import type { Database } from '../items/database.js';
import type { Item } from '../items/item.js';
import type { EditingContext } from './announce.js';

/** A write-in with the number of its ballots and the editor's decision. */
export interface WriteInSummary extends WriteIn {
  /** Number of ballots that contain it. */
  readonly count: number;
  /** True if all readers may see it. */
  readonly approved: boolean;
}

interface Row {
  readonly voter: string;
  readonly choices: string | null;
  readonly at: number | string;
}

const nextPage = `select voter, choices, at from ballot
  where widget = $1 and voter > $2 and written = 1 order by voter limit $3`;

/**
 * Yields the write-ins of all ballots of a poll, each with the time of its ballot (ms since 1970). It
 * reads in pages, so that the server can answer other requests between them.
 */
async function* wordsOf({ query }: Database, { id }: Item) {
  const pages = inPages<Row>((after, limit) => query(nextPage, [id, after?.voter ?? '', limit]));
  for await (const rows of pages) {
    for (const { choices, at } of rows) {
      for (const one of writeInsIn(choices)) yield { ...one, at: Number(at) };
    }
  }
}

/** Returns the write-ins of a poll, the most frequent first, and the newest first among equals. */
export async function readWriteIns(
  { database, cache }: Pick<EditingContext, 'database' | 'cache'>,
  item: Item,
): Promise<WriteInSummary[]> {
  const { approved } = await cache.get(item);
  const found = new Map<string, { written: WriteInSummary; latest: number }>();
  for await (const { question, words, at } of wordsOf(database, item)) {
    const name = `${question}\n${words}`;
    const former = found.get(name);
    const count = (former?.written.count ?? 0) + 1;
    const isApproved = approved.get(question)?.includes(words) ?? false;
    const written = { question, words, count, approved: isApproved };
    found.set(name, { written, latest: Math.max(former?.latest ?? 0, at) });
  }
  const all = [...found.values()];
  all.sort((a, b) => b.written.count - a.written.count || b.latest - a.latest);
  return all.map(({ written }) => written);
}
