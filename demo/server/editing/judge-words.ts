import { wordsIn, withoutWords, type OwnWords } from '../ballots/own-words.js';
import { wordsItem } from '../ballots/tally-items.js';
import type { Query } from '../database/database.js';
import { Problem } from '../http/problem.js';
import type { Service } from '../service.js';
import { pollDefinition, type Widget } from '../snapshots/widget.js';
import { tell } from './define.js';

/** Whether all readers may see words. */
export type Approval = OwnWords & { readonly approved: boolean };

interface Row {
  readonly voter: string;
  readonly choices: string | null;
}

/** Makes a version that readers know only where they may see the words. */
const tick = (query: Query, widget: string) =>
  query(
    `insert into tally (widget, item, shard, n, rev) values ($1, $2, 0, 0, 1)
      on conflict (widget, item, shard) do update set rev = tally.rev + 1`,
    [widget, wordsItem],
  );

const nobodyWrote = ({ question }: OwnWords) =>
  new Problem('not_found', { detail: `No ballot holds these words for question "${question}".` });

/** Throws `invalid_selection` where the poll asks no such question, or takes no words for it. */
function requireOffer(widget: Widget, name: string): void {
  const question = pollDefinition(widget)?.questions.find(({ id }) => id === name);
  if (question?.other) return;
  const rule = question ? 'other_not_offered' : 'unknown_question';
  const detail = question
    ? `Question "${name}" takes no words of readers.`
    : `The poll has no question "${name}".`;
  throw new Problem('invalid_selection', { detail, errors: [{ question: name, rule }] });
}

async function isWritten(query: Query, widget: string, { question, words }: OwnWords) {
  const rows = await query(
    'select 1 from written_text where widget = $1 and question = $2 and words = $3 limit 1',
    [widget, question, words],
  );
  return rows.length > 0;
}

/**
 * Shows words to all readers, or takes them back. Throws `invalid_selection` for a question that
 * takes none, and `not_found` for showing what no ballot holds.
 */
export async function approveWritten(
  service: Service,
  widget: Widget,
  { question, words, approved }: Approval,
): Promise<void> {
  const { database } = service;
  const id = widget.widget;
  requireOffer(widget, question);
  const change = approved
    ? 'insert into approved_text (widget, question, words) values ($1, $2, $3) on conflict do nothing'
    : 'delete from approved_text where widget = $1 and question = $2 and words = $3';
  await database.transaction(async (query) => {
    if (approved && !(await isWritten(query, id, { question, words }))) {
      throw nobodyWrote({ question, words });
    }
    await query(change, [id, question, words]);
    await tick(query, id);
  });
  await tell(service, id);
}

/** Ballots rewritten in one transaction: votes wait for no more than these. */
const atOnce = 500;

const holders = (lockRows: string) => `
  select voter, choices from ballot where widget = $1 and voter in (
    select voter from written_text where widget = $1 and question = $2 and words = $3
      order by voter limit ${atOnce}
  ) order by voter ${lockRows}`;

/** Erases words from some of their ballots, which count on; answers how many there were. */
async function eraseSome(query: Query, widget: string, erased: OwnWords, lockRows: string) {
  const { question, words } = erased;
  const rows = await query<Row>(holders(lockRows), [widget, question, words]);
  for (const { voter, choices } of rows) {
    const place = [widget, voter];
    if (choices !== null) {
      const rest = withoutWords(choices, erased);
      const written = Number(wordsIn(rest).length > 0);
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
  await query(approval, [widget, question, words]);
  await tick(query, widget);
  return rows.length;
}

/**
 * Erases words for good, whoever wrote them; the ballots go on choosing the option that stood for
 * them. Throws `not_found` when no ballot holds the words.
 */
export async function eraseWritten(
  service: Service,
  widget: string,
  words: OwnWords,
): Promise<void> {
  const { database } = service;
  const { lockRows } = database;
  const some = () => database.transaction((query) => eraseSome(query, widget, words, lockRows));
  let erased = await some();
  if (!erased) throw nobodyWrote(words);
  await tell(service, widget);
  while (erased === atOnce) erased = await some();
  await tell(service, widget);
  await database.emptyLog();
}
