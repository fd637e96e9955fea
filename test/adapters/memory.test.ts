import { expect, fixture, html } from '@open-wc/testing';
import { type MemoryOptions, memoryAdapter } from '../../src/adapters/memory.js';
import '../../src/poll/poll-define.js';
import type { PollElement } from '../../src/poll/poll-element.js';
import '../../src/share-bar/share-bar-define.js';
import type { ShareBarElement } from '../../src/share-bar/share-bar-element.js';
import '../../src/star-rating/star-rating-define.js';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { button, field, findButton, press, rows, shows, textOf } from '../poll/poll-page.js';
import { entry } from '../share-bar/share-page.js';
import { click, counted, said, star, words } from '../star-rating/rating-page.js';
import { holdTimers } from '../support/held-timers.js';
import { until } from '../support/wait.js';

const rate = (options: MemoryOptions) =>
  fixture<StarRatingElement>(
    html`<riac-star-rating .adapter=${memoryAdapter(options)} item="tea"></riac-star-rating>`,
  );

const ask = (options: MemoryOptions) =>
  fixture<PollElement>(html`<riac-poll .adapter=${memoryAdapter(options)} item="tea"></riac-poll>`);

const shown = (element: StarRatingElement, text: string) =>
  until(() => words(element).includes(text), `${text} in ${words(element)}`);

const options = [
  { id: 'a', label: 'Green', votes: 3 },
  { id: 'b', label: 'Black', votes: 1 },
];
const questions = [{ id: 'q', text: 'Which tea?', options }];

const vote = async (poll: PollElement, label: string) => {
  await until(() => findButton(poll, 'Vote'), 'the form');
  await press(field(poll, label));
  await press(button(poll, 'Vote'));
};

