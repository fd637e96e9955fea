import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { pollBody, textOf } from '../poll/poll-page.js';
import { rating } from '../star-rating/rating-page.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';

/** A carrier as an editor pastes it, inserted into the page now. */
const paste = (endpoint: string, inner: ReturnType<typeof html>) =>
  fixture<HTMLElement>(html`<section data-riac-endpoint=${endpoint}>${inner}</section>`);

describe('a carrier for editors that drop unknown tags', () => {
  beforeEach(() => localStorage.clear());

  it('becomes the widget it names, with its options, inserted at any time', async () => {
    const api = await fakeEndpoint({
      ratings: { a: rating() },
      polls: { goals: pollBody({ title: 'Tea' }) },
    });
    const place = await paste(
      api.url,
      html`<div data-riac="poll" data-item="goals" data-heading-level="2"></div>
        <div data-riac="star-rating" data-item="a"></div>
        <div data-riac="share-bar" data-networks="telegram" data-share-title="Tea & milk"></div>`,
    );
    const poll = () => place.querySelector('riac-poll');
    await until(() => textOf(poll()).includes('Tea'), 'the poll');
    expect(poll()?.shadowRoot?.querySelector('[part=title]')?.ariaLevel).to.equal('2');
    const stars = () => textOf(place.querySelector('riac-star-rating'));
    await until(() => stars().includes('(votes: 5, rating: 4)'), 'the rating');
    const link = place.querySelector('riac-share-bar')?.shadowRoot?.querySelector('a');
    expect(new URL(link?.href ?? '').searchParams.get('text')).to.equal('Tea & milk');
  });

  it('keeps its own text as the fallback', async () => {
    const api = await fakeEndpoint({ ratings: {} });
    const place = await paste(
      api.url,
      html`<div data-riac="poll" data-item="gone"><p>The poll is on our site.</p></div>`,
    );
    await until(() => textOf(place.querySelector('riac-poll')), 'the answer');
    expect(place.innerText).to.contain('The poll is on our site.');
  });

  it('stays one widget when it is moved, and other names stay as they are', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const place = await paste(
      api.url,
      html`<div data-riac="star-rating" data-item="a"></div>
        <div data-riac="clock">12:00</div>`,
    );
    const [carrier, clock] = place.children;
    if (!carrier) throw new Error('no carrier');
    await until(() => carrier.children.length, 'the rating');
    place.append(carrier);
    await until(() => textOf(carrier.firstElementChild).includes('(votes: 5'), 'the rating');
    expect(place.querySelectorAll('riac-star-rating').length).to.equal(1);
    expect(clock?.outerHTML).to.equal('<div data-riac="clock">12:00</div>');
  });
});
