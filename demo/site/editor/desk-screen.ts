import { type PollSummary, type StoredPoll, listPolls, readPoll } from './api.js';
import { type SentenceName, lang } from './words.js';

/** The screens of the editor's desk. */
export type Screen =
  | { readonly phase: 'loading' }
  | { readonly phase: 'sign-in'; readonly fault: SentenceName | undefined }
  | { readonly phase: 'list'; readonly polls: readonly PollSummary[] }
  | { readonly phase: 'new'; readonly taken: readonly string[] }
  | { readonly phase: 'poll'; readonly poll: PollSummary; readonly stored: StoredPoll }
  | { readonly phase: 'missing' }
  | { readonly phase: 'failed'; readonly said: string };

const prefix = '#/polls/';

/** Returns the screen for the fragment of an address: `#/new`, `#/polls/…`, or the list for all others. */
export async function screenFor(address: string): Promise<Screen> {
  const polls = await listPolls(lang);
  if (address === '#/new') return { phase: 'new', taken: polls.map(({ item }) => item) };
  if (!address.startsWith(prefix)) return { phase: 'list', polls };
  const item = decodeURIComponent(address.slice(prefix.length));
  const poll = polls.find((each) => each.item === item);
  return poll ? { phase: 'poll', poll, stored: await readPoll(item) } : { phase: 'missing' };
}
