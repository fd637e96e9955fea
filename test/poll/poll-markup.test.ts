import { expect, fixture, html } from '@open-wc/testing';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { all, one, pollBody, rows, shows, textOf } from './poll-fixtures.js';

describe('a poll in the markup', () => {
  it('is read from a fieldset', async () => {
    const poll = await fixture<HTMLElement>(
      html`<riac-poll>
        <h3>Poll conducted</h3>
        <fieldset data-id="q1">
          <legend>What should come first?</legend>
          <label data-votes="33">Trade</label>
          <label data-votes="30">Safety</label>
          <label data-votes="24">Climate</label>
          <label data-votes="21">Travel</label>
        </fieldset>
      </riac-poll>`,
    );
    await shows(poll, '33 (31%)');
    expect(rows(poll)).to.deep.equal([
      'Trade 33 (31%)',
      'Safety 30 (28%)',
      'Climate 24 (22%)',
      'Travel 21 (19%)',
    ]);
    expect(textOf(one(poll, '[role=heading]'))).to.equal('Poll conducted (results)');
    expect(textOf(poll)).to.contain('1. What should come first?').and.contain('108 voters');
    expect(all(poll, 'input, button').length).to.equal(0);
  });

  it('is read from lists that are readable without it', async () => {
    const poll = await fixture<HTMLElement>(
      html`<riac-poll>
        <h2>Two questions</h2>
        <p>First?</p>
        <ol>
          <li>Yes <data value="3">3 (75%)</data></li>
          <li>No <data value="1">1 (25%)</data></li>
        </ol>
        <p>Second?</p>
        <ul data-voters="4">
          <li>A <data value="4">4</data></li>
          <li>B <data value="2">2</data></li>
        </ul>
      </riac-poll>`,
    );
    await shows(poll, '2. Second?');
    expect(rows(poll)).to.deep.equal(['Yes 3 (75%)', 'No 1 (25%)', 'A 4 (100%)', 'B 2 (50%)']);
  });

  it('is read from a numbered list of questions with their lists inside', async () => {
    const poll = await fixture<HTMLElement>(
      html`<riac-poll>
        <ol>
          <li>
            <p>First?</p>
            <ul>
              <li>Yes: <data value="3">3</data></li>
              <li>No: <data value="1">1</data></li>
            </ul>
          </li>
          <li>
            <p>Second?</p>
            <ul>
              <li data-votes="2">A</li>
            </ul>
          </li>
        </ol>
      </riac-poll>`,
    );
    await shows(poll, '2. Second?');
    expect(all(poll, '[part=text]').map(textOf)).to.deep.equal(['First?', 'Second?']);
    expect(rows(poll)).to.deep.equal(['Yes: 3 (75%)', 'No: 1 (25%)', 'A 2 (100%)']);
  });

  it('of the server, a form or a list, gives way to the poll when that has come', async () => {
    const api = await fakeEndpoint({ polls: { goals: pollBody() } });
    await api.plan({ path: '/state', hold: true });
    const place = await fixture<HTMLElement>(
      html`<div>
        <riac-poll endpoint=${api.url} item="goals">
          <form action="/vote" method="post">
            <label><input type="radio" name="q1" value="a" /> Trade</label><button>Send</button>
          </form>
        </riac-poll>
        <riac-poll endpoint=${api.url} item="goals">
          <ul>
            <li>Trade <data value="32">32</data></li>
          </ul>
        </riac-poll>
      </div>`,
    );
    const polls = [...place.querySelectorAll('riac-poll')];
    const seen = () =>
      polls.map((poll) => (poll.firstElementChild as HTMLElement).offsetHeight > 0);
    expect(seen(), 'the server’s own markup').to.deep.equal([true, true]);
    await api.release();
    for (const poll of polls) await shows(poll, 'What should come first?');
    expect(seen(), 'nothing of it beside the poll').to.deep.equal([false, false]);
    expect(polls.map((poll) => all(poll, '[type=radio]').length)).to.deep.equal([4, 4]);
  });

  it('is read from JSON, and again when it changes', async () => {
    const poll = await fixture<HTMLElement>(html`<riac-poll></riac-poll>`);
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(pollBody());
    poll.append(script);
    await shows(poll, '33 (31%)');
    script.textContent = JSON.stringify(pollBody({ title: 'Changed' }));
    await shows(poll, 'Changed');
  });

  it('stays as it is where it holds no votes', async () => {
    const poll = await fixture<HTMLElement>(
      html`<riac-poll
        ><form><button>Vote by form</button></form></riac-poll
      >`,
    );
    const [node] = one<HTMLSlotElement>(poll, 'slot').assignedElements();
    expect(textOf(node)).to.equal('Vote by form');
    expect(textOf(poll)).to.equal('');
  });

  it('is one clear error where a count is none', async () => {
    const errors: string[] = [];
    const listen = ({ message }: HTMLElementEventMap['riac-error']) => errors.push(message);
    document.body.addEventListener('riac-error', listen);
    const poll = await fixture<HTMLElement>(
      html`<riac-poll>
        <ol>
          <li data-votes="1">A</li>
          <li data-votes="-2">B</li>
        </ol>
      </riac-poll>`,
    );
    await shows(poll, 'The data could not be read.');
    document.body.removeEventListener('riac-error', listen);
    expect(errors.length).to.equal(1);
    expect(errors[0]).to.contain('questions[0].options[1].votes');
    expect(one<HTMLSlotElement>(poll, 'slot').assignedElements().length).to.equal(1);
  });
});
