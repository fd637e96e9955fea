import { expect, fixture, html } from '@open-wc/testing';
import '../../src/poll/poll-define.js';
import type { PollElement } from '../../src/poll/poll-element.js';
import { asEditor, newItem } from '../page/editor-desk.js';
import { openTab } from '../support/tab.js';
import {
  all,
  button,
  eventually,
  field,
  findButton,
  one,
  press,
  rows,
  shows,
  textOf,
} from './poll-page.js';

const endpoint = '/api/v1';

const teas = [
  { id: 'a', label: { en: 'Black', ru: 'Чёрный' } },
  { id: 'b', label: { en: 'Green', ru: 'Зелёный' } },
  { id: 'c', label: { en: 'White', ru: 'Белый' } },
];
const question = { id: 'q1', text: { en: 'Which tea?', ru: 'Какой чай?' }, kind: 'single' };
const imported = { voters: 52, votes: { q1: { a: 31, b: 17, c: 4 } } };

/** Defines a poll as an editor does. */
async function define(changes: object = {}): Promise<string> {
  const item = newItem();
  const definition = { title: { en: 'Tea', ru: 'Чай' }, imported, ...changes };
  await asEditor('PUT', `/polls/${item}`, {
    questions: [{ ...question, options: teas }],
    ...definition,
  });
  return item;
}

async function mount(item: string, attributes: Record<string, string> = {}): Promise<PollElement> {
  const poll = document.createElement('riac-poll');
  const named: Record<string, string> = { endpoint, item, ...attributes };
  for (const [name, value] of Object.entries(named)) poll.setAttribute(name, value);
  await fixture(html`<div>${poll}</div>`);
  await eventually(() => textOf(poll), 'the poll');
  return poll;
}

