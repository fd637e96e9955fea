import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { realClick } from '../support/real-click.js';
import { until } from '../support/wait.js';
import { isSettled, ownOf, removeVote, starsOf } from './rating-in-frame.js';

async function load(frame: HTMLIFrameElement, start: () => void): Promise<HTMLElement[]> {
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  start();
  await loaded;
  const ratings = [...(frame.contentDocument?.querySelectorAll('riac-star-rating') ?? [])];
  // In a frame nothing is near before it is in sight.
  ratings[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
  await until(() => starsOf(ratings[0])[3]?.getAttribute('role') === 'radio', 'stars');
  return ratings;
}

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
    const star = starsOf(rating)[1];
    if (!star) throw new Error('no second star');
    await realClick(frame, star);
    await until(
      () => ownOf(rating) === 2 && summary(rating).includes('votes: 6'),
      'the first vote',
    );
    await until(() => isSettled(rating), 'the answer of the server');

    frame.contentWindow?.focus();
    starsOf(rating)[1]?.focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await until(() => ownOf(rating) === 3, 'the changed vote');
    await until(() => /rating: 4\.7/.test(summary(rating)), 'the changed mean');
    await until(() => isSettled(rating), 'the second answer');

    await executeServerCommand('reference-server', 'restart');
    const [after] = await load(frame, () => frame.contentWindow?.location.reload());
    await until(() => ownOf(after) === 3, 'the own vote after the restart');
    expect(summary(after)).to.include('votes: 6');

    removeVote(after);
    await until(() => summary(after).includes('votes: 5'), 'the withdrawal');
    await until(() => isSettled(after), 'the answer to the withdrawal');
    frame.remove();
  });
});
