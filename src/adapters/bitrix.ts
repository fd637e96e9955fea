import type { Adapter, Reading, Request, Source } from '../data/adapter.js';
import { registerAdapter } from '../data/registry.js';
import { type Remembered, forget, recall, remember } from './bitrix-memory.js';
import { type Totals, plainMean, totalsInPage, totalsOf } from './bitrix-totals.js';

/** The options of the adapter; everything has a default. */
export interface BitrixOptions {
  /**
   * Returns the session token. The adapter calls it again with `true` if the site rejected the
   * first token.
   */
  readonly sessid?: (fresh: boolean) => string | Promise<string>;
  /** Id of the site. The request omits it if it is empty. */
  readonly site?: string;
  /** Returns further fields for every request, such as the component's own parameters. */
  readonly fields?: (item: string) => Readonly<Record<string, string>>;
  /** Number of stars; 5 by default. */
  readonly max?: number;
  /**
   * True if the component publishes its damped mean, (sum + 6.25 × max) ÷ (votes + 10). The adapter
   * then computes the plain mean. False by default.
   */
  readonly damped?: boolean;
  /**
   * Returns the totals with which the server rendered the page. The default reads them from the
   * element or from an element with `data-votes`.
   */
  readonly totals?: (item: string) => Totals | undefined;
}

/** Reads `data-<name>` from the element that shows the item, else from `<html>`. */
function fromPage(item: string, name: string): string {
  const mark = document.querySelector(`[item="${CSS.escape(item)}"][data-${name}]`);
  return (mark ?? document.documentElement).getAttribute(`data-${name}`) ?? '';
}

const pageToken = (item: string) =>
  fromPage(item, 'sessid') ||
  (document.querySelector<HTMLMetaElement>('meta[name="bitrix-sessid"]')?.content ?? '');

/** Sends a form to the component. Repeats it once with a fresh token if the site answers 403. */
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
      // The component ties the vote to the site's session, so the request needs cookies.
      credentials: credentials === 'include' ? credentials : 'same-origin',
    });
  };
  const answer = await send(false).catch((error: unknown) => {
    if ((error as { status?: unknown }).status !== 403) throw error;
    return send(true);
  });
  return Object(answer) as Record<string, unknown>;
}

/**
 * Turns the totals into a snapshot of the contract. The component lets readers neither change nor
 * withdraw a vote.
 */
function readingOf(totals: Totals, own: Remembered | undefined, options: BitrixOptions): Reading {
  const { max = 5, damped = false } = options;
  const { votes } = totals;
  const mean = damped ? plainMean(totals, max) : totals.value;
  return {
    // The number of votes never falls, so it serves as the version.
    snapshot: {
      ...{ version: votes, max, votes, mean: votes ? mean : null },
      policy: { change: false, withdraw: false },
    },
    vote: own?.counted ? { value: own.value } : null,
  };
}

/**
 * Returns the newer totals, from the rendered page, which may be old, or from the answer to the
 * reader's vote.
 */
function latest(item: string, own: Remembered | undefined, options: BitrixOptions): Totals {
  const shown = (options.totals ?? totalsInPage)(item) ?? { value: 0, votes: 0 };
  return own?.totals && own.totals.votes > shown.votes ? own.totals : shown;
}

/**
 * Connects the widgets to the vote component of 1C-Bitrix (`bitrix:iblock.vote`). `endpoint` is the
 * address of its AJAX file, and `item` is the id of the element. The component counts one vote for
 * each session and does not return its stars, so this browser stores the reader's vote.
 */
export function bitrixAdapter(options: BitrixOptions = {}): Adapter {
  const hasVoted = async (source: Source, request: Request) =>
    (await post(source, {}, options, request))['voted'] === true;
  return {
    async read(source, request) {
      const own = recall(source);
      const voted = await hasVoted(source, request);
      // The session has ended, and the component has forgotten the vote.
      if (!voted && own?.counted) forget(source);
      return readingOf(latest(source.item, own, options), voted ? own : undefined, options);
    },
    async send(source, { vote, key }, request) {
      const { value } = vote as { value: number };
      const before = recall(source);
      const voted = await hasVoted(source, request);
      // If a vote with this key was sent before and its answer was lost, the component has counted
      // it.
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