/** Another reader votes, past the library. */
async function someoneVotes(item: string, ...options: string[]): Promise<void> {
  for (const option of options) {
    const answer = await fetch(`${endpoint}/polls/${item}/vote`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${crypto.randomUUID().replaceAll('-', '')}`,
        'idempotency-key': crypto.randomUUID().replace(/^(.{14})./, '$17'),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ revision: 1, answers: [{ question: 'q1', options: [option] }] }),
    });
    expect(answer.status, await answer.clone().text()).to.equal(201);
  }
}

/** All that a curious reader finds in the page: text, attributes and styles. */
/** All that a curious reader may find in the markup; the comments between its parts hold numbers of their own. */
const found = (poll: PollElement) =>
  (poll.outerHTML + (poll.shadowRoot?.innerHTML ?? '')).replace(/<!--.*?-->/g, '');

describe('a poll on the reference server', () => {
  beforeEach(() => localStorage.clear());

  it('has one tally in English and in Russian', async () => {
    const item = await define();
    const english = await mount(item, { lang: 'en' });
    const russian = await mount(item, { lang: 'ru' });
    await press(field(russian, 'Зелёный'));
    await press(button(russian, 'Проголосовать'));
    await shows(russian, '18 (34%)');
    await shows(english, '18 (34%)');
    expect(rows(english)).to.deep.equal(['Black 31 (58%)', 'Green 18 (34%)', 'White 4 (8%)']);
    expect(rows(russian)).to.deep.equal(['Чёрный 31 (58%)', 'Зелёный 18 (34%)', 'Белый 4 (8%)']);
    expect(textOf(one(english, 'li.own')))
      .to.contain('Green')
      .and.contain('Your choice');
  });

  it('is live: numbers move, but no option does, and nothing is read out', async () => {
    const item = await define();
    const poll = await mount(item, { live: '', sort: 'votes' });
    await press(button(poll, 'Show results'));
    const options = all(poll, 'li.option');
    const said: string[] = [];
    for (const region of all(poll, '[role=status], [role=alert], [aria-live]'))
      new MutationObserver(() => said.push(textOf(region))).observe(region, {
        ...{ childList: true, characterData: true, subtree: true },
      });
    await someoneVotes(item, 'c', 'c');
    await shows(poll, '6 (11%)');
    await someoneVotes(item, ...Array<string>(30).fill('c'));
    await shows(poll, '36 (');
    expect(rows(poll).map((row) => row.split(' ')[0])).to.deep.equal(['Black', 'Green', 'White']);
    expect(all(poll, 'li.option').every((row, index) => row === options[index])).to.equal(true);
    expect(textOf(one(poll, 'li.leading'))).to.contain('White');
    expect(said.filter(Boolean)).to.deep.equal([]);
  });

  it('shows hidden results to those who have voted, also after a reload, and to nobody else', async () => {
    const item = await define({ results: 'after_vote' });
    const poll = await mount(item, { sort: 'votes' });
    expect(found(poll)).not.to.match(/31|17|52|--_share|leading/);
    await press(field(poll, 'White'));
    await press(button(poll, 'Vote'));
    await shows(poll, '31 (59%)');
    poll.remove();
    await new Promise((done) => setTimeout(done));
    const again = await mount(item, { sort: 'votes' });
    await shows(again, '31 (59%)');
    again.remove();
    await new Promise((done) => setTimeout(done));
    localStorage.clear();
    const stranger = await mount(item, { sort: 'votes' });
    await shows(stranger, 'Results are shown after voting.');
    expect(found(stranger)).not.to.match(/31|17|53|--_share|leading/);
  });

  it('hides the results again from those who take their vote back', async () => {
    const item = await define({ results: 'after_vote' });
    const poll = await mount(item, { sort: 'votes' });
    const snapshots: unknown[] = [];
    await press(field(poll, 'Green'));
    await press(button(poll, 'Vote'));
    await shows(poll, '18 (34%)');
    poll.addEventListener('riac-vote', ({ snapshot }) => snapshots.push(snapshot));
    await press(button(poll, 'Remove my vote'));
    await shows(poll, 'Your vote has been removed.');
    await shows(poll, 'Results are shown after voting.');
    expect(found(poll)).not.to.match(/31|17|18|52|--_share|leading|"own/);
    expect(findButton(poll, 'Show results')).to.equal(undefined);
    expect(JSON.stringify(snapshots))
      .to.contain('"votes":null')
      .and.not.match(/"vot\w+":\d/);
  });

  it('says that the poll has changed to who is about to vote, and keeps what still fits', async () => {
    const item = await define();
    const poll = await mount(item);
    await press(field(poll, 'Green'));
    const options = [...teas.slice(0, 2), { id: 'd', label: { en: 'Oolong', ru: 'Улун' } }];
    await asEditor('PUT', `/polls/${item}`, {
      title: { en: 'Tea', ru: 'Чай' },
      questions: [{ ...question, text: { en: 'Which tea now?', ru: 'А теперь?' }, options }],
    });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await shows(poll, 'Which tea now?');
    expect(textOf(one(poll, '[role=status]'))).to.equal(
      'The poll has changed. Please check your answers and vote.',
    );
    expect(field(poll, 'Green').checked).to.equal(true);
    await press(button(poll, 'Vote'));
    await shows(poll, 'Your vote has been counted.');
    expect(textOf(one(poll, 'li.own'))).to.contain('Green');
  });

  it('is settled where it was removed while its reader was choosing', async () => {
    const item = await define();
    const poll = await mount(item);
    await press(field(poll, 'Green'));
    await asEditor('DELETE', `/polls/${item}`);
    await press(button(poll, 'Vote'));
    await shows(poll, 'This is no longer available.');
    expect(all(poll, 'input, button')).to.have.length(0);
  });

  it('is the same in two tabs: a vote in one ends the choosing in the other', async () => {
    const item = await define();
    const tab = await openTab();
    const script = tab.document.createElement('script');
    Object.assign(script, { type: 'module', src: '/src/poll/poll-define.ts' });
    tab.document.head.append(script);
    await eventually(() => tab.document.defaultView?.customElements.get('riac-poll'), 'the script');
    const there = tab.document.createElement('riac-poll');
    Object.assign(there, { endpoint, item });
    tab.document.body.prepend(there);
    await eventually(() => there.shadowRoot && textOf(there), 'the poll in the other tab');
    field(there, 'White').click();
    const here = await mount(item);
    await press(field(here, 'Black'));
    await press(button(here, 'Vote'));
    await shows(here, '32 (60%)');
    await shows(there, '32 (60%)');
    expect(textOf(one(there, 'li.own'))).to.contain('Black');
    expect(textOf(one(there, '[role=status]'))).to.equal('');
    tab.close();
  });
});
