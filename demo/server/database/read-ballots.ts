import { setImmediate as otherWork } from 'node:timers/promises';
import type { Item } from '../items/item.js';
import type { Ballot } from '../items/vote.js';
import { placeName } from '../ballots/decide-batch.js';
import type { Database } from '../items/database.js';

/** The key of a ballot: the item and the voter. */
export interface Place {
  readonly item: Item;
  readonly voter: string;
}

type Row = { readonly widget: string; readonly voter: string } & {
  readonly key: string;
  readonly choices: string | null;
  readonly at: unknown;
};

/** Reads several ballots in one query; the keys of the result are from `placeName`. */
export async function readBallots(
  { query, isAmong }: Pick<Database, 'query' | 'isAmong'>,
  places: readonly Place[],
): Promise<Map<string, Ballot>> {
  // A voter has a different name at each item, so two lists find the pairs without a join.
  const rows = await query<Row>(
    `select widget, voter, key, choices, at from ballot
      where ${isAmong('widget', 1)} and ${isAmong('voter', 2)}`,
    [places.map(({ item }) => item.id), places.map(({ voter }) => voter)],
  );
  return new Map(
    rows.map(({ widget, voter, key, choices, at }) => [
      placeName(widget, voter),
      { key, choices, at: Number(at) },
    ]),
  );
}

const page = 5000;

/** All rows of a query in pages of 5000. `next` reads the page after a row. Other work runs between pages. */
export async function* inPages<Row>(
  next: (after: Row | undefined, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let last: Row | undefined; ; await otherWork()) {
    const rows = await next(last, page);
    yield rows;
    last = rows.at(-1);
    if (rows.length < page) return;
  }
}

/** One voter's ballot. */
export const readBallot = async (database: Database, place: Place) =>
  (await readBallots(database, [place])).get(placeName(place.item.id, place.voter)) ?? null;
