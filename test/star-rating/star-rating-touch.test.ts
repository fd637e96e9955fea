import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import { checkedStar, counted, fills, loaded, middle, rating, star } from './rating-page.js';

type Point = [x: number, y: number];

const touch = (from: Point, to: Point) =>
  executeServerCommand<boolean, object>('touch', { from, to });

// Only Chromium's driver has fingers that scroll.
if (/Chrome\//.test(navigator.userAgent))
  describe('a finger', () => {
    let api: FakeEndpoint;
    let element: StarRatingElement;
    let previews: number;

    beforeEach(async () => {
      localStorage.clear();
      previews = 0;
      api = await fakeEndpoint({ ratings: { a: rating() } });
      const page = await fixture<HTMLElement>(
        html`<div>
          <p id="air"></p>
          <riac-star-rating endpoint=${api.url} item="a"></riac-star-rating>
          <p id="ground"></p>
        </div>`,
      );
      for (const space of page.querySelectorAll('p')) space.style.height = '1500px';
      element = page.querySelector('riac-star-rating') as StarRatingElement;
      element.addEventListener('riac-preview', () => previews++);
      scrollTo(0, 1300);
      await loaded(element);
    });

    it('votes by one tap', async () => {
      await touch(middle(star(element, 4)), middle(star(element, 4)));
      await counted(element, 4);
      expect((await api.requests('PUT')).map(({ body }) => body)).to.deep.equal([{ value: 4 }]);
      expect(previews).to.equal(0);
    });

    it('that swipes over the stars scrolls the page and never votes', async () => {
      const [x, y] = middle(star(element, 3));
      const stopped: boolean[] = [];
      const note = ({ defaultPrevented }: Event) => stopped.push(defaultPrevented);
      for (const type of ['touchstart', 'touchmove']) addEventListener(type, note);
      await touch([x, y], [x, y - 150]);
      for (const type of ['touchstart', 'touchmove']) removeEventListener(type, note);
      expect(stopped).to.contain(false).and.not.contain(true);
      await until(() => scrollY > 1350, 'the page to scroll');
      expect(checkedStar(element)).to.equal(0);
      expect(await api.requests('PUT')).to.be.empty;
      expect(previews).to.equal(0);
      expect(fills(element)).to.deep.equal([100, 100, 100, 100, 0]);
    });
  });
