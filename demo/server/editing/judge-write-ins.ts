import { writeInsIn, withoutWriteIn, type WriteIn } from '../ballots/write-ins.js';
import { writeInsCounter } from '../items/counters.js';
import type { Item } from '../items/item.js';
import type { Query } from '../items/database.js';
import { Problem } from '../items/problem.js';
import { pollDefinitionOf, type StoredItem } from '../items/stored-item.js';
import { announceItem, type EditingContext } from './announce.js';

/** A decision of an editor: whether all readers may see a write-in. */
export type Approval = WriteIn & { readonly approved: boolean };

interface Row {
  readonly voter: string;
  readonly choices: string | null;
}

/** Raises the change count of the item. The version changes only for readers who may see the counts. */
const tick = (query: Query, { id }: Item) =>
  query(
    `insert into tally (widget, item, shard, n, rev) values ($1, $2, 0, 0, 1)
      on conflict (widget, item, shard) do update set rev = tally.rev + 1`,
    [id, writeInsCounter],
  );

const nobodyWrote = ({ question }: WriteIn) =>
  new Problem('not_found', { detail: `No ballot holds these words for question "${question}".` });

/** Throws `invalid_selection` for an unknown question and for one without write-ins. */
function requireOffer(stored: StoredItem, name: string): void {
  const question = pollDefinitionOf(stored)?.questions.find(({ id }) => id === name);
  if (question?.other) return;
  const rule = question ? 'other_not_offered' : 'unknown_question';
  const detail = question
    ? `Question "${name}" takes no words of readers.`
    : `The poll has no question "${name}".`;
  throw new Problem('invalid_selection', { detail, errors: [{ question: name, rule }] });
}

async function isWritten(query: Query, { id }: Item, { question, words }: WriteIn) {
  const rows = await query(
    'select 1 from written_text where widget = $1 and question = $2 and words = $3 limit 1',
    [id, question, words],
  );
  return rows.length > 0;
}

/**
 * Approves a write-in for all readers, or hides it. Throws `invalid_selection` for a question without
 * write-ins, and `not_found` for an approval of words that no ballot contains.
 */
export async function approveWriteIn(
  service: EditingContext,
  stored: StoredItem,
  { question, words, approved }: Approval,
): Promise<void> {
  const { database } = service;
  requireOffer(stored, question);
  const change = approved
    ? 'insert into approved_text (widget, question, words) values ($1, $2, $3) on conflict do nothing'
    : 'delete from approved_text where widget = $1 and question = $2 and words = $3';
  await database.transaction(async (query) => {
    if (approved && !(await isWritten(query, stored, { question, words }))) {
      throw nobodyWrote({ question, words });
    }
    await query(change, [stored.id, question, words]);
    await tick(query, stored);
  });
  await announceItem(service, stored);
}

/** Most ballots that one transaction rewrites. Votes wait for the transaction, so it must be short. */
const atOnce = 500;

/** Selects the next ballots that contain the write-in. */
const holders = (lockRows: string) => `
  select voter, choices from ballot where widget = $1 and voter in (
    select voter from written_text where widget = $1 and question = $2 and words = $3
      order by voter limit ${atOnce}
  ) order by voter ${lockRows}`;

/** Erases a write-in from up to 500 ballots, which still count. Returns the number of ballots. */
async function eraseSome(query: Query, item: Item, erased: WriteIn, lockRows: string) {
  const { question, words } = erased;
  const rows = await query<Row>(holders(lockRows), [item.id, question, words]);
  for (const { voter, choices } of rows) {
    const place = [item.id, voter];
    if (choices !== null) {
      const rest = withoutWriteIn(choices, erased);
      const written = Number(writeInsIn(rest).length > 0);
      await query('update ballot set choices = $3, written = $4 where widget = $1 and voter = $2', [
        ...place,
        rest,
        written,
      ]);
    }
    await query(
      'delete from written_text where widget = $1 and voter = $2 and question = $3 and words = $4',
      [...place, question, words],
    );
  }
  const approval = 'delete from approved_text where widget = $1 and question = $2 and words = $3';
  await query(approval, [item.id, question, words]);
  await tick(query, item);
  return rows.length;
}

/**
 * Erases a write-in from all ballots. They still choose the option `other`. Throws `not_found` when no
 * ballot contains the words.
 */
export async function eraseWriteIn(
  service: EditingContext,
  item: Item,
  words: WriteIn,
): Promise<void> {
  const { database } = service;
  const { lockRows } = database;
  const some = () => database.transaction((query) => eraseSome(query, item, words, lockRows));
  let erased = await some();
  if (!erased) throw nobodyWrote(words);
  await announceItem(service, item);
  while (erased === atOnce) erased = await some();
  await announceItem(service, item);
  await database.emptyLog();
}