describe('the memory adapter', () => {
  beforeEach(() => localStorage.clear());

  it('counts, changes and withdraws the vote in a rating', async () => {
    const element = await rate({ ratings: { tea: { histogram: [0, 0, 1, 3, 1] } } });
    await shown(element, '(votes: 5, rating: 4)');
    const counts: unknown[] = [];
    element.addEventListener('riac-vote', ({ vote: own, snapshot }) =>
      counts.push([own, (snapshot as { histogram: number[] }).histogram]),
    );
    await click(star(element, 1));
    await counted(element, 1);
    await shown(element, '(votes: 6, rating: 3.5)');
    await click(star(element, 5));
    await counted(element, 5);
    await shown(element, '(votes: 6, rating: 4.2)');
    await click(element.renderRoot.querySelector<HTMLElement>('button') as HTMLElement);
    await shown(element, '(votes: 5, rating: 4)');
    await until(() => counts.length === 3, 'three events');
    expect(counts).to.deep.equal([
      [{ value: 1 }, [1, 0, 1, 3, 1]],
      [{ value: 5 }, [0, 0, 1, 3, 2]],
      [null, [0, 0, 1, 3, 1]],
    ]);
  });

  it('has ratings that nobody has voted in yet, and no polls that it was not given', async () => {
    await shown(await rate({}), '(no votes yet)');
    await shows(await ask({}), 'Nothing was found here.');
  });

  it('keeps a vote that is final, and says why', async () => {
    const policy = { change: false, withdraw: false };
    const element = await rate({ ratings: { tea: { policy, votes: 1, mean: 3 } } });
    await shown(element, '(votes: 1, rating: 3)');
    await click(star(element, 5));
    await counted(element, 5);
    await shown(element, 'The vote is final.');
    expect(element.renderRoot.querySelector('[role=radio]')).to.equal(null);
  });

  it('hides the results of a poll until the reader has voted', async () => {
    const poll = await ask({ polls: { tea: { title: 'Tea', results: 'after_vote', questions } } });
    await shows(poll, 'Results are shown after voting.');
    expect(textOf(poll)).not.to.contain('3');
    await vote(poll, 'Black');
    await until(() => rows(poll).length, 'the results');
    expect(rows(poll)).to.deep.equal(['Green 3 (60%)', 'Black 2 (40%)']);
    await press(button(poll, 'Remove my vote'));
    await until(() => findButton(poll, 'Vote'), 'the form again');
    await shows(poll, 'Results are shown after voting.');
  });

  it('shows the results of a poll whose time has passed, and takes no votes', async () => {
    const closes_at = '2020-11-10T00:00:00Z';
    const poll = await ask({ polls: { tea: { results: 'after_close', closes_at, questions } } });
    await until(() => rows(poll).length, 'the results');
    expect(rows(poll)).to.deep.equal(['Green 3 (75%)', 'Black 1 (25%)']);
    expect(findButton(poll, 'Back to voting')).to.equal(undefined);
  });

  it('counts an answer in own words under the option that stands for them', async () => {
    const other = [{ ...questions[0], id: 'q', text: 'Which?', other: true, options }];
    const poll = await ask({ polls: { tea: { questions: other } } });
    await until(() => findButton(poll, 'Vote'), 'the form');
    const own = poll.renderRoot.querySelector<HTMLInputElement>('[type=text]') as HTMLInputElement;
    own.value = 'Mint';
    own.dispatchEvent(new Event('input'));
    await press(button(poll, 'Vote'));
    await until(() => rows(poll).length, 'the results');
    expect(rows(poll)).to.deep.equal(['Green 3 (60%)', 'Black 1 (20%)', 'Other 1 (20%)']);
  });

  it('refuses by the codes of the contract what a widget lets nobody send', async () => {
    const closed = { questions, state: 'closed', title: 'Tea' } as const;
    const adapter = memoryAdapter({ polls: { tea: { questions }, old: closed } });
    const send = async (item: string, vote: unknown) => {
      const source = { kind: 'poll', item, endpoint: '', src: '', lang: 'en' } as const;
      const wish = { vote, key: crypto.randomUUID(), headers: {} };
      const request = () => Promise.resolve(undefined);
      const full = { ...source, credentials: 'omit', adapter } as const;
      try {
        await adapter.send?.(full, wish, request);
        return 'counted';
      } catch (error) {
        const { code, status, body } = error as Refusal;
        return [code, status, body?.errors?.map(({ rule }) => rule).join()];
      }
    };
    const answers = (...options: string[]) => [{ question: 'q', options }];
    const refused = 'invalid_selection';
    expect(await send('tea', { revision: 2, answers: answers('a') })).to.deep.equal([
      ...['revision_changed', 409, undefined],
    ]);
    expect(await send('tea', { revision: 1, answers: answers('a', 'b') })).to.deep.equal([
      ...[refused, 422, 'too_many'],
    ]);
    expect(await send('tea', { revision: 1, answers: answers('c') })).to.deep.equal([
      ...[refused, 422, 'unknown_option'],
    ]);
    expect(await send('tea', { revision: 1, answers: [] })).to.deep.equal([
      ...[refused, 422, 'required'],
    ]);
    expect(await send('old', { revision: 1, answers: answers('a') })).to.deep.equal([
      ...['closed', 409, undefined],
    ]);
    expect(await send('tea', { revision: 1, answers: answers('a') })).to.equal('counted');
  });

  it('refuses everything with a code, for pictures of a failure', async () => {
    const element = await rate({ refuse: 'unavailable' });
    await until(() => said(element)[1], 'the reason');
    expect(said(element)[1]).to.contain('not available');
  });

  it('takes its time where it is told to', async () => {
    const timers = holdTimers((after) => after === 700);
    try {
      const element = await rate({ latency: 700 });
      await until(() => timers.waits().length === 1, 'the wait');
      expect(words(element)).to.contain('Rate this article').and.not.to.contain('(no votes yet)');
      timers.run();
      await shown(element, '(no votes yet)');
    } finally {
      timers.giveBack();
    }
  });

  it('counts clicks of a share bar, which are no votes', async () => {
    const adapter = memoryAdapter({ shares: { tea: { copy: 4, telegram: 7 } } });
    const bar = await fixture<ShareBarElement>(
      html`<riac-share-bar
        .adapter=${adapter}
        item="tea"
        networks="telegram print"
        counts
      ></riac-share-bar>`,
    );
    const count = (network: string) => /\d+/.exec(entry(bar, network).textContent ?? '')?.[0];
    await until(() => count('telegram') === '7', 'the counts');
    const print = window.print;
    window.print = () => undefined;
    try {
      entry(bar, 'print').click();
      await until(() => count('print') === '1', 'the click');
    } finally {
      window.print = print;
    }
  });

  it('makes a back end of its own each time', async () => {
    const [one, other] = [await rate({}), await rate({})];
    await shown(one, '(no votes yet)');
    await click(star(one, 4));
    await counted(one, 4);
    await shown(one, '(votes: 1, rating: 4)');
    expect(words(other)).to.contain('(no votes yet)');
  });
});

interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly body?: { readonly errors?: readonly { readonly rule: string }[] };
}
