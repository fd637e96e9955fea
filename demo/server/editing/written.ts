import type { Answer } from '../ballots/tally-items.js';
import type { Service } from '../service.js';
import { widgetId } from '../voting/vote.js';

/** Words that readers wrote for the option `other` of a question. */
export interface Written {
  readonly question: string;
  readonly words: string;
  /** How many ballots hold them. */
  readonly count: number;
  readonly approved: boolean;
}

/** More than an editor reads; the newest ballots are looked at. */
const mostBallots = 20_000;

/** All that readers wrote at a poll, the most frequent first. */
export async function readWritten({ database, cache }: Service, item: string): Promise<Written[]> {
  const widget = widgetId('poll', item);
  const { approved } = await cache.get(widget);
  const ballots = await database.query<{ choices: string }>(
    `select choices from ballot where widget = $1 and written = 1 order by at desc limit $2`,
    [widget, mostBallots],
  );
  const found = new Map<string, Written>();
  for (const { choices } of ballots) {
    const { answers } = JSON.parse(choices) as { answers: Answer[] };
    for (const { question, other: words } of answers) {
      if (words === undefined) continue;
      const name = `${question}\n${words}`;
      const count = (found.get(name)?.count ?? 0) + 1;
      const isApproved = approved.get(question)?.includes(words) ?? false;
      found.set(name, { question, words, count, approved: isApproved });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** Shows words to all readers, or takes them back. */
export async function approveWritten(
  { database, cache, hub }: Service,
  item: string,
  { question, words, approved }: Pick<Written, 'question' | 'words' | 'approved'>,
): Promise<void> {
  const widget = widgetId('poll', item);
  const change = approved
    ? 'insert into approved_text (widget, question, words) values ($1, $2, $3) on conflict do nothing'
    : 'delete from approved_text where widget = $1 and question = $2 and words = $3';
  await database.transaction(async (query) => {
    await query(change, [widget, question, words]);
    // The snapshot is another one now, so its version must be.
    await query('update widget set base = base + 1 where id = $1', [widget]);
  });
  cache.drop(widget);
  hub.poke([widget]);
  await database.announce(widget);
}
