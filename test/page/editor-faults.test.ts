import { expect } from '@open-wc/testing';
import { until } from '../support/wait.js';
import { Desk, asEditor, newItem, readPoll, teaPoll } from './editor-desk.js';

describe('the editor page when something is wrong', () => {
  let desk: Desk;
  let item = '';

  beforeEach(async () => {
    desk = new Desk();
    item = newItem();
    await asEditor('PUT', `/polls/${item}`, teaPoll);
  });
  afterEach(() => desk.close());

  const title = async () => (await readPoll(item)).title;

  it('says what is missing beside each field, and goes to the first one', async () => {
    await desk.open('#/new');
    await desk.signIn();
    await desk.press('Publish');
    await desk.says('5 fields need attention.');
    const first = desk.field('Title', 'English');
    expect(desk.page.activeElement).to.equal(first);
    expect(desk.faultOf(first)).to.equal('Please write something, in at least one language.');
    desk.write('Title', 'Sleep', 'English');
    expect(desk.faultOf(first)).to.equal('');
    desk.write('Address', item);
    expect(desk.faultOf(desk.field('Address'))).to.equal('There is another poll of this name.');
  });

  it('shows what only the server refuses at the field that it is about', async () => {
    await desk.openPoll(item);
    desk.all('details')[0]?.setAttribute('open', '');
    desk.write('Picture (address)', '/a-bridge.svg');
    desk.write('What the picture shows', 'A bridge', 'English');
    desk.write('Width, pixels', '20000');
    await desk.press('Save changes');
    const width = desk.field('Width, pixels');
    await until(() => desk.faultOf(width), 'the refusal');
    expect(desk.faultOf(width)).to.equal('The server did not accept this: must be <= 10000');
    expect(desk.page.activeElement).to.equal(width);
    desk.write('Width, pixels', '200');
    await desk.press('Save changes');
    await desk.says('Saved.');
  });

  it('asks before what is not saved is left', async () => {
    await desk.openPoll(item);
    const leaves = () => {
      const leaving = new desk.window.Event('beforeunload', { cancelable: true });
      return desk.window.dispatchEvent(leaving);
    };
    expect(leaves(), 'nothing was changed').to.equal(true);
    desk.write('Title', 'Tea, please', 'English');
    await desk.says('There are changes that are not saved.');
    expect(leaves(), 'something would be lost').to.equal(false);
    await desk.press('← All polls');
    await until(() => desk.page.querySelector('dialog[open]'), 'the question');
    await desk.press('Stay');
    await until(() => !desk.page.querySelector('dialog'), 'the question gone');
    expect(desk.field('Title', 'English').value).to.equal('Tea, please');
    expect(desk.window.location.hash).to.equal(`#/polls/${item}`);
    await desk.press('← All polls');
    await until(() => desk.page.querySelector('dialog[open]'), 'the question again');
    await desk.press('Leave');
    await desk.says('New poll');
    expect(await title()).to.equal('Tea');
  });

  it('warns when readers with the poll open would have to look again', async () => {
    await desk.openPoll(item);
    const warning = () => desk.all('.warning')[0]?.textContent ?? '';
    desk.write('Answer 1', 'Black tea', 'English');
    expect(warning(), 'a better wording keeps the votes').to.equal('');
    await desk.press('Add an answer');
    expect(warning()).to.include('You have changed which answers there are.');
  });

  it('does not write over what somebody else has saved meanwhile, unless told to', async () => {
    await desk.openPoll(item);
    desk.write('Title', 'Mine', 'English');
    await asEditor('PUT', `/polls/${item}`, { ...teaPoll, title: 'Theirs' });
    await desk.press('Save changes');
    await until(() => desk.page.querySelector('dialog[open]'), 'the warning');
    expect(await title()).to.equal('Theirs');
    await desk.press('Cancel');
    await until(() => !desk.page.querySelector('dialog'), 'the warning gone');
    await desk.says('Not saved: somebody else has changed this poll.');
    expect(desk.field('Title', 'English').value).to.equal('Mine');
    expect(await title()).to.equal('Theirs');
    await desk.press('Save changes');
    await desk.press('Replace it with mine');
    await desk.says('Saved.');
    expect(await title()).to.equal('Mine');
  });

  it('does not close a poll that somebody else has changed, but shows it as it is', async () => {
    await desk.openPoll(item);
    await asEditor('PUT', `/polls/${item}`, { ...teaPoll, title: 'Theirs' });
    await desk.press('Close now');
    await desk.says('Somebody else has changed this poll. This is how it is now.');
    expect(desk.field('Title', 'English').value).to.equal('Theirs');
    expect((await readPoll(item)).state).to.equal('open');
  });

  it('tells of a poll that is not there, and keeps the form when the server is gone', async () => {
    await desk.open('#/polls/nobody-wrote-this');
    await desk.signIn().catch(() => undefined);
    await desk.says('There is no such poll.');
    desk.window.location.hash = `#/polls/${item}`;
    await until(() => desk.all('.poll-form').length, 'the poll');
    desk.write('Title', 'Still here', 'English');
    desk.window.fetch = () => Promise.reject(new TypeError('no network'));
    await desk.press('Save changes');
    await desk.says('No connection to the server.');
    expect(desk.field('Title', 'English').value).to.equal('Still here');
  });
});
