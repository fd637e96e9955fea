import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { fills, find, group, mountRating, rating, settled, star } from './rating-page.js';

const pretend = (looks: { media?: string; features?: object[]; touch?: boolean }) =>
  executeServerCommand<boolean, object>('emulate-features', { media: '', features: [], ...looks });

const shape = (element: StarRatingElement, number: number) =>
  getComputedStyle(star(element, number).firstElementChild as Element);

async function mount(): Promise<StarRatingElement> {
  const api = await fakeEndpoint({ ratings: { a: rating({ mean: 3.5 }) } });
  const element = await mountRating(api.url);
  element.histogram = true;
  await element.updateComplete;
  return element;
}

// Only Chromium can pretend.
if (/Chrome\//.test(navigator.userAgent))
  describe('a rating', () => {
    let element: StarRatingElement;

    beforeEach(async () => {
      localStorage.clear();
      element = await mount();
    });
    afterEach(() => pretend({}));

    it('keeps full, empty and partly filled stars apart in forced colours', async () => {
      await pretend({ features: [{ name: 'forced-colors', value: 'active' }] });
      const text = getComputedStyle(document.body).color;
      expect(shape(element, 1).backgroundColor).to.equal(text);
      expect(shape(element, 5).backgroundColor).to.equal(text);
      expect(shape(element, 5).clipPath).to.contain('evenodd');
      expect(fills(element)).to.deep.equal([100, 100, 100, 50, 0]);
      expect(getComputedStyle(star(element, 4), '::after').color).to.equal(text);
      expect(getComputedStyle(find(element, '[part=bar]')).outlineStyle).to.equal('solid');
    });

    it('shows the own vote and the focus in forced colours', async () => {
      await pretend({ features: [{ name: 'forced-colors', value: 'active' }] });
      star(element, 2).click();
      await settled(element);
      star(element, 2).focus();
      expect(getComputedStyle(star(element, 2)).backgroundImage).to.contain('gradient');
      expect(group(element).matches(':focus-within')).to.be.true;
      expect(getComputedStyle(element).getPropertyValue('--_focus')).to.equal('Highlight');
    });

    it('prints its stars with their colour and its numbers in words, without buttons', async () => {
      star(element, 4).click();
      await settled(element);
      element.summary = 'none';
      await element.updateComplete;
      expect(find(element, '[part=summary]').checkVisibility()).to.be.false;
      await pretend({ media: 'print' });
      expect(find(element, '[part=summary]').checkVisibility()).to.be.true;
      expect(find(element, '[part=own-vote]').checkVisibility()).to.be.true;
      expect(find(element, 'button').checkVisibility()).to.be.false;
      expect(getComputedStyle(group(element)).printColorAdjust).to.equal('exact');
    });

    it('has targets of 44 px for fingers, and no wider row for read-only stars', async () => {
      const sizes = () => star(element, 2).getBoundingClientRect();
      expect(sizes().width).to.be.below(44);
      await pretend({ touch: true });
      expect([sizes().width, sizes().height]).to.deep.equal([44, 44]);
      element.readonly = true;
      await element.updateComplete;
      expect(sizes().width).to.be.below(44);
    });
  });

describe('the look of a rating', () => {
  it('moves nothing by itself, so that nobody has to ask for less motion', async () => {
    localStorage.clear();
    const element = await mount();
    const parts = [...element.renderRoot.querySelectorAll<HTMLElement>('*')];
    const moving = parts.filter((part) => {
      const { transitionDuration, animationName } = getComputedStyle(part);
      return transitionDuration !== '0s' || animationName !== 'none';
    });
    expect(moving).to.be.empty;
  });

  it('follows the colour scheme of the page', async () => {
    localStorage.clear();
    const element = await mount();
    const page = element.parentElement as HTMLElement;
    const colours = ['light', 'dark'].map((scheme) => {
      page.style.colorScheme = scheme;
      return shape(element, 1).backgroundColor;
    });
    expect(colours).to.deep.equal(['rgb(163, 68, 8)', 'rgb(242, 166, 90)']);
  });
});
