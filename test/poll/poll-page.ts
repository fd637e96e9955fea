import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';

export * from './poll-bodies.js';

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
