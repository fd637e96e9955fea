import { expect } from '@open-wc/testing';
import {
  addToHead,
  catchWarnings,
  fetchFurther,
  linkOf,
  mountBar,
  pretendPhone,
  read,
} from './share-page.js';

const url = 'https://news.example/en/a?b=1&c=%D1%8F#part-2';
const title = 'Rise & fall: 100 % of “C++” #1?';
const message = `${title}\n${url}`;
const image = 'https://news.example/a.png';

/** Where each network is to be found and what it must read there. */
const networks: Record<string, { at: string; reads: Record<string, string> }> = {
  x: { at: 'https://x.com/intent/tweet', reads: { text: title, url, via: 'riac' } },
  facebook: { at: 'https://www.facebook.com/sharer/sharer.php', reads: { u: url } },
  linkedin: { at: 'https://www.linkedin.com/sharing/share-offsite/', reads: { url } },
  telegram: { at: 'https://t.me/share/url', reads: { url, text: title } },
  vk: { at: 'https://vk.com/share.php', reads: { url, title, image } },
  ok: { at: 'https://connect.ok.ru/offer', reads: { url, title, imageUrl: image } },
  max: { at: 'https://max.ru/:share', reads: { text: message } },
  whatsapp: { at: 'https://api.whatsapp.com/send', reads: { text: message } },
  viber: { at: 'viber://forward', reads: { text: message } },
  threads: { at: 'https://www.threads.com/intent/post', reads: { text: title, url } },
  bluesky: { at: 'https://bsky.app/intent/compose', reads: { text: message } },
  mastodon: { at: 'https://share.joinmastodon.org/', reads: { text: message } },
  messenger: { at: 'fb-messenger://share', reads: { link: url } },
  fediverse: { at: 'https://s2f.kytta.dev/', reads: { text: message } },
  instapaper: { at: 'https://www.instapaper.com/edit', reads: { url, title } },
  reddit: { at: 'https://www.reddit.com/submit', reads: { url, title } },
  hackernews: { at: 'https://news.ycombinator.com/submitlink', reads: { u: url, t: title } },
  pinterest: {
    at: 'https://www.pinterest.com/pin/create/button/',
    reads: { url, media: image, description: title },
  },
  livejournal: {
    at: 'https://www.livejournal.com/update.bml',
    reads: {
      subject: title,
      event: message.replaceAll('&', '&#38;'),
    },
  },
  line: { at: 'https://social-plugins.line.me/lineit/share', reads: { url, text: title } },
  email: { at: 'mailto:', reads: { subject: title, body: `${title}\r\n\r\n${url}` } },
  sms: { at: 'sms:', reads: { body: message } },
};

