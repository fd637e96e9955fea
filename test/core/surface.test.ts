import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../src/index.js';
import { pollSheet } from '../pictures/states/poll.js';
import { pollBody } from '../poll/poll-bodies.js';
import { ratingSheet } from '../pictures/states/rating.js';
import { shareBarSheet } from '../pictures/states/share-bar.js';
import { show } from '../pictures/show.js';
import type { PictureState } from '../pictures/state.js';
import { until } from '../support/wait.js';

interface Named {
  readonly name: string;
  readonly kind?: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly attribute?: string;
  readonly fieldName?: string;
}

/** An element as custom-elements.json tells it. */
interface Told {
  readonly tagName: string;
  readonly attributes: readonly Named[];
  readonly members: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssStates: readonly Named[];
}

type Seen = Record<'parts' | 'slots' | 'states' | 'events', Set<string>>;

const has = (widget: Element, selector: string) =>
  until(() => widget.shadowRoot?.querySelector(selector), selector);

const debugged = (name: string, markup: PictureState['markup']): PictureState => ({
  name: `${name} with its panel for developers`,
  plans: [{ method: 'GET', status: 404, times: 9 }],
  ready: () => true,
  markup,
  act: (widget) => has(widget, '[part=debug]'),
});

/** What no picture shows: choices in a form, counts that cannot be had, panels. */
const further: Record<string, PictureState[]> = {
  'riac-star-rating': [
    {
      name: 'chosen in a form',
      markup: () => html`<riac-star-rating name="stars"></riac-star-rating>`,
      act: (widget) => widget.shadowRoot?.querySelector<HTMLElement>('[role=radio]')?.click(),
    },
    debugged(
      'rating',
      (url) => html`<riac-star-rating endpoint=${url} item="a" debug></riac-star-rating>`,
    ),
  ],
  'riac-share-bar': [
    {
      name: 'counts on their way',
      plans: [{ method: 'GET', hold: true }],
      ready: (widget) => widget.matches(':state(loading)'),
      markup: (url) => html`<riac-share-bar endpoint=${url} item="a" counts></riac-share-bar>`,
    },
    {
      name: 'counts that cannot be had',
      plans: [{ method: 'GET', status: 500, times: 9 }],
      markup: (url) => html`<riac-share-bar endpoint=${url} item="a" counts></riac-share-bar>`,
      act: (widget) => until(() => widget.matches(':state(error)'), 'the fault'),
    },
    debugged(
      'share bar',
      (url) => html`<riac-share-bar endpoint=${url} item="a" counts debug></riac-share-bar>`,
    ),
  ],
  'riac-poll': [
    {
      name: 'a disabled poll',
      items: { polls: { goals: pollBody() } },
      markup: (url) =>
        html`<riac-poll
          endpoint=${url}
          item="goals"
          disabled
          reason="Sign in to vote."
        ></riac-poll>`,
    },
    debugged('poll', (url) => html`<riac-poll endpoint=${url} item="none" debug></riac-poll>`),
  ],
};

const sheets: Record<string, readonly PictureState[]> = {
  'riac-star-rating': ratingSheet.states,
  'riac-share-bar': shareBarSheet.states,
  'riac-poll': pollSheet('en').states,
};

/** Notes the names that a widget has now. */
function note(widget: Element, seen: Seen, states: readonly string[]): void {
  for (const part of widget.shadowRoot?.querySelectorAll('[part]') ?? []) {
    const names = [...part.part];
    // Entries of a share bar are parts by their network's name too.
    for (const name of names.includes('item') ? ['item'] : names) seen.parts.add(name);
    if (names.includes('more')) seen.parts.add('more');
  }
  for (const slot of widget.shadowRoot?.querySelectorAll('slot') ?? []) seen.slots.add(slot.name);
  for (const state of states) if (widget.matches(`:state(${state})`)) seen.states.add(state);
}

const names = (list: readonly Named[] = []) => list.map(({ name }) => name).sort();
const all = (set: ReadonlySet<string>) => [...set].sort();

/** Names that script can read on the element, declared by its own class. */
function propertiesOf(tag: string): string[] {
  const type = customElements.get(tag) as unknown as {
    prototype: object;
    elementProperties: Map<string, { state?: boolean }>;
  };
  const own = Object.entries(Object.getOwnPropertyDescriptors(type.prototype));
  const accessors = own.filter(([, { get }]) => get).map(([name]) => name);
  return [...new Set([...type.elementProperties.keys(), ...accessors])].sort();
}

describe('the surface that custom-elements.json tells', () => {
  const told = new Map<string, Told>();
  const seen = new Map<string, Seen>();
  const { dispatchEvent } = EventTarget.prototype;

  before(async () => {
    const { modules } = (await (await fetch('/custom-elements.json')).json()) as {
      modules: { declarations?: Told[] }[];
    };
    for (const element of modules.flatMap(({ declarations = [] }) => declarations))
      if (element.tagName) told.set(element.tagName, element);
    EventTarget.prototype.dispatchEvent = function (event) {
      if (this instanceof Element) seen.get(this.localName)?.events.add(event.type);
      return dispatchEvent.call(this, event);
    };
  });
  after(() => {
    EventTarget.prototype.dispatchEvent = dispatchEvent;
  });

  for (const [tag, states] of Object.entries(sheets)) {
    it(`is what <${tag}> has in all its states`, async () => {
      const element = told.get(tag);
      if (!element) throw new Error(`the manifest knows no ${tag}`);
      const found: Seen = {
        parts: new Set(),
        slots: new Set(),
        states: new Set(),
        events: new Set(),
      };
      seen.set(tag, found);
      for (const state of [...states, ...(further[tag] ?? [])]) {
        localStorage.clear();
        const page = await fixture<HTMLElement>(html`<div lang="en"></div>`);
        const early = new MutationObserver(() => {
          for (const one of page.querySelectorAll(tag)) note(one, found, names(element.cssStates));
        });
        early.observe(page, { childList: true, subtree: true });
        const { widget } = await show(page, state);
        note(widget, found, names(element.cssStates));
        early.disconnect();
        fixtureCleanup();
      }
      expect(all(found.parts), 'parts').to.deep.equal(names(element.cssParts));
      expect(all(found.slots), 'slots').to.deep.equal(names(element.slots));
      expect(all(found.states), 'states').to.deep.equal(names(element.cssStates));
      const own = all(found.events).filter((name) => !/^slotchange$/.test(name));
      expect(own, 'events').to.deep.equal(names(element.events));
    }).timeout(120_000);

    it(`names every attribute and property of <${tag}>`, () => {
      const element = told.get(tag);
      const type = customElements.get(tag) as unknown as { observedAttributes: string[] };
      expect(names(element?.attributes)).to.deep.equal([...type.observedAttributes].sort());
      const fields = (element?.members ?? []).filter(
        ({ kind, privacy, static: isStatic }) =>
          kind === 'field' && privacy !== 'protected' && !isStatic,
      );
      expect(names(fields)).to.deep.equal(propertiesOf(tag));
    });
  }
});
