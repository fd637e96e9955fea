import { expect, fixture, html } from '@open-wc/testing';
import '../../src/poll/poll-define.js';
import '../../src/star-rating/star-rating-define.js';
import { pollBody } from '../poll/poll-bodies.js';
import { rating } from '../star-rating/rating-page.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';

type Widget = HTMLElementTagNameMap['riac-poll' | 'riac-star-rating'];

/** What makes an element show only: an attribute of its own, or a fieldset of the page. */
const ways: Record<string, (widget: Widget) => void> = {
  readonly: (widget) => widget.toggleAttribute('readonly', true),
  disabled: (widget) => widget.toggleAttribute('disabled', true),
  'disabled with a reason'(widget) {
    widget.toggleAttribute('disabled', true);
    widget.setAttribute('reason', 'Sign in to vote.');
  },
  'a disabled fieldset': (widget) => widget.closest('fieldset')?.toggleAttribute('disabled', true),
};

const votes: Record<string, (widget: Widget) => void> = {
  'riac-star-rating': (widget) => pressable(widget)[3]?.click(),
  'riac-poll'(widget) {
    widget.shadowRoot?.querySelector<HTMLInputElement>('input')?.click();
    widget.shadowRoot?.querySelector<HTMLButtonElement>('button.primary')?.click();
  },
};

/** All that a pointer or a key could act on. */
const pressable = (widget: Widget): HTMLElement[] => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(
    'button, input, a, [role=radio], [tabindex="0"]',
  ) ?? []),
];

const writes = async (api: FakeEndpoint) =>
  (await api.requests()).filter(({ method }) => method !== 'GET').length;

const textOf = (widget: Widget) => widget.shadowRoot?.textContent ?? '';

/** Two copies of one item; the second is in a fieldset of its own. */
async function copies(tag: string, api: FakeEndpoint): Promise<[Widget, Widget]> {
  const page = await fixture<HTMLElement>(
    html`<div data-riac-endpoint=${api.url}><fieldset></fieldset></div>`,
  );
  const make = () => Object.assign(document.createElement(tag), { item: 'a' }) as Widget;
  const [free, shown] = [make(), make()];
  page.prepend(free);
  page.querySelector('fieldset')?.append(shown);
  for (const widget of [free, shown]) {
    await until(() => pressable(widget).length, 'the numbers');
  }
  return [free, shown];
}

for (const [tag, vote] of Object.entries(votes)) {
  describe(`a ${tag} that only shows`, () => {
    let api: FakeEndpoint;
    let free: Widget;
    let shown: Widget;

    beforeEach(async () => {
      localStorage.clear();
      api = await fakeEndpoint({ ratings: { a: rating() }, polls: { a: pollBody({ item: 'a' }) } });
      [free, shown] = await copies(tag, api);
    });

    for (const [way, make] of Object.entries(ways)) {
      it(`by ${way} has nothing to press, before a vote of another copy and after it`, async () => {
        make(shown);
        await until(() => !pressable(shown).length, 'the last button to go');
        vote(free);
        await until(() => free.matches(':state(voted)') && !free.matches(':state(pending)'), 'it');
        await shown.updateComplete;
        expect(pressable(shown)).to.deep.equal([]);
        expect(pressable(free)).not.to.be.empty;
        expect(shown.matches(':state(voted)'), 'knows the vote').to.equal(true);
        shown.click();
        shown.focus();
        expect(await writes(api)).to.equal(1);
      });

      it(`by ${way} says what went wrong without a button`, async () => {
        make(shown);
        await api.plan({ method: 'PUT', status: 503, headers: { 'retry-after': '600' } });
        vote(free);
        await until(() => textOf(shown).includes('will be sent later'), 'the fault');
        expect(pressable(shown)).to.deep.equal([]);
        expect(pressable(free)).not.to.be.empty;
      });
    }

    for (const way of ['readonly', 'disabled', 'a disabled fieldset']) {
      it(`by ${way} says the page’s reason, and only while it shows only`, async () => {
        shown.setAttribute('reason', 'Sign in to vote.');
        await shown.updateComplete;
        expect(textOf(shown)).not.to.contain('Sign in');
        ways[way]?.(shown);
        await until(() => textOf(shown).includes('Sign in to vote.'), 'the reason');
        shown.removeAttribute('reason');
        await until(() => !textOf(shown).includes('Sign in'), 'the reason to go');
      });
    }

    it('sends no vote that an earlier visit has kept, until a copy may vote', async () => {
      await api.plan({ method: 'PUT', status: 503, times: 100, headers: { 'retry-after': '1' } });
      vote(free);
      await until(() => textOf(free).includes('will be sent later'), 'the fault');
      free.remove();
      shown.remove();
      await api.heal();
      const sent = await writes(api);
      const late = document.createElement(tag) as Widget;
      Object.assign(late, { endpoint: api.url, item: 'a', readonly: true });
      document.body.append(late);
      await until(() => textOf(late).includes(tag === 'riac-poll' ? 'voters' : 'votes: 5'), 'it');
      // The wait that the server asked for is over; another page or a network would wake it up.
      await new Promise((done) => setTimeout(done, 1100));
      dispatchEvent(new Event('online'));
      await until(async () => (await api.requests('GET')).length > 2, 'the numbers again');
      expect(await writes(api)).to.equal(sent);
      late.toggleAttribute('readonly', false);
      await late.updateComplete;
      dispatchEvent(new Event('online'));
      await until(async () => (await writes(api)) > sent, 'the kept vote');
      late.remove();
    });

    it('takes votes again when the page allows them', async () => {
      ways['disabled with a reason']?.(shown);
      await until(() => textOf(shown).includes('Sign in to vote.'), 'the reason');
      shown.toggleAttribute('disabled', false);
      await until(() => pressable(shown).length, 'the buttons');
      expect(textOf(shown)).not.to.contain('Sign in');
      for (const property of ['disabled', 'readonly'] as const) {
        shown[property] = true;
        await until(() => !pressable(shown).length, `${property} as a property`);
        shown[property] = false;
        await until(() => pressable(shown).length, `${property} to be off`);
      }
      vote(shown);
      await until(() => shown.matches(':state(voted)'), 'the vote');
    });

    it('says that the numbers cannot be had, and offers no other try', async () => {
      await api.plan({ path: '/state', status: 503, code: 'unavailable' });
      const late = Object.assign(document.createElement(tag), { item: 'b' }) as Widget;
      late.toggleAttribute('readonly', true);
      free.after(late);
      await until(() => textOf(late).includes('not available just now'), 'the fault');
      expect(pressable(late)).to.deep.equal([]);
    });
  });
}