const names = Object.keys(networks).join(' ');
const attributes = { networks: names, url, 'share-title': title, via: '@riac' };
const address = (link: URL) => link.href.split(/[?#]/)[0];

describe('a link', () => {
  let phone: { restore(): void };
  let head: { remove(): void };

  before(fetchFurther);
  beforeEach(() => {
    phone = pretendPhone();
    head = addToHead(`<meta property="og:image" content="${image}">`);
  });
  afterEach(() => {
    phone.restore();
    head.remove();
  });

  for (const [name, { at, reads }] of Object.entries(networks)) {
    it(`to ${name} says there what was meant`, async () => {
      const link = linkOf(await mountBar(attributes), name);
      expect(address(link)).to.equal(at);
      expect(read(link)).to.deep.equal(reads);
    });
  }

  it('is encoded with %20 and never with a plus, which mail programs show', async () => {
    const bar = await mountBar({ ...attributes, 'share-title': 'Two words' });
    for (const name of Object.keys(networks)) {
      const { href } = linkOf(bar, name);
      expect(href, name).not.to.contain('+');
    }
  });

  it('leaves parameters out that have no value', async () => {
    const bar = await mountBar({ networks: 'x vk', url, 'share-title': title });
    expect(read(linkOf(bar, 'x'))).to.deep.equal({ text: title, url });
    head.remove();
    bar.requestUpdate();
    await bar.updateComplete;
    expect(read(linkOf(bar, 'vk'))).to.deep.equal({ url, title });
  });

  it('carries a message of the page’s own instead of the title', async () => {
    const bar = await mountBar({ ...attributes, text: 'Read\nthis' });
    expect(read(linkOf(bar, 'telegram'))['text']).to.equal('Read\nthis');
    expect(read(linkOf(bar, 'email'))).to.deep.equal({
      subject: title,
      body: `Read\r\nthis\r\n\r\n${url}`,
    });
  });

  const hostile: Record<string, string> = {
    'a lone surrogate': 'a\ud83dz',
    'a right-to-left title': 'שלום עולם، مرحبا',
    'quotes and brackets': `"'><script>alert(1)</script>`,
    'a joined emoji': '👩‍👩‍👧‍👦🏳️‍🌈 ok',
    'percent signs': '100%25 %0A %',
    'placeholders of ours': '{url} {text} {html} {constructor}',
    'replacement patterns': "$& $1 $$ $'",
  };
  for (const [what, text] of Object.entries(hostile)) {
    it(`brings ${what} over unharmed`, async () => {
      const bar = await mountBar({ ...attributes, 'share-title': text });
      const expected = text.replace(/\ud83d(?!\udc69|\udc67|\udc66)z/, '\ufffdz');
      for (const [name, { reads }] of Object.entries(networks)) {
        const got = read(linkOf(bar, name));
        expect(Object.keys(got), name).to.deep.equal(Object.keys(reads));
        const field = ['title', 't', 'subject', 'text', 'body', 'description'].find(
          (key) => key in got,
        );
        if (field) expect(got[field], name).to.contain(expected);
      }
    });
  }

  it('takes line breaks out of a title, so that no mail header can be added', async () => {
    const bar = await mountBar({ ...attributes, 'share-title': 'One\r\nBcc: all@news.example' });
    expect(read(linkOf(bar, 'email'))['subject']).to.equal('One Bcc: all@news.example');
  });
});

describe('a long text', () => {
  const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length;

  it('is cut for X to what its counting leaves beside the link', async () => {
    const bar = await mountBar({ networks: 'x', url, 'share-title': 'word '.repeat(1000) });
    const { text = '', url: shared } = read(linkOf(bar, 'x'));
    expect(shared).to.equal(url);
    expect(text).to.match(/word…$/);
    expect(text.length + 1 + 23 + 1).to.be.within(270, 280);
  });

  it('counts twice on X what X counts twice', async () => {
    const bar = await mountBar({ networks: 'x', url, 'share-title': '漢'.repeat(300) });
    const { text = '' } = read(linkOf(bar, 'x'));
    expect(text.length * 2 + 1 + 23).to.be.within(270, 280);
  });

  it('leaves room on X for the account named', async () => {
    const bar = await mountBar({
      networks: 'x',
      url,
      via: 'a_long_account',
      text: 'a'.repeat(400),
    });
    const { text = '' } = read(linkOf(bar, 'x'));
    expect(text.length + 1 + ' via @a_long_account'.length + 24).to.be.at.most(280);
  });

  it('is cut for Bluesky at 300 graphemes, link included, and never within one', async () => {
    const family = '👩‍👩‍👧‍👦';
    const bar = await mountBar({ networks: 'bluesky', url, 'share-title': family.repeat(400) });
    const { text = '' } = read(linkOf(bar, 'bluesky'));
    expect(graphemes(text)).to.be.within(297, 300);
    const [said = '', link] = text.split('\n');
    expect(link).to.equal(url);
    expect(said.replace('…', '').replaceAll(family, '')).to.equal('');
  });

  it('gives way whole where the link alone fills Bluesky', async () => {
    const long = `https://news.example/${'a'.repeat(400)}`;
    const bar = await mountBar({ networks: 'bluesky', url: long, 'share-title': 'Title' });
    expect(read(linkOf(bar, 'bluesky'))['text']).to.equal(long);
  });

  it('of 5 000 characters still makes links that servers take', async () => {
    const text = 'Я'.repeat(5000);
    const bar = await mountBar({ networks: 'vk telegram email', url, 'share-title': text });
    for (const name of ['vk', 'telegram', 'email']) {
      expect(linkOf(bar, name).href.length, name).to.be.below(7000);
      expect(read(linkOf(bar, name)), name).to.satisfy((values: Record<string, string>) =>
        Object.values(values).some((value) => value.includes(url)),
      );
    }
  });
});

describe('Mastodon', () => {
  it('opens on the reader’s server where the page knows it', async () => {
    const bar = await mountBar({
      networks: 'mastodon',
      'mastodon-server': 'mastodon.example',
      url,
      'share-title': title,
    });
    const link = linkOf(bar, 'mastodon');
    expect(address(link)).to.equal('https://mastodon.example/share');
    expect(read(link)).to.deep.equal({ text: message });
  });

  for (const server of ['evil.example/?', 'a b', '@evil.example', 'x#', 'javascript:alert(1)']) {
    it(`keeps the official choice of servers instead of "${server}"`, async () => {
      const warnings = catchWarnings();
      const bar = await mountBar({ networks: 'mastodon', 'mastodon-server': server });
      warnings.restore();
      expect(linkOf(bar, 'mastodon').host).to.equal('share.joinmastodon.org');
      expect(warnings.texts.join()).to.contain(server);
    });
  }
});
