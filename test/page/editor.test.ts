import { expect } from '@open-wc/testing';
import { until } from '../support/wait.js';
import { Desk, asEditor, editorToken, newItem, readPoll, teaPoll } from './editor-desk.js';

describe('the editor page', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    expect(desk.refused, 'refused by the policy').to.deep.equal([]);
    desk.close();
  });

  it('lets nobody in without the token of the server', async () => {
    await desk.open('');
    desk.write('Editor token', 'guessed-guessed-guessed');
    await desk.press('Sign in');
    await desk.says('That is not the editor token.');
    expect(sessionStorage.length).to.equal(0);
    desk.write('Editor token', editorToken);
    await desk.press('Sign in');
    await desk.says('All polls');
    expect(desk.page.activeElement?.textContent).to.equal('All polls');
    await desk.press('Sign out');
    await until(() => desk.find('Sign in'), 'the form to sign in');
    expect(sessionStorage.length).to.equal(0);
  });

  it('publishes a poll that was written in two languages, for readers to vote at', async () => {
    const item = newItem();
    await desk.open('');
    await desk.signIn();
    await desk.press('New poll');
    await until(() => desk.all('.poll-form').length, 'an empty form');
    desk.write('Title', 'Night trains', 'English');
    expect(desk.field('Address').value).to.equal('night-trains');
    desk.write('Title', 'Ночные поезда', 'Russian');
    desk.write('Address', item);
    desk.write('Question', 'Where to?', 'English');
    desk.write('Question', 'Куда?', 'Russian');
    desk.write('Answer 1', 'Prague', 'English');
    desk.write('Answer 1', 'Прага', 'Russian');
    desk.write('Answer 2', 'Kraków', 'English');
    await desk.press('Add an answer');
    expect(desk.page.activeElement).to.equal(desk.field('Answer 3', 'English'));
    desk.write('Answer 3', 'Vienna', 'English');
    await desk.press('Move up: Vienna');
    await desk.says('2 texts have no Russian or no English yet');
    await until(() => desk.preview.includes('Where to?'), 'the preview');
    expect(desk.preview).to.match(/Prague.*Vienna.*Kraków/);
    await desk.press('Publish');
    await desk.says('Published.');
    expect(desk.window.location.hash).to.equal(`#/polls/${item}`);
    const read = await readPoll(item, 'ru');
    const [{ text, options }] = read.questions;
    expect([read.title, read.state, text]).to.deep.equal(['Ночные поезда', 'open', 'Куда?']);
    expect(options.map(({ label }: { label: string }) => label)).to.deep.equal([
      'Прага',
      'Vienna',
      'Kraków',
    ]);
  });

  it('previews a vote that is counted nowhere', async () => {
    const item = newItem();
    await asEditor('PUT', `/polls/${item}`, teaPoll);
    await desk.openPoll(item);
    await until(() => desk.preview.includes('Which tea?'), 'the preview');
    const [poll] = desk.all('.preview riac-poll');
    const parts = <T extends HTMLElement>(selector: string) => [
      ...(poll?.shadowRoot?.querySelectorAll<T>(selector) ?? []),
    ];
    parts('input')[0]?.click();
    parts('button')[0]?.click();
    await until(() => desk.preview.includes('1 (100%)'), 'the counted vote');
    expect((await readPoll(item)).voters).to.equal(0);
    desk.field('Русский').click();
    await until(() => desk.preview.includes('Какой чай?'), 'the preview in Russian');
    desk.write('Question', 'Что заварить?', 'Russian');
    await until(() => desk.preview.includes('Что заварить?'), 'the change in the preview');
  });

  it('opens, closes, removes and brings back', async () => {
    const item = newItem();
    await asEditor('PUT', `/polls/${item}`, { ...teaPoll, opens_at: '2100-01-01T00:00:00Z' });
    const state = async () => (await readPoll(item)).state;
    await desk.openPoll(item);
    await desk.says('Scheduled');
    await desk.press('Open now');
    await desk.says('The poll is open.');
    expect(await state()).to.equal('open');
    await desk.press('Close now');
    await desk.says('The poll is closed.');
    expect(await state()).to.equal('closed');
    await desk.press('Open again');
    await desk.says('The poll is open.');
    expect(await state()).to.equal('open');
    await desk.press('Remove…');
    await until(() => desk.page.querySelector('dialog[open]'), 'the question');
    await desk.press('Remove it');
    await desk.says('The poll is removed.');
    expect((await fetch(`/api/v1/polls/${item}`)).status).to.equal(410);
    expect(desk.find('Save and bring back'), 'told what saving would do').to.exist;
    await desk.press('Bring back');
    await desk.says('The poll is open.');
    expect(await state()).to.equal('open');
  });

  it('shows the counts, approves what readers wrote and hands out files', async () => {
    const item = newItem();
    const [question] = teaPoll.questions;
    await asEditor('PUT', `/polls/${item}`, {
      ...teaPoll,
      results: 'never',
      questions: [{ ...question, other: true }],
    });
    const vote = {
      revision: 1,
      answers: [{ question: 'q1', options: ['other'], other: 'Oolong' }],
    };
    const cast = await fetch(`/api/v1/polls/${item}/vote`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${btoa(item.padEnd(16).slice(-16)).replace(/=+$/, '')}`,
        'content-type': 'application/json',
        'idempotency-key': '01900000-0000-7000-8000-000000000001',
      },
      body: JSON.stringify(vote),
    });
    expect(cast.status, await cast.clone().text()).to.equal(201);
    await desk.openPoll(item);
    await desk.says('Only you see it');
    const rows = desk.all('.counts tr').map(({ children }) => [...children]);
    expect(rows.map((cells) => cells.map((cell) => cell.textContent))).to.deep.include([
      'Other',
      '1',
    ]);
    await desk.press('Approve: Oolong');
    await desk.says('Shown to readers');
    // Not on the button, where another press would take it back.
    expect(desk.page.activeElement?.localName).to.equal('li');
    expect(desk.page.activeElement?.querySelector('button')?.getAttribute('aria-label')).to.equal(
      'Take back: Oolong',
    );
    const files: Promise<[string, string]>[] = [];
    desk.page.addEventListener('click', (event) => {
      const link = event.target as HTMLAnchorElement;
      if (!link.download) return;
      event.preventDefault();
      const text = fetch(link.href).then((file) => file.text());
      files.push(text.then((content) => [link.download, content]));
    });
    await desk.press('Download CSV');
    await desk.says(`The file is ready: ${item}.csv`);
    await desk.press('Download JSON');
    await desk.says(`The file is ready: ${item}.json`);
    const [table, json] = await Promise.all(files);
    expect(table?.[0]).to.equal(`${item}.csv`);
    expect(table?.[1]).to.include('"q1","Which tea?","other","Oolong",1,1');
    expect(JSON.parse(json?.[1] ?? '').voters).to.equal(1);
  });
});
