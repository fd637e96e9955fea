import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { until } from '../support/wait.js';
import { addToHead, catchWarnings, entry, linkOf, mountBar, offered, read } from './share-page.js';

/** The address that a bar with these attributes shares. */
async function shared(attributes: Record<string, string>): Promise<string> {
  const bar = await mountBar({ networks: 'facebook', ...attributes });
  return read(linkOf(bar, 'facebook'))['u'] ?? '';
}

const page = () => location.href.replace(/#.*/s, '');

describe('the address shared', () => {
  let warnings: ReturnType<typeof catchWarnings>;
  beforeEach(() => (warnings = catchWarnings()));
  afterEach(() => warnings.restore());

  it('is the one given, else canonical, og:url and location', async () => {
    const head = [
      addToHead('<meta property="og:url" content="https://news.example/og">'),
      addToHead('<link rel="canonical" href="/canonical?a=1">'),
    ];
    expect(await shared({ url: 'https://news.example/given' })).to.equal(
      'https://news.example/given',
    );
    expect(await shared({})).to.equal(`${location.origin}/canonical?a=1`);
    head.pop()?.remove();
    expect(await shared({})).to.equal('https://news.example/og');
    head.pop()?.remove();
    expect(await shared({})).to.equal(page());
    expect(warnings.texts).to.deep.equal([]);
  });

  it('keeps the fragment of a location only where it is a route', async () => {
    const before = location.href;
    history.replaceState(null, '', '#comments');
    expect(await shared({})).to.equal(page());
    history.replaceState(null, '', '#/articles/7');
    expect(await shared({})).to.equal(`${page()}#/articles/7`);
    history.replaceState(null, '', before);
  });

  it('loses passwords and what follows readers about, and nothing else', async () => {
    const url =
      'https://me:secret@news.example/a?id=%7e7&utm_source=x&fbclid=1&q=a+b&YCLID=2&gclid=3&_ga=4&ref=home#c';
    expect(await shared({ url })).to.equal('https://news.example/a?id=%7e7&q=a+b&ref=home#c');
  });

  it('takes campaign parameters in, encoded once, before the fragment', async () => {
    const utm = '?utm_source={network}&utm_medium={placement}&x={nothing}';
    const bar = await mountBar({
      networks: 'telegram copy',
      url: 'https://news.example/a?b=1#c',
      utm,
      placement: 'top & left',
    });
    const url = new URL(read(linkOf(bar, 'telegram'))['url'] ?? '');
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      b: '1',
      utm_source: 'telegram',
      utm_medium: 'top & left',
      x: '',
    });
    expect(url.hash).to.equal('#c');
  });

  const unsafe = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \n javascript:alert(1)',
    'java\nscr\tipt:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://news.example/1',
    'file:///etc/passwd',
    'view-source:https://news.example/',
    'https://',
    'http://[',
  ];
  for (const url of unsafe) {
    it(`is the page’s own instead of ${JSON.stringify(url)}, with one warning`, async () => {
      expect(await shared({ url })).to.equal(page());
      expect(await shared({ url })).to.equal(page());
      expect(warnings.texts).to.have.length(1);
    });
  }

  it('passes over an unusable canonical link', async () => {
    const head = addToHead('<link rel="canonical" href="javascript:alert(2)">');
    expect(await shared({})).to.equal(page());
    head.remove();
    expect(warnings.texts).to.have.length(1);
  });

  it('is a web address after any of 2 000 mutations', async function () {
    this.timeout(120_000);
    const bar = await mountBar({ networks: 'facebook telegram max email' });
    const piece = fc.constantFrom(
      ...[
        'javascript',
        'data',
        'https',
        'HTTP',
        'file',
        'blob',
        'vbscript',
        'news.example',
        'me:pw@',
      ],
      ...[
        ':',
        '//',
        '/',
        '\\',
        '?',
        '#',
        '&',
        '=',
        '%',
        '%00',
        '@',
        '[',
        ']',
        ' ',
        '\t',
        '\n',
        '\0',
      ],
    );
    const mutant = fc
      .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 9 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(mutant, async (url) => {
        bar.url = url;
        await bar.updateComplete;
        const sent = [
          read(linkOf(bar, 'facebook'))['u'],
          read(linkOf(bar, 'telegram'))['url'],
          read(linkOf(bar, 'max'))['text']?.split('\n').at(-1),
          read(linkOf(bar, 'email'))['body']?.split('\n').at(-1),
        ];
        const { href, protocol, username, password } = new URL(sent[0] ?? '');
        expect(['http:', 'https:']).to.include(protocol);
        expect(username + password).to.equal('');
        expect(sent).to.deep.equal([href, href, href, href]);
        expect(offered(bar)).to.have.length(4);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('custom networks', () => {
  let warnings: ReturnType<typeof catchWarnings>;
  beforeEach(() => (warnings = catchWarnings()));
  afterEach(() => warnings.restore());

  const lobsters = {
    id: 'lobsters',
    label: 'Lobsters',
    href: 'https://lobste.rs/stories/new?url={url}&title={title}',
    icon: 'M0 0h24v24H0z',
  };

  it('come by property and stand behind the usual ones', async () => {
    const bar = await mountBar({ url: 'https://news.example/a', 'share-title': 'A & B' });
    bar.customNetworks = [lobsters];
    await bar.updateComplete;
    expect(offered(bar).at(-1)).to.equal('lobsters');
    expect(read(linkOf(bar, 'lobsters'))).to.deep.equal({
      url: 'https://news.example/a',
      title: 'A & B',
    });
    expect(entry(bar, 'lobsters').ariaLabel).to.equal('Share on Lobsters (opens in a new tab)');
  });

  it('come as JSON in the markup, also after the element', async () => {
    const json = `<script type="application/json">${JSON.stringify([lobsters])}</script>`;
    const bar = await mountBar({ networks: 'lobsters x' }, json);
    expect(offered(bar)).to.deep.equal(['lobsters', 'x']);
    const late = await mountBar({ networks: 'x lobsters' });
    late.append(bar.firstElementChild ?? '');
    await new Promise((done) => setTimeout(done));
    expect(offered(late)).to.deep.equal(['x', 'lobsters']);
  });

  it('may rename a built-in one and keep its address', async () => {
    const bar = await mountBar({ networks: 'x' });
    bar.customNetworks = [{ id: 'x', label: 'Twitter' }];
    await bar.updateComplete;
    expect(entry(bar, 'x').ariaLabel).to.contain('Twitter');
    expect(linkOf(bar, 'x').host).to.equal('x.com');
  });

  const refused: [string, unknown][] = [
    ['a script', { ...lobsters, href: 'javascript:alert({url})' }],
    ['a script in disguise', { ...lobsters, href: ' JAVA\tscript:alert({url})' }],
    ['a data address', { ...lobsters, href: 'data:text/html,{title}' }],
    ['an address that the page fills in whole', { ...lobsters, href: '{url}' }],
    ['a relative address', { ...lobsters, href: '/share?u={url}' }],
    ['no address', { id: 'lobsters', label: 'Lobsters' }],
    ['a bad id', { ...lobsters, id: '1 <b>' }],
    ['nothing', null],
    ['a text', 'lobsters'],
  ];
  for (const [what, network] of refused) {
    it(`are refused with ${what}, with one warning`, async () => {
      const json = `<script type="application/json">${JSON.stringify([network])}</script>`;
      const bar = await mountBar({ networks: 'x' }, json);
      bar.requestUpdate();
      await bar.updateComplete;
      expect(offered(bar)).to.deep.equal(['x']);
      expect(warnings.texts.join()).to.contain(JSON.stringify(network));
      expect(warnings.texts).to.have.length(1);
    });
  }

  for (const json of ['{', '{}', '7']) {
    it(`are none where the JSON is ${json}`, async () => {
      const bar = await mountBar(
        { networks: 'x' },
        `<script type="application/json">${json}</script>`,
      );
      expect(offered(bar)).to.deep.equal(['x']);
    });
  }
});

describe('the list of networks', () => {
  let warnings: ReturnType<typeof catchWarnings>;
  beforeEach(() => (warnings = catchWarnings()));
  afterEach(() => warnings.restore());

  it('keeps the order given, knows former names, and warns once of what it cannot use', async () => {
    const networks = 'Twitter, vk  pocket\nmail,x, constructor';
    const bar = await mountBar({ networks });
    bar.requestUpdate();
    await bar.updateComplete;
    expect(offered(bar)).to.deep.equal(['x', 'vk', 'email']);
    expect(warnings.texts.map((text) => text.split(' ').pop())).to.deep.equal([
      'twitter',
      'pocket',
      'mail',
      'x',
      'constructor',
    ]);
  });

  it('differs by language, without a Meta brand in Russian', async () => {
    const bar = await mountBar();
    expect(offered(bar)).to.include.members(['x', 'facebook', 'email', 'copy', 'print']);
    bar.lang = 'ru';
    await until(() => offered(bar)[0] === 'vk', 'the Russian list');
    expect(offered(bar)).to.deep.equal(['vk', 'telegram', 'max', 'ok', 'email', 'copy', 'print']);
  });

  it('is the one of the reader’s language where the page gives several', async () => {
    const bar = await mountBar({
      networks: 'x',
      'networks-en': 'reddit',
      'networks-ru': 'vk',
      'networks-de': 'telegram',
    });
    expect(offered(bar)).to.deep.equal(['reddit']);
    for (const [lang, name] of [
      ['ru-RU', 'vk'],
      ['de', 'telegram'],
      ['fr', 'x'],
    ] as const) {
      bar.lang = lang;
      await until(() => offered(bar).join() === name, `the list for ${lang}`);
    }
    bar.networksRu = 'ok';
    bar.lang = 'ru';
    await until(() => offered(bar).join() === 'ok', 'the list set by property');
  });

  it('has phone networks on phones only, and Pinterest with a picture only', async () => {
    expect(offered(await mountBar({ networks: 'viber x sms pinterest' }))).to.deep.equal(['x']);
  });
});
