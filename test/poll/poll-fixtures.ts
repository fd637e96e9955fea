import { expect, fixture, html } from '@open-wc/testing';
import '../../src/poll/poll-define.js';
import type { PollElement } from '../../src/poll/poll-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { eventually, textOf } from './poll-page.js';

export * from './poll-page.js';

/** A poll element on a back end of its own that holds one poll, named `goals`. */
export async function mount(
  body: object,
  attributes: Record<string, string> = {},
): Promise<{ poll: PollElement; api: FakeEndpoint }> {
  const api = await fakeEndpoint({ polls: { goals: body } });
  const poll = await mountOn(api, attributes);
  return { poll, api };
}

export async function mountOn(
  api: FakeEndpoint,
  attributes: Record<string, string> = {},
): Promise<PollElement> {
  const poll = document.createElement('riac-poll');
  poll.endpoint = api.url;
  poll.item = 'goals';
  for (const [name, value] of Object.entries(attributes)) poll.setAttribute(name, value);
  await fixture(html`<div>${poll}</div>`);
  await eventually(() => textOf(poll), 'the poll');
  return poll;
}

/** Writes of votes so far: their bodies, `null` for withdrawals. */
export async function votes(api: FakeEndpoint): Promise<unknown[]> {
  const log = await api.requests();
  return log.filter(({ path }) => path.endsWith('/vote')).map(({ body }) => body);
}

export const expectVote = async (api: FakeEndpoint, ...answers: object[]) =>
  expect((await votes(api)).at(-1)).to.deep.equal({ revision: 1, answers });
