import { expect, fixture, html } from '@open-wc/testing';
import type { PollElement } from '../../src/poll/poll-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import {
  all,
  button,
  closed,
  findButton,
  one,
  pollBody,
  press,
  shows,
  textOf,
} from './poll-page.js';

const past = (item: string, more: object = {}) =>
  pollBody({ ...closed, item, title: item, ...more });
const page = (items: object[], next: string | null = null) => JSON.stringify({ items, next });

async function archive(api: FakeEndpoint, attributes: Record<string, string> = {}) {
  const poll = document.createElement('riac-poll') as PollElement;
  const all = { endpoint: api.url, archive: '', 'archive-href': '/polls/{item}', ...attributes };
  for (const [name, value] of Object.entries(all)) poll.setAttribute(name, value);
  poll.innerHTML = '<p>See our paper</p>';
  await fixture(html`<div>${poll}</div>`);
  return poll;
}

const fallbackIsShown = (poll: Element) => all(poll, 'slot').length === 1;

describe('an archive of polls', () => {
  before(async () => {
    // The list is a file beside the bundle, so the bundle is what has to find it.
    const bundle = '/riac-widgets.js';
    await import(bundle);
  });

  it('lists past polls as links, page after page', async () => {
    const api = await fakeEndpoint();
    const first = [past('tea & cake', { voters: 1 }), past('coffee', { closes_at: null })];
    await api.plan({ path: '/polls', text: page(first, 'coffee') });
    const poll = await archive(api);
    await shows(poll, 'Past polls');
    const links = () => all<HTMLAnchorElement>(poll, 'a');
    expect(links().map((link) => link.getAttribute('href'))).to.deep.equal([
      '/polls/tea%20%26%20cake',
      '/polls/coffee',
    ]);
    expect(all(poll, 'li').map(textOf)).to.deep.equal([
      'tea & cakeVoting closed on November 10, 2020 · 1 voter',
      'coffee108 voters',
    ]);
    expect(fallbackIsShown(poll)).to.equal(false);
    await expect(poll).to.be.accessible();

    await api.plan({ path: '/polls', text: page([past('water')]) });
    await press(button(poll, 'More polls'));
    await shows(poll, 'water');
    expect(textOf(one(poll, '[role=status]'))).to.equal('1 more poll');
    expect(poll.shadowRoot?.activeElement === links()[2], 'focus on the new line').to.equal(true);
    expect(findButton(poll, 'More polls')?.offsetParent ?? null).to.equal(null);
    const queries = (await api.requests('GET')).map(({ path, query }) => `${path}?${query}`);
    expect(queries).to.deep.equal([
      '/polls?state=closed&lang=en',
      '/polls?state=closed&lang=en&cursor=coffee',
    ]);
  });

  it('keeps its fallback when it cannot load, says why, and tries again', async () => {
    const api = await fakeEndpoint();
    await api.plan({ path: '/polls', status: 503, code: 'unavailable' });
    const codes: string[] = [];
    const listen = ({ code }: HTMLElementEventMap['riac-error']) => codes.push(code);
    document.body.addEventListener('riac-error', listen);
    const poll = await archive(api);
    await shows(poll, 'The service is not available just now.');
    document.body.removeEventListener('riac-error', listen);
    expect(codes).to.deep.equal(['unavailable']);
    expect(fallbackIsShown(poll)).to.equal(true);
    await api.plan({ path: '/polls', text: page([past('tea')]) });
    await press(button(poll, 'Try again'));
    await shows(poll, 'tea');
    expect(textOf(one(poll, '[role=alert]'))).to.equal('');
    expect(fallbackIsShown(poll)).to.equal(false);
  });

  it('keeps what it lists when the next page fails', async () => {
    const api = await fakeEndpoint();
    await api.plan({ path: '/polls', text: page([past('tea')], 'tea') });
    const poll = await archive(api);
    await shows(poll, 'tea');
    await api.plan({ path: '/polls', text: '{"items":[{"item":7}],"next":null}' });
    await press(button(poll, 'More polls'));
    await shows(poll, 'The data could not be read.');
    expect(all(poll, 'a').map(textOf)).to.deep.equal(['tea']);
    await api.plan({ path: '/polls', text: page([past('coffee')]) });
    await press(button(poll, 'Try again'));
    await shows(poll, 'coffee');
  });

  it('says that there is nothing yet, and passes over empty pages', async () => {
    const api = await fakeEndpoint();
    await api.plan({ path: '/polls', text: page([], 'further') });
    await api.plan({ path: '/polls', text: page([]) });
    const poll = await archive(api);
    await shows(poll, 'No poll has closed yet.');
    expect(await api.requests('GET')).to.have.length(2);
  });

  it('speaks Russian, follows the language, and shows titles as the text they are', async () => {
    const api = await fakeEndpoint();
    await api.plan({ path: '/polls', text: page([past('<b>tea</b>')]) });
    const poll = await archive(api);
    await shows(poll, '<b>tea</b>');
    await api.plan({ path: '/polls', text: page([past('чай', { voters: 2 })]) });
    poll.lang = 'ru';
    await shows(poll, 'Прошедшие опросы');
    expect(textOf(one(poll, 'li'))).to.equal(
      'чайГолосование завершилось 10 ноября 2020 г. · Проголосовали 2 человека',
    );
  });

  it('is a list without links where nobody says where polls are', async () => {
    const api = await fakeEndpoint();
    await api.plan({ path: '/polls', text: page([past('tea')]) });
    const poll = await archive(api, { 'archive-href': '' });
    await shows(poll, 'tea');
    expect(all(poll, 'a')).to.have.length(0);
  });

  for (const href of [
    'javascript:top.pwned=1//{item}',
    ' JAVASCRIPT:top.pwned=1',
    'java\tscript:top.pwned=1',
    '\u0001javascript:top.pwned=1',
    'data:text/html,{item}',
    `blob:${location.origin}/{item}`,
    'vbscript:{item}',
    'mailto:{item}',
    'file:///{item}',
    'https://',
  ]) {
    it(`makes no link of ${JSON.stringify(href)}, and debug says so`, async () => {
      const api = await fakeEndpoint();
      await api.plan({ path: '/polls', text: page([past('tea')]), times: 2 });
      const poll = await archive(api, { 'archive-href': href, debug: '' });
      await shows(poll, 'tea');
      expect(all(poll, 'a')).to.have.length(0);
      const said = `archive-href="${href}" is not an http or https address.`;
      const panel = () => poll.shadowRoot?.querySelector('[part=debug]')?.textContent;
      await until(() => panel()?.includes(said), said);
    });
  }

  it('links to other hosts by any spelling of a web address', async () => {
    const api = await fakeEndpoint();
    await api.plan({ path: '/polls', text: page([past('tea')]) });
    const poll = await archive(api, { 'archive-href': '//polls.example/?{item}', debug: '' });
    await shows(poll, 'tea');
    const links = all<HTMLAnchorElement>(poll, 'a').map(({ href }) => href);
    expect(links).to.deep.equal([`${location.protocol}//polls.example/?tea`]);
  });

  it('reads the archive of the reference server', async () => {
    const poll = await archive({ url: `${location.origin}/api/v1` } as FakeEndpoint);
    await shows(poll, 'Poll conducted');
    await shows(poll, '108 voters');
  });
});
