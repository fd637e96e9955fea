import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';

type Json = Record<string, unknown>;

export const option = (id: string, label: string, votes: number | null, more: Json = {}) => ({
  id,
  label,
  description: null,
  image: null,
  pinned: false,
  votes,
  ...more,
});

export const goals = [
  option('a', 'Trade', 33),
  option('b', 'Safety', 30),
  option('c', 'Climate', 24),
  option('d', 'Travel', 21),
];

export const question = (more: Json = {}) => ({
  id: 'q1',
  text: 'What should come first?',
  kind: 'single',
  min: 1,
  max: 1,
  required: true,
  order: 'authored',
  other: false,
  voters: 108,
  votes: 108,
  options: goals,
  ...more,
});

/** An open poll of the contract; `more` replaces fields. */
export const pollBody = (more: Json = {}) => ({
  item: 'goals',
  revision: 1,
  version: 1,
  state: 'open',
  opens_at: null,
  closes_at: null,
  lang: 'en',
  title: 'Your opinion',
  results: 'always',
  results_state: 'visible',
  policy: { change: true, withdraw: true },
  voters: 108,
  questions: [question()],
  ...more,
});

/** The same poll as those see it from whom the counts are kept. */
export function hidden(body: ReturnType<typeof pollBody>) {
  const questions = (body.questions as ReturnType<typeof question>[]).map((one) => ({
    ...one,
    voters: null,
    votes: null,
    options: one.options.map((each) => ({ ...each, votes: null })),
  }));
  return { ...body, results_state: 'hidden', voters: null, questions };
}

export const closed = {
  state: 'closed',
  closes_at: '2020-11-10T00:00:00Z',
  title: 'Poll conducted',
};

export const eventually = (condition: () => unknown, what: string) =>
  waitUntil(async () => Boolean(await condition()), what, { timeout: 15_000 });

/** All text a reader may meet, with single spaces. */
export function textOf(element: Element | null | undefined): string {
  const root = element?.shadowRoot ?? element;
  return (root?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export const shows = (poll: Element, text: string) =>
  eventually(() => textOf(poll).includes(text), `"${text}" in "${textOf(poll)}"`);

export const all = <T extends Element = HTMLElement>(poll: Element, selector: string): T[] => [
  ...(poll.shadowRoot?.querySelectorAll<T>(selector) ?? []),
];

export function one<T extends Element = HTMLElement>(poll: Element, selector: string): T {
  const [found] = all<T>(poll, selector);
  if (!found) throw new Error(`no ${selector} in "${textOf(poll)}"`);
  return found;
}

/** The field whose label is this text. */
export function field(poll: Element, label: string): HTMLInputElement {
  const found = all<HTMLLabelElement>(poll, 'label').find((each) => textOf(each) === label);
  const input = found?.querySelector('input');
  if (!input) throw new Error(`no field "${label}"`);
  return input;
}

export const findButton = (poll: Element, name: string) =>
  all<HTMLButtonElement>(poll, 'button').find((each) => textOf(each) === name);

export function button(poll: Element, name: string): HTMLButtonElement {
  const found = findButton(poll, name);
  if (!found) throw new Error(`no button "${name}"`);
  return found;
}

/** A real click of the mouse in the middle of an element. */
export async function press(target: Element): Promise<void> {
  target.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = target.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({ type: 'click', position });
}

export const keys = async (...names: string[]) => {
  for (const name of names) await sendKeys({ press: name });
};

export const focused = (poll: Element) => poll.shadowRoot?.activeElement ?? null;

/** Compares by identity and fails with markup: a whole element would be more than a report can hold. */
export const expectFocus = (poll: Element, target: Element) =>
  expect(focused(poll) === target, `focus is on ${focused(poll)?.outerHTML}`).to.equal(true);

/** Rows of the results as a reader sees them: label, then numbers. */
export const rows = (poll: Element) =>
  all(poll, 'li.option').map((row) =>
    [textOf(row.querySelector('[part=label]')), textOf(row.querySelector('[part=tally]'))]
      .filter(Boolean)
      .join(' '),
  );
