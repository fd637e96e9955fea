import { expect } from '@open-wc/testing';
import type { ShareBarElement } from '../../src/share-bar/share-bar-element.js';
import { until } from '../support/wait.js';
import { entry, mountBar, offered, pretendPhone } from './share-page.js';

const url = 'https://news.example/a?b=1';
const status = (bar: ShareBarElement) =>
  bar.renderRoot.querySelector('[role=status]')?.textContent?.trim() ?? '';
const field = (bar: ShareBarElement) => bar.renderRoot.querySelector('input');

/** Replaces own members of an object until `restore`. */
function replace<T extends object>(target: T, members: Partial<Record<string, unknown>>) {
  const before = Object.keys(members).map(
    (name) => [name, Object.getOwnPropertyDescriptor(target, name)] as const,
  );
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(target, name, descriptor);
      else Reflect.deleteProperty(target, name);
    }
  };
}

/** Names of the shares that the bar has told of. */
function listen(bar: ShareBarElement): string[] {
  const told: string[] = [];
  bar.addEventListener('riac-share', ({ network }) => told.push(network));
  return told;
}

describe('copying the link', () => {
  let restore: () => void = () => undefined;
  afterEach(() => restore());

  const copy = async (members: { clipboard?: unknown; execCommand?: () => boolean }) => {
    const undo = [
      replace(navigator, { clipboard: members.clipboard }),
      replace(document, { execCommand: members.execCommand ?? (() => false) }),
    ];
    restore = () => undo.forEach((put) => put());
    const bar = await mountBar({ networks: 'x copy', url, utm: 'utm_source={network}' });
    const told = listen(bar);
    entry(bar, 'copy').focus();
    entry(bar, 'copy').click();
    await until(() => status(bar), 'the outcome');
    return { bar, told };
  };

  it('uses the clipboard, says so, and leaves campaign parameters out', async () => {
    let text = '';
    const writeText = async (copied: string) => void (text = copied);
    const { bar, told } = await copy({ clipboard: { writeText } });
    expect(status(bar)).to.equal('Link copied.');
    expect(text).to.equal(url);
    expect(told).to.deep.equal(['copy']);
  });

  const refusals = [new DOMException('no', 'NotAllowedError'), new TypeError('no')];
  for (const [what, clipboard] of [
    ['missing', undefined],
    ...refusals.map((error) => [
      `refusing with ${error.name}`,
      { writeText: () => Promise.reject(error) },
    ]),
    ['throwing', { writeText: () => [].reduce((all) => all) }],
  ] as const) {
    it(`uses the old command where the clipboard is ${String(what)}`, async () => {
      let selected = '';
      const execCommand = () => {
        const root = document.querySelector('riac-share-bar')?.shadowRoot;
        const input = root?.querySelector('input');
        selected = input?.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0) ?? '';
        return true;
      };
      const { bar, told } = await copy({ clipboard, execCommand });
      expect(status(bar)).to.equal('Link copied.');
      expect(selected).to.equal(url);
      expect(told).to.deep.equal(['copy']);
      expect(field(bar)).to.equal(null);
      expect(bar.shadowRoot?.activeElement).to.equal(entry(bar, 'copy'));
    });
  }

  it('never claims what did not happen: the link stands there, selected', async () => {
    const { bar, told } = await copy({ clipboard: undefined });
    expect(status(bar)).to.equal('Please copy the link here:');
    expect(told).to.deep.equal([]);
    const input = field(bar);
    expect(input?.value).to.equal(url);
    expect(input?.readOnly).to.equal(true);
    expect(bar.shadowRoot?.activeElement).to.equal(input);
    expect([input?.selectionStart, input?.selectionEnd]).to.deep.equal([0, url.length]);
  });
});

describe('the system’s share sheet', () => {
  let restore: () => void = () => undefined;
  afterEach(() => restore());

  const share = async (answer: () => Promise<void>) => {
    const given: ShareData[] = [];
    restore = replace(navigator, {
      share: (sent: ShareData) => {
        given.push(sent);
        return answer();
      },
    });
    const bar = await mountBar({
      networks: 'x copy',
      native: 'always',
      url,
      'share-title': 'T',
      utm: 'utm_source={network}',
    });
    const told = listen(bar);
    entry(bar, 'native').click();
    // Called in the gesture: a browser forbids it later.
    expect(given).to.have.length(1);
    return { bar, told, given };
  };

  it('gets title and address, once', async () => {
    const { told, given, bar } = await share(() => Promise.resolve());
    expect(given).to.deep.equal([{ title: 'T', url: `${url}&utm_source=native` }]);
    await until(() => told.length, 'the share');
    expect(told).to.deep.equal(['native']);
    expect(status(bar)).to.equal('');
  });

  for (const name of ['AbortError', 'InvalidStateError']) {
    it(`may be put away without a word (${name})`, async () => {
      const { told, bar } = await share(() => Promise.reject(new DOMException('', name)));
      await new Promise((done) => setTimeout(done));
      expect(told).to.deep.equal([]);
      expect(status(bar)).to.equal('');
    });
  }

  for (const error of [
    new DOMException('', 'NotAllowedError'),
    new DOMException('', 'DataError'),
    new TypeError('no'),
  ]) {
    it(`says when it does not open (${error.name})`, async () => {
      const { told, bar } = await share(() => Promise.reject(error));
      await until(() => status(bar), 'the outcome');
      expect(status(bar)).to.equal('This did not work.');
      expect(told).to.deep.equal([]);
    });
  }

  it('is offered first on phones, elsewhere only on request, and never where it is missing', async () => {
    const first = async (attributes: Record<string, string>) =>
      offered(await mountBar({ networks: 'x native', ...attributes })).join(' ');
    restore = replace(navigator, { share: () => Promise.resolve() });
    expect(await first({})).to.equal('x');
    expect(await first({ native: 'always' })).to.equal('x native');
    const phone = pretendPhone();
    expect(await first({ networks: 'x' })).to.equal('native x');
    expect(await first({ native: 'never' })).to.equal('x');
    phone.restore();
    restore();
    Reflect.deleteProperty(navigator, 'share');
    if (!('share' in navigator)) expect(await first({ native: 'always' })).to.equal('x');
  });
});

describe('printing', () => {
  it('opens the print dialog', async () => {
    let calls = 0;
    const restore = replace(window, { print: () => calls++ });
    const bar = await mountBar({ networks: 'print' });
    const told = listen(bar);
    entry(bar, 'print').click();
    restore();
    expect(calls).to.equal(1);
    await until(() => told.length, 'the event');
    expect(told).to.deep.equal(['print']);
  });

  it('is a button, as copying is, and no script address', async () => {
    const bar = await mountBar({ networks: 'print copy' });
    for (const name of offered(bar)) expect(entry(bar, name).tagName).to.equal('BUTTON');
  });
});
