import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { until } from '../support/wait.js';

const list = await (await fetch('/sitemap.xml')).text();
const paths = [...list.matchAll(/<loc>([^<]*)<\/loc>/g)]
  .map(([, address = '']) => new URL(address, location.href).pathname)
  .filter((path) => /\/docs\//.test(path));

const documents = new Map<string, Promise<Document | undefined>>();

/** The page at an address, read once; `undefined` where there is none. */
function read(path: string): Promise<Document | undefined> {
  const found = documents.get(path) ?? readNow(path);
  documents.set(path, found);
  return found;
}

async function readNow(path: string): Promise<Document | undefined> {
  const answer = await fetch(path);
  if (!answer.ok) return undefined;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

async function page(path: string): Promise<Document> {
  const found = await read(path);
  if (!found) throw new Error(`${path} is not there`);
  return found;
}

const texts = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim() ?? '');

describe('the documentation', () => {
  it('has the pages that an adopter looks for, three of them also in Russian', () => {
    const names = (lang: string) =>
      paths.flatMap((path) => new RegExp(`/${lang}/docs/(.*)\\.html`).exec(path)?.[1] ?? []);
    expect(names('en')).to.include.members(
      'quick-start cms frameworks star-rating share-bar poll theming languages events http back-end adapters deployment privacy security accessibility failures browsers decisions comparison speed'.split(
        ' ',
      ),
    );
    expect(names('ru')).to.include.members(['quick-start', 'cms', 'privacy']);
  });

  for (const path of paths) {
    it(`${path} has one title, headings in order, and no style or script of its own`, async () => {
      const root = await page(path);
      expect(root.documentElement.lang).to.equal(path.slice(1, 3));
      expect(texts(root, 'h1')).to.have.length(1);
      const levels = [...root.querySelectorAll('main :is(h1, h2, h3)')]
        .filter((heading) => !heading.closest('.live'))
        .map(({ localName }) => Number(localName.slice(1)));
      levels.reduce((before, level) => {
        expect(level, `h${level} after h${before}`).to.be.at.most(before + 1);
        return level;
      }, 0);
      const inline = root.querySelectorAll(
        'style, [style], script:not([src]):not([type="application/json"])',
      );
      expect([...inline].map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
    });

    it(`${path} leads nowhere wrong`, async () => {
      const links = [...(await page(path)).querySelectorAll('a[href]')]
        .filter((link) => !link.closest('.live'))
        .map((link) => link.getAttribute('href') ?? '');
      for (const address of new Set(links)) {
        const url = new URL(address, location.origin + path);
        // Pages of others are sources: named, not fetched.
        if (url.origin !== location.origin) {
          expect(url.protocol, address).to.equal('https:');
          continue;
        }
        const target = await read(url.pathname + url.search);
        expect(target, address).to.exist;
        const id = decodeURIComponent(url.hash.slice(1));
        if (id) expect(target?.getElementById(id), address).to.exist;
      }
    });
  }

  it('shows the checksums of the files that the server sends', async () => {
    const root = await page('/en/docs/security.html');
    const shown = root.querySelector('#code-2')?.textContent ?? '';
    const sums = [
      ...shown.matchAll(/(riac-widgets[\w-]*\.js)"[:\s]+(?:integrity=)?"(sha384-[^"]+)"/g),
    ];
    expect(sums.map(([, name]) => name).sort()).to.deep.equal([
      'riac-widgets-archive.js',
      'riac-widgets-debug.js',
      'riac-widgets-networks.js',
      'riac-widgets.js',
    ]);
    for (const [, name, sum] of sums) {
      const bytes = await (await fetch(`/${name}`)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
      expect(sum, name).to.equal(`sha384-${btoa(String.fromCharCode(...digest))}`);
    }
  });

  it('has a reference of each element, made from the manifest', async () => {
    const manifest = await (await fetch('/custom-elements.json')).json();
    const elements = manifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }: { tagName?: string }) => tagName);
    expect(elements).to.have.length(3);
    for (const { tagName, attributes, cssParts } of elements) {
      const root = await page(`/en/docs/${tagName.replace('riac-', '')}.html`);
      const known = texts(root, 'td:first-child code');
      for (const { name } of [...attributes, ...cssParts]) expect(known, tagName).to.include(name);
    }
  });
});

describe('the search', () => {
  let frame: HTMLIFrameElement;

  const open = async (path: string) => {
    frame = document.createElement('iframe');
    frame.width = '900';
    frame.height = '700';
    frame.src = path;
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const root = frame.contentDocument;
    if (!root) throw new Error(`${path} cannot be read`);
    await until(() => root.querySelector('[data-search]:not([hidden])'), 'the button');
    return root;
  };

  afterEach(() => frame.remove());

  for (const [path, words, title] of [
    ['/en/docs/', 'idempotency', 'The HTTP contract'],
    ['/ru/docs/', 'хранится', 'Конфиденциальность'],
    ['/en/article.html', 'conformance', 'Writing a back end'],
  ] as const) {
    it(`opens by the slash key on ${path} and finds ${title}`, async () => {
      const root = await open(path);
      frame.contentWindow?.focus();
      root.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
      await until(() => root.querySelector('dialog[open] input'), 'the dialog');
      expect(root.activeElement?.localName).to.equal('input');
      await sendKeys({ type: words });
      await until(
        () => texts(root, 'dialog li').some((line) => line.startsWith(title)),
        `${title} among the results`,
      );
    });
  }

  it('leaves the slash to the field that somebody types in', async () => {
    const root = await open('/en/docs/');
    const field = root.createElement('input');
    root.body.append(field);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    expect(root.querySelector('dialog[open]')).to.equal(null);
  });
});
