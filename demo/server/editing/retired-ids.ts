import { optionCounter, questionCounter } from '../items/counters.js';
import { otherOption } from '../../../src/contract/poll.js';
import type { Database, Query } from '../items/database.js';
import { Problem } from '../items/problem.js';
import type { PollDefinition, Texts } from '../../../src/contract/definition.js';
import type { Item } from '../items/item.js';
import type { StoredItem } from '../items/stored-item.js';
import { isSameText, meaningsOf, type Meaning } from './meanings.js';

const partsOf = (id: string) => id.split('/') as [question: string, option?: string];

/** The counter of a question or an option. */
function counterOf(id: string): string {
  const [question, option] = partsOf(id);
  return option === undefined ? questionCounter(question) : optionCounter(question, option);
}

/**
 * Returns the ids of removed questions and options that have votes: `question` or `question/option`. A
 * new question or option must not reuse them.
 */
export function retiredIds({ counts }: StoredItem, definition: PollDefinition): string[] {
  const present = new Set(meaningsOf(definition).map(({ id }) => id));
  const used = [...counts.keys()].flatMap((item) => {
    const [, id] = /^(?:question|option)\/([^#]+)$/.exec(item) ?? [];
    return id === undefined ? [] : [id];
  });
  return used.filter((id) => !present.has(id)).sort();
}

/** A change of a poll's definition. */
interface Parts {
  readonly item: Item;
  readonly former: PollDefinition | undefined;
  readonly next: PollDefinition;
  /** Ids that the editor allows to return with another meaning. They restart at 0. */
  readonly restart: readonly string[];
}

/** Compares the ids of both definitions. `leaving` are only in the former one, `coming` only in the next. */
const changesOf = ({ former, next }: Parts) => {
  const before = former ? meaningsOf(former) : [];
  const now = meaningsOf(next);
  const lacks = (all: readonly Meaning[]) => {
    const ids = new Set(all.map(({ id }) => id));
    return ({ id }: Meaning) => !ids.has(id);
  };
  return { leaving: before.filter(lacks(now)), coming: now.filter(lacks(before)) };
};

/** Returns the number of ballots by id of the question or option, without imported counts. */
async function votesOf({ query, isAmong }: Asking, { id }: Item, coming: readonly Meaning[]) {
  const items = new Map(coming.map((part) => [counterOf(part.id), part.id]));
  const rows = await query<{ item: string; n: number | string }>(
    `select item, cast(sum(n) as bigint) as n from tally
      where widget = $1 and shard >= 0 and ${isAmong('item', 2)} group by item`,
    [id, [...items.keys()]],
  );
  return new Map(rows.map(({ item, n }) => [items.get(item) ?? '', Number(n)]));
}

type Asking = Pick<Database, 'isAmong'> & { readonly query: Query };

/** Returns the stored texts of retired ids. */
async function formerTexts({ query, isAmong }: Asking, item: Item, ids: readonly string[]) {
  const rows = await query<{ id: string; meaning: string }>(
    `select id, meaning from retired_id where widget = $1 and ${isAmong('id', 2)}`,
    [item.id, ids],
  );
  return new Map(rows.map(({ id, meaning }) => [id, JSON.parse(meaning) as Texts]));
}

/** The error for an id that returns with another meaning. It tells the editor three remedies. */
function refusal({ id, place }: Meaning, former: Texts | undefined, votes: number): Problem {
  const [question, option] = partsOf(id);
  const name = option === undefined ? `"${question}"` : `"${option}" of question "${question}"`;
  const stood = former === undefined ? 'something else' : JSON.stringify(former);
  const detail =
    `${place}: the id ${name} stood for ${stood} before it was removed, and ${votes} ballots hold it. ` +
    `Give this one another id, bring it back as it was, or list "${id}" in restart: then it starts at 0.`;
  const error = { question, rule: 'retired_id' as const, ...(option !== undefined && { option }) };
  return new Problem('malformed', { status: 422, detail, errors: [error] });
}

/**
 * Returns the ids that have votes and come back with another meaning, so that they restart at 0. Throws
 * `malformed` (422) for one that `restart` does not list. An id with its former meaning keeps its votes.
 */
async function findRestarts(asking: Asking, { item, restart }: Parts, coming: Meaning[]) {
  const votes = await votesOf(asking, item, coming);
  const former = await formerTexts(
    asking,
    item,
    coming.map(({ id }) => id),
  );
  const found: string[] = [];
  for (const meaning of coming) {
    const { id, text } = meaning;
    const [question, option] = partsOf(id);
    const held = votes.get(id) ?? 0;
    const known = former.get(id);
    // A restarted question restarts all of its options.
    if (!held || found.includes(question) || (known && isSameText(known, text))) continue;
    const isOwn = option === otherOption;
    if (isOwn || !restart.includes(id)) throw refusal(meaning, known, held);
    found.push(id);
  }
  return found;
}

/**
 * Stores the meaning of ids that leave a poll, and returns the ids to restart at 0. Call it inside the
 * transaction that defines the poll. Throws `malformed` (422), see `findRestarts`.
 */
export async function retireIds(asking: Asking, parts: Parts): Promise<string[]> {
  const { item } = parts;
  const { leaving, coming } = changesOf(parts);
  const restarts = coming.length ? await findRestarts(asking, parts, coming) : [];
  for (const { id } of coming) {
    await asking.query('delete from retired_id where widget = $1 and id = $2', [item.id, id]);
  }
  for (const { id, text } of leaving) {
    await asking.query(
      `insert into retired_id (widget, id, meaning) values ($1, $2, $3)
        on conflict (widget, id) do update set meaning = excluded.meaning`,
      [item.id, id, JSON.stringify(text)],
    );
  }
  return restarts;
}
