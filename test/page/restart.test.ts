import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { realClick } from '../support/real-click.js';
import { until } from '../support/wait.js';

async function load(frame: HTMLIFrameElement, start: () => void): Promise<HTMLElement[]> {
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  start();
  await loaded;
  const ratings = [...(frame.contentDocument?.querySelectorAll('riac-star-rating') ?? [])];
  // In a frame nothing is near before it is in sight.
  ratings[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  await until(() => stars(ratings[0])[3]?.getAttribute('role') === 'radio', 'stars');
  return ratings;
}

const stars = (rating: Element | undefined) => [
  ...(rating?.shadowRoot?.querySelectorAll<HTMLElement>('[part~=star]') ?? []),
];

const own = (rating: Element | undefined) =>
  stars(rating).findIndex((star) => star.getAttribute('aria-checked') === 'true') + 1;

/** False while a vote is on its way. */
const settled = (rating: Element | undefined) =>
  stars(rating).every((star) => star.getAttribute('aria-disabled') !== 'true');

const summary = (rating: Element | undefined) => rating?.shadowRoot?.textContent ?? '';

describe('votes by mouse and by keyboard', () => {
  it('are still there after the server was restarted and the page reloaded', async () => {
    localStorage.clear();
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0; inline-size: 780px; block-size: 580px';
    const [rating] = await load(frame, () => {
      frame.src = '/en/article.html';
      document.body.append(frame);
    });
    const star = stars(rating)[1];
    if (!star) throw new Error('no second star');
    await realClick(frame, star);
    await until(() => own(rating) === 2 && summary(rating).includes('votes: 6'), 'the first vote');
    await until(() => settled(rating), 'the answer of the server');

    frame.contentWindow?.focus();
    stars(rating)[1]?.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await until(() => own(rating) === 3, 'the changed vote');
    await until(() => /rating: 4\.7/.test(summary(rating)), 'the changed mean');
    await until(() => settled(rating), 'the second answer');

    await executeServerCommand('reference-server', 'restart');
    const [after] = await load(frame, () => frame.contentWindow?.location.reload());
    await until(() => own(after) === 3, 'the own vote after the restart');
    expect(summary(after)).to.include('votes: 6');

    const buttons = [...(after?.shadowRoot?.querySelectorAll('button') ?? [])];
    buttons.find((button) => button.textContent?.includes('Remove'))?.click();
    await until(() => summary(after).includes('votes: 5'), 'the withdrawal');
    await until(() => settled(after), 'the answer to the withdrawal');
    frame.remove();
  });
});
