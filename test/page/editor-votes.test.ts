import { expect } from '@open-wc/testing';
import { until } from '../support/wait.js';
import { Desk, asEditor, newItem, readPoll, teaPoll } from './editor-desk.js';

let voters = 0;

/** Casts a vote as a reader of its own. */
async function vote(item: string, answer: object): Promise<void> {
  const { revision } = await readPoll(item);
  const token = btoa(`${item} ${++voters}`.padEnd(20).slice(-20)).replace(/=+$/, '');
  const answered = await fetch(`/api/v1/polls/${item}/vote`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `01900000-0000-7000-8000-${String(voters).padStart(12, '0')}`,
    },
    body: JSON.stringify({ revision, answers: [{ question: 'q1', ...answer }] }),
  });
  expect(answered.status, await answered.clone().text()).to.equal(201);
}

const [question] = teaPoll.questions;
const mate = { id: 'c', label: { en: 'Mate', ru: 'Мате' } };
const withMate = {
  ...teaPoll,
  questions: [{ ...question, options: [...(question?.options ?? []), mate] }],
};
const withWords = { ...teaPoll, questions: [{ ...question, other: true }] };

describe('the editor page with votes', () => {
  let desk: Desk;

  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => {
    expect(desk.refused, 'refused by the policy').to.deep.equal([]);
    desk.close();
  });

  const save = async () => {
    await desk.press('Save changes');
    await desk.says('Saved.');
  };

  it('gives a new answer none of the votes of one that was removed and saved', async () => {
    const item = newItem();
    await asEditor('PUT', `/polls/${item}`, withMate);
    for (let count = 0; count < 3; count += 1) await vote(item, { options: ['c'] });
    await desk.openPoll(item);
    await desk.press('Remove: Mate');
    await save();
    desk.close();
    await desk.openPoll(item);
    await desk.press('Add an answer');
    desk.write('Answer 3', 'Milk', 'English');
    await save();
    const [{ options }] = (await readPoll(item)).questions;
    const shown = options.map(({ label, votes }: { label: string; votes: number }) => [
      label,
      votes,
    ]);
    expect(shown).to.deep.equal([
      ['Black', 0],
      ['Green', 0],
      ['Milk', 0],
    ]);
  });

  it('gives a new question none of the votes of one that was removed and saved', async () => {
    const item = newItem();
    const other = { ...question, id: 'q2', text: 'Where?' };
    await asEditor('PUT', `/polls/${item}`, { ...teaPoll, questions: [other, question] });
    const { revision } = await readPoll(item);
    expect(revision).to.equal(1);
    await asEditor('PUT', `/polls/${item}`, {
      ...teaPoll,
      questions: [{ ...other, required: false }, question],
    });
    await vote(item, { options: ['a'] });
    await desk.openPoll(item);
    await desk.press('Remove: Question 2');
    await save();
    desk.close();
    await desk.openPoll(item);
    await desk.press('Add a question');
    await until(() => desk.all('.question').length === 2, 'the new question');
    const [, added] = desk.all('.question');
    for (const field of added?.querySelectorAll<HTMLInputElement>('[lang=en]') ?? []) {
      field.value = 'Another';
      field.dispatchEvent(new desk.window.Event('input', { bubbles: true }));
    }
    await save();
    const { questions } = await readPoll(item);
    expect(questions[1].id).to.equal('q3');
    expect([questions[1].voters, questions[1].votes]).to.deep.equal([0, 0]);
  });

  it('erases what readers wrote once the editor has said so, and the votes count on', async () => {
    const item = newItem();
    await asEditor('PUT', `/polls/${item}`, withWords);
    for (const other of ['Oolong', 'Rooibos']) await vote(item, { options: ['other'], other });
    await desk.openPoll(item);
    await desk.says('Only you see it');
    await desk.press('Approve: Oolong');
    await desk.says('Shown to readers');
    expect((await readPoll(item)).questions[0].written).to.deep.equal(['Oolong']);
    const dialog = () => desk.page.querySelector('dialog[open]');
    await desk.press('Erase: Oolong');
    await until(dialog, 'the question');
    expect(dialog()?.textContent).to.include('Oolong');
    await desk.press('Cancel');
    await until(() => !dialog(), 'the page again');
    expect((await readPoll(item)).questions[0].written).to.deep.equal(['Oolong']);
    await desk.press('Erase: Oolong');
    await until(dialog, 'the question');
    await desk.press('Erase them');
    await desk.says('The words are erased. The votes still count.');
    await until(() => !desk.text().includes('Oolong'), 'the list without the words');
    expect(desk.text()).to.include('Rooibos');
    const [{ written, options }] = (await readPoll(item)).questions;
    expect(written).to.deep.equal([]);
    expect(options.at(-1).votes).to.equal(2);
    expect(desk.page.activeElement?.matches('button'), 'no button has the focus').to.equal(false);
  });

  it('erases nothing by a second press of the same button', async () => {
    const item = newItem();
    await asEditor('PUT', `/polls/${item}`, withWords);
    await vote(item, { options: ['other'], other: 'Oolong' });
    await desk.openPoll(item);
    await desk.press('Erase: Oolong');
    await until(() => desk.page.querySelector('dialog[open]'), 'the question');
    expect(desk.page.activeElement?.matches('button'), 'a key would press').to.equal(false);
    // The second click of a double click, wherever the dialog has put its buttons.
    const click = new desk.window.MouseEvent('click', { bubbles: true, detail: 2 });
    desk.find('Erase them')?.dispatchEvent(click);
    expect(desk.page.querySelector('dialog[open]'), 'still asking').to.exist;
    await desk.press('Cancel');
    const { items } = await (await asEditor('GET', `/polls/${item}/written`)).json();
    expect(items.map(({ words }: { words: string }) => words)).to.deep.equal(['Oolong']);
  });

  it('says of words that are gone meanwhile that nobody holds them', async () => {
    const item = newItem();
    await asEditor('PUT', `/polls/${item}`, withWords);
    await vote(item, { options: ['other'], other: 'Oolong' });
    await desk.openPoll(item);
    await desk.says('Only you see it');
    await asEditor('DELETE', `/polls/${item}/written`, { question: 'q1', words: 'Oolong' });
    await desk.press('Approve: Oolong');
    await desk.says('No vote holds these words any more.');
    await desk.says('Nobody has written an answer yet.');
  });
});
