import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { until } from '../support/wait.js';

interface Example {
  readonly place: string;
  readonly flags: string;
  readonly html: string;
}

const fence = /^( *)```html(.*)\n([\s\S]*?)^ *```$/gm;

async function examplesOf(file: string): Promise<Example[]> {
  const text = await (await fetch(file)).text();
  return [...text.matchAll(fence)].map(({ 2: flags = '', 3: html = '', index }) => ({
    place: `${file}:${text.slice(0, index).split('\n').length}`,
    flags,
    html,
  }));
}

/** All texts of the documentation, as the list for search engines has them. */
async function textFiles(): Promise<string[]> {
  const list = await (await fetch('/sitemap.xml')).text();
  const paths = [...list.matchAll(/\/(en|ru)\/docs\/([\w-]*?)(?:\.html)?<\/loc>/g)];
  return [
    '/README.md',
    ...paths.map(([, lang, name]) => `/demo/site/docs/${lang}/${name || 'index'}.md`),
  ];
}

const widgets = 'riac-star-rating, riac-share-bar, riac-poll';
const script = '<script type="module" src="/riac-widgets.js"></script>';

/** Runs before the widgets do: their first event may come before the page has loaded. */
const witness = `<script>
  addEventListener('riac-load', ({ target }) => target.toggleAttribute('data-loaded', true));
  addEventListener('riac-error', ({ item, failure, code, message }) => {
    document.documentElement.dataset.faults = [item, failure, code, message].join(' ');
  });
</script>`;

/** The example on a page of its own, as a reader would paste it; with the demo around a part of a page. */
function pageOf({ html, flags }: Example): string {
  const pasted = html
    .replaceAll('https://widgets.example.org', location.origin)
    // The reader's own small server, also where one has been started: no browser asks this port.
    .replaceAll('http://127.0.0.1:8090', 'http://127.0.0.1:9');
  const withScript = pasted.includes('riac-widgets.js') ? pasted : script + pasted;
  if (/<html/.test(pasted)) return pasted.replace(/<html[^>]*>/, `$&${witness}`);
  const needsServer = !flags.includes('alone') && !/data-riac-endpoint/.test(pasted);
  const body = needsServer ? '<body data-riac-endpoint="/api/v1">' : '<body>';
  return `<!doctype html>${witness}${body}${withScript}</body>`;
}

async function show(example: Example) {
  const frame = document.createElement('iframe');
  frame.width = '700';
  frame.height = '900';
  document.body.append(frame);
  frame.srcdoc = pageOf(example);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const page = frame.contentDocument;
  if (!page) throw new Error(`${example.place} cannot be read`);
  return { frame, page };
}

const wordsOf = (element: Element) => element.shadowRoot?.textContent?.trim() ?? '';

/** True when a widget shows what it has; one with a server has heard from it. */
const isThere = (element: Element, { flags }: Example) => {
  const asks = 'riac-star-rating, riac-poll:not([archive]), [counts]';
  const heard =
    flags.includes('alone') || !element.matches(asks) || element.matches('[data-loaded]');
  return element.matches(':defined') && wordsOf(element) !== '' && heard;
};

describe('the examples of the documentation', () => {
  let examples: Example[] = [];

  before(async () => {
    await executeServerCommand('reference-server');
    examples = (await Promise.all((await textFiles()).map(examplesOf))).flat();
  });

  it('are many', () => {
    expect(examples.length).to.be.greaterThan(25);
  });

  it('show their widgets when they are pasted into a page', async () => {
    for (const example of examples) {
      const { frame, page } = await show(example);
      const found = [...page.querySelectorAll(widgets)];
      expect(found.length, example.place).to.be.greaterThan(0);
      const fault = () => page.documentElement.dataset['faults'] ?? '';
      await until(() => fault() || found.every((one) => isThere(one, example)), example.place);
      if (example.flags.includes('unanswered')) expect(fault()).to.include('offline');
      else expect(fault(), example.place).to.equal('');
      frame.remove();
    }
  }).timeout(120_000);
});
