import type { Adapter, Reading, Request } from '../data/adapter.js';
import { registerAdapter } from '../data/registry.js';
import type { Source } from '../data/source.js';
import { type Remembered, forget, recall, remember } from './bitrix-memory.js';
import { type Totals, plainMean, totalsInPage, totalsOf } from './bitrix-totals.js';

/** What a page may tell of its component; everything has a default. */
export interface BitrixOptions {
  /** Session token. Called again with `true` when the first one was refused. */
  readonly sessid?: (fresh: boolean) => string | Promise<string>;
  /** Id of the site; left out when empty. */
  readonly site?: string;
  /** Further fields of every request, such as the component's own parameters. */
  readonly fields?: (item: string) => Readonly<Record<string, string>>;
  /** Number of stars; 5 by default. */
  readonly max?: number;
  /**
   * True where the component shows its damped mean, (sum + 6.25 × max) ÷ (votes + 10): the plain mean
   * is worked out from it. False by default.
   */
  readonly damped?: boolean;
  /** Numbers that the page was rendered with; by default those of the element or a `data-votes` mark. */
  readonly totals?: (item: string) => Totals | undefined;
}

/** `data-<name>` of the element that shows the item, else of the page. */
function fromPage(item: string, name: string): string {
  const mark = document.querySelector(`[item="${CSS.escape(item)}"][data-${name}]`);
  return (mark ?? document.documentElement).getAttribute(`data-${name}`) ?? '';
}

const pageToken = (item: string) =>
  fromPage(item, 'sessid') ||
  (document.querySelector<HTMLMetaElement>('meta[name="bitrix-sessid"]')?.content ?? '');

/** One request of the component: a form; once more with a fresh token where the first was refused. */
async function post(
  source: Source,
  fields: Readonly<Record<string, string>>,
  options: BitrixOptions,
  request: Request,
): Promise<Record<string, unknown>> {
  const { item, endpoint, credentials } = source;
  const { sessid = () => pageToken(item), site = fromPage(item, 'site-id') } = options;
  const send = async (fresh: boolean) => {
    const form = {
      ...options.fields?.(item),
      ...fields,
      vote_id: item,
      sessid: await sessid(fresh),
    };
    return request(endpoint, {
      method: 'POST',
      body: new URLSearchParams(site ? { ...form, site_id: site } : form),
      // The vote belongs to the session of the site.
      credentials: credentials === 'include' ? credentials : 'same-origin',
    });
  };
  const answer = await send(false).catch((error: unknown) => {
    if ((error as { status?: unknown }).status !== 403) throw error;
    return send(true);
  });
  return Object(answer) as Record<string, unknown>;
}

/** The component as a snapshot of the contract. A vote can be neither changed nor withdrawn. */
function readingOf(totals: Totals, own: Remembered | undefined, options: BitrixOptions): Reading {
  const { max = 5, damped = false } = options;
  const { votes } = totals;
  const mean = damped ? plainMean(totals, max) : totals.value;
  return {
    // Votes are only ever added, so their number serves as the version.
    snapshot: {
      ...{ version: votes, max, votes, mean: votes ? mean : null },
      policy: { change: false, withdraw: false },
    },
    vote: own?.counted ? { value: own.value } : null,
  };
}

/** The later of what the page was rendered with, perhaps long ago, and what a vote has answered. */
function latest(item: string, own: Remembered | undefined, options: BitrixOptions): Totals {
  const shown = (options.totals ?? totalsInPage)(item) ?? { value: 0, votes: 0 };
  return own?.totals && own.totals.votes > shown.votes ? own.totals : shown;
}

/**
 * Speaks with the vote component of 1C-Bitrix (`bitrix:iblock.vote`). The endpoint is the address of
 * its AJAX file, the item the id of the element. The component counts one vote a session and does not
 * say which star it was, so this browser remembers its own.
 */
export function bitrixAdapter(options: BitrixOptions = {}): Adapter {
  const hasVoted = async (source: Source, request: Request) =>
    (await post(source, {}, options, request))['voted'] === true;
  return {
    async read(source, request) {
      const own = recall(source);
      const voted = await hasVoted(source, request);
      // The session has ended meanwhile, and with it the vote.
      if (!voted && own?.counted) forget(source);
      return readingOf(latest(source.item, own, options), voted ? own : undefined, options);
    },
    async send(source, { vote, key }, request) {
      const { value } = vote as { value: number };
      const before = recall(source);
      const voted = await hasVoted(source, request);
      // A vote that was sent before under this key, and whose answer was lost, has been counted.
      if (voted && before?.key !== key) {
        throw Object.assign(new Error('already voted'), {
          ...{ status: 409, code: 'already_voted' },
          body: readingOf(latest(source.item, before, options), before, options),
        });
      }
      remember(source, { key, value, counted: voted });
      const form = { vote: 'Y', rating: String(value - 1) };
      const totals = totalsOf(await post(source, form, options, request));
      const own = { key, value, counted: true, totals };
      remember(source, own);
      return readingOf(totals, own, options);
    },
  };
}

registerAdapter('bitrix', bitrixAdapter());
