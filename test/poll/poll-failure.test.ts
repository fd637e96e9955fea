import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import {
  all,
  button,
  eventually,
  expectFocus,
  field,
  findButton,
  goals,
  mount,
  mountOn,
  one,
  option,
  pollBody,
  press,
  question,
  shows,
  textOf,
  votes,
} from './poll-fixtures.js';

describe('a poll when something fails', () => {
  it('keeps the choice when the vote fails, and sends the same vote again', async () => {
    const { poll, api } = await mount(pollBody());
    await api.plan({ method: 'PUT', status: 503, code: 'unavailable', body: { retry_after: 60 } });
    await press(field(poll, 'Climate'));
    await press(button(poll, 'Vote'));
    await shows(poll, 'Send now');
    expect(field(poll, 'Climate').checked).to.equal(true);
    expect(textOf(poll)).not.to.contain('counted');
    await press(button(poll, 'Send now'));
    await shows(poll, '25 (23%)');
    const keys = (await api.requests('PUT')).map(({ headers }) => headers['idempotency-key']);
    expect(keys.length).to.equal(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('on a page in two languages sends a kept vote once for both', async () => {
    const { poll, api } = await mount(pollBody());
    const other = await fixture(
      html`<div lang="ru"><riac-poll item="goals" endpoint=${api.url}></riac-poll></div>`,
    );
    const twin = other.querySelector('riac-poll') ?? other;
    await shows(twin, 'Проголосовать');
    await api.plan({ method: 'PUT', status: 500, times: 4 });
    await press(field(poll, 'Climate'));
    await press(button(poll, 'Vote'));
    await shows(poll, 'Send now');
    dispatchEvent(new Event('online'));
    await shows(poll, '25 (23%)');
    await shows(twin, '25 (23');
    expect((await api.requests('PUT')).length).to.equal(5);
  });

  it('shows its fallback and one sentence when it cannot load, and tries again', async () => {
    const api = await fakeEndpoint({ polls: { goals: pollBody() } });
    await api.plan({ path: '/state', status: 503, code: 'unavailable' });
    const errors: string[] = [];
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.addEventListener('riac-error', ({ code }) => errors.push(code));
    const poll = document.createElement('riac-poll');
    poll.endpoint = api.url;
    poll.item = 'goals';
    poll.textContent = 'Vote on paper';
    place.append(poll);
    await shows(poll, 'The service is not available just now.');
    expect(one<HTMLSlotElement>(poll, 'slot').assignedNodes()[0]?.textContent).to.equal(
      'Vote on paper',
    );
    expect(errors).to.deep.equal(['unavailable']);
    await press(button(poll, 'Try again'));
    await shows(poll, 'Your opinion');
  });

  it('says that a removed poll is gone', async () => {
    const api = await fakeEndpoint();
    const gone = {
      kind: 'poll',
      item: 'goals',
      status: 410,
      body: { code: 'removed', status: 410 },
    };
    await api.plan({ path: '/state', text: JSON.stringify({ items: [gone] }) });
    const poll = await mountOn(api);
    await shows(poll, 'This is no longer available.');
  });

  it('is one clear error where the answer has an id twice', async () => {
    const twins = [option('a', 'A', 1), option('a', 'B', 1)];
    const api = await fakeEndpoint({
      polls: { goals: pollBody({ questions: [question({ options: twins })] }) },
    });
    const messages: string[] = [];
    const listen = ({ message }: HTMLElementEventMap['riac-error']) => messages.push(message);
    document.body.addEventListener('riac-error', listen);
    const poll = await mountOn(api);
    await shows(poll, 'The data could not be read.');
    document.body.removeEventListener('riac-error', listen);
    expect(messages.join()).to.contain('questions[0].options[1].id');
  });

  it('shows new wording when the poll has changed, keeps what still fits, and sends nothing', async () => {
    const second = question({ id: 'q2', text: 'And then?' });
    const { poll, api } = await mount(pollBody({ questions: [question(), second] }));
    const options = [...goals.filter(({ id }) => id !== 'b'), option('e', 'Energy', 0)];
    const snapshot = pollBody({
      revision: 2,
      version: 2,
      questions: [question({ text: 'What comes first now?', options }), second],
    });
    await api.setup({ polls: { goals: snapshot } });
    await api.plan({
      method: 'PUT',
      status: 409,
      code: 'revision_changed',
      body: { snapshot, vote: null },
    });
    await press(field(poll, 'Safety'));
    await press(all(poll, 'fieldset:nth-of-type(2) input')[2] as Element);
    await press(button(poll, 'Vote'));
    await shows(poll, 'What comes first now?');
    expect(textOf(one(poll, '[role=alert]'))).to.contain('The poll has changed.');
    expect(all(poll, ':checked').length).to.equal(1);
    expect((await votes(api)).length).to.equal(1);
    await press(field(poll, 'Energy'));
    await press(button(poll, 'Vote'));
    await api.received('PUT', 2);
    expect((await votes(api)).at(-1)).to.deep.equal({
      revision: 2,
      answers: [
        { question: 'q1', options: ['e'] },
        { question: 'q2', options: ['c'] },
      ],
    });
  });

  it('shows beside the question which answer the server refused, and goes there', async () => {
    const second = question({ id: 'q2', text: 'And then?' });
    const { poll, api } = await mount(pollBody({ questions: [question(), second] }));
    const errors = [{ question: 'q2', rule: 'unknown_option' }];
    await api.plan({ method: 'PUT', status: 422, code: 'invalid_selection', body: { errors } });
    await press(field(poll, 'Safety'));
    const [first] = all(poll, 'fieldset:nth-of-type(2) input');
    await press(first as Element);
    await press(button(poll, 'Vote'));
    await shows(poll, 'This answer was not accepted.');
    expect(all(poll, 'fieldset [part=fault]').map(textOf)).to.deep.equal([
      'This answer was not accepted.',
    ]);
    expect(one(poll, 'fieldset:has([part=fault]) [part=text]').textContent).to.equal('And then?');
    expect(field(poll, 'Safety').checked).to.equal(true);
    expectFocus(poll, first as Element);
  });

  it('keeps the choice when the language changes', async () => {
    const { poll, api } = await mount(pollBody());
    await press(field(poll, 'Climate'));
    const russian = goals.map((each) => ({ ...each, label: `${each.label} по-русски` }));
    await api.setup({
      polls: { goals: pollBody({ lang: 'ru', questions: [question({ options: russian })] }) },
    });
    poll.lang = 'ru';
    await shows(poll, 'Climate по-русски');
    expect(field(poll, 'Climate по-русски').checked).to.equal(true);
    expect(textOf(button(poll, 'Проголосовать'))).to.equal('Проголосовать');
    const [first, second] = (await api.requests('GET')).map(({ query }) => query);
    expect(first).to.contain('lang=en');
    expect(second).to.contain('lang=ru');
  });

  it('keeps own words and the own vote when the language changes', async () => {
    const wishes = question({ other: true, options: [...goals, option('other', 'Other', 0)] });
    const { poll, api } = await mount(pollBody({ questions: [wishes] }));
    await press(one(poll, '[type=text]'));
    await sendKeys({ type: 'Trees' });
    poll.lang = 'ru';
    await eventually(() => findButton(poll, 'Проголосовать'), 'Russian');
    // Before the texts have come in that language, no vote is taken.
    await api.received('GET', 2);
    const isFree = () => button(poll, 'Проголосовать').getAttribute('aria-disabled') !== 'true';
    await eventually(() => !poll.matches(':state(loading)') && isFree(), 'the texts in Russian');
    expect(one<HTMLInputElement>(poll, '[type=text]').value).to.equal('Trees');
    await press(button(poll, 'Проголосовать'));
    await shows(poll, 'Ваш голос учтён.');
    poll.lang = 'en';
    await shows(poll, 'Change my vote');
    expect(textOf(one(poll, 'li.own')))
      .to.contain('Trees')
      .and.contain('Your choice');
  });

  it('shows the vote that stands where a change of it is refused', async () => {
    const { poll, api } = await mount(pollBody());
    await press(field(poll, 'Safety'));
    await press(button(poll, 'Vote'));
    await shows(poll, 'Change my vote');
    await press(button(poll, 'Change my vote'));
    const vote = { revision: 1, answers: [{ question: 'q1', options: ['b'] }] };
    const body = { snapshot: pollBody({ version: 3 }), vote };
    await api.plan({ method: 'PUT', status: 403, code: 'not_eligible', body });
    await press(field(poll, 'Travel'));
    await press(button(poll, 'Vote'));
    await shows(poll, 'You cannot vote here.');
    expect(textOf(one(poll, 'li.own')))
      .to.contain('Safety')
      .and.contain('Your choice');
    expect(all(poll, 'input')).to.have.length(0);
  });

  it('shows the vote that the server knows of where it takes no second one', async () => {
    const { poll, api } = await mount(pollBody({ policy: { change: false, withdraw: false } }));
    const vote = { revision: 1, answers: [{ question: 'q1', options: ['d'] }] };
    const snapshot = pollBody({ version: 2, policy: { change: false, withdraw: false } });
    await api.plan({ method: 'PUT', status: 409, code: 'already_voted', body: { snapshot, vote } });
    await press(field(poll, 'Trade'));
    await press(button(poll, 'Vote'));
    await shows(poll, 'You have voted already.');
    expect(textOf(one(poll, 'li.own'))).to.contain('Travel');
    expect(all(poll, 'input, button')).to.have.length(0);
  });

  it('shows a read-only poll from a static file', async () => {
    const file = new Blob([JSON.stringify(pollBody())], { type: 'application/json' });
    const api = await fakeEndpoint();
    await api.plan({ path: '/poll.json', text: await file.text() });
    const poll = await fixture<HTMLElement>(
      html`<riac-poll src=${`${api.url}/poll.json`}></riac-poll>`,
    );
    await shows(poll, '33 (31%)');
    await eventually(() => all(poll, 'input, button').length === 0, 'no fields');
  });
});
