import { expect, fixture, html } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import { group, loaded, rating, said, settled, star } from './rating-page.js';

type Act = (element: StarRatingElement, api: FakeEndpoint) => Promise<unknown>;

const press = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));

const states: [state: string, changes: object, act: Act][] = [
  ['open', {}, () => Promise.resolve()],
  ['unrated', { votes: 0, mean: null, histogram: [0, 0, 0, 0, 0] }, () => Promise.resolve()],
  ['closed', { state: 'closed' }, () => Promise.resolve()],
  [
    'chosen by key',
    {},
    (element) => {
      press(star(element, 1), '4');
      return element.updateComplete;
    },
  ],
  [
    'voted',
    {},
    (element) => {
      star(element, 4).click();
      return settled(element);
    },
  ],
  [
    'voted and final',
    { policy: { change: false, withdraw: false } },
    (element) => {
      star(element, 4).click();
      return until(() => group(element).getAttribute('role') === 'img', 'the end of voting');
    },
  ],
  [
    'refused',
    {},
    async (element, api) => {
      await api.plan({ method: 'PUT', status: 403, code: 'login_required' });
      star(element, 2).click();
      await until(() => said(element)[1], 'the refusal');
    },
  ],
];

async function mount(changes: object, lang: string) {
  const api = await fakeEndpoint({ ratings: { a: rating(changes) } });
  const page = await fixture<HTMLElement>(
    html`<div lang=${lang}>
      <riac-star-rating endpoint=${api.url} item="a" histogram summary="full short">
      </riac-star-rating>
    </div>`,
  );
  const element = page.querySelector('riac-star-rating') as StarRatingElement;
  await until(() => element.matches(':not(:state(loading))'), 'the rating to load');
  await loaded(element);
  return { page, element, api };
}

describe('accessibility', () => {
  beforeEach(() => localStorage.clear());

  for (const lang of ['en', 'ru']) {
    for (const [state, changes, act] of states) {
      it(`has no finding in ${lang} when the rating is ${state}`, async () => {
        const { page, element, api } = await mount(changes, lang);
        await act(element, api);
        await expect(page).to.be.accessible();
      });
    }
  }

  it('has no finding in dark pages', async () => {
    const { page, element } = await mount({}, 'en');
    page.style.cssText = 'color-scheme: dark; background: #111; color: #eee';
    star(element, 4).click();
    await settled(element);
    await expect(page).to.be.accessible();
  });

  it('has no finding for a form control in a labelled form', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <riac-star-rating name="stars" value="3" required></riac-star-rating>
        <riac-star-rating name="half" step="0.5" value="2.5"></riac-star-rating>
        <riac-star-rating value="3.7" readonly></riac-star-rating>
        <riac-star-rating name="none" disabled reason="Sign in to vote."></riac-star-rating>
      </form>`,
    );
    await expect(form).to.be.accessible();
  });
});

interface Node {
  role: string;
  name?: string;
  description?: string;
  checked?: boolean;
  children?: Node[];
}

/** The tree as Chromium and Firefox give it to assistive technology. */
async function spoken(): Promise<string[]> {
  const tree = (await a11ySnapshot({})) as unknown as Node;
  const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];
  return flat(tree)
    .filter(({ role }) => ['radio', 'image', 'img', 'button'].includes(role))
    .map(({ role, name, checked }) => `${role} ${name ?? ''}${checked ? ' (checked)' : ''}`);
}

const chromium = /Chrome\//.test(navigator.userAgent);

// Only Chromium's protocol tells the tree.
if (chromium)
  describe('the accessibility tree', () => {
    beforeEach(() => localStorage.clear());

    it('is a named group of named radios in English', async () => {
      const { element } = await mount({}, 'en');
      star(element, 4).click();
      await settled(element);
      expect(await spoken()).to.deep.equal([
        'radio 1 star of 5',
        'radio 2 stars of 5',
        'radio 3 stars of 5',
        'radio 4 stars of 5 (checked)',
        'radio 5 stars of 5',
        'button Remove my vote',
      ]);
    });

    it('is a named group of named radios in Russian', async () => {
      await mount({}, 'ru');
      expect(await spoken()).to.deep.equal([
        'radio 1 звезда из 5',
        'radio 2 звезды из 5',
        'radio 3 звезды из 5',
        'radio 4 звезды из 5',
        'radio 5 звёзд из 5',
      ]);
    });

    it('is one image where nobody can vote', async () => {
      await mount({ state: 'closed' }, 'en');
      expect(await spoken()).to.deep.equal([
        'image Average rating 4 of 5, 5 votes. Voting is closed.',
      ]);
    });
  });
