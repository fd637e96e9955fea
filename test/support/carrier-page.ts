import { until } from './wait.js';

/** A page of its own with the widgets in it, as a server sends it. */
export interface CarrierPage {
  readonly page: Document;
  /** Errors, rejections, and reports of the page's policy. */
  readonly faults: string[];
  readonly warnings: string[];
  /** Puts HTML at the end of the body, as a page does that shows a comment later. */
  insert(html: string): Promise<void>;
  /** The widgets that stand in carriers, as the ids of the carriers. */
  carried(): string[];
  remove(): void;
}

interface Parts {
  /** Attributes of `<html>`. */
  readonly html?: string;
  /** Attributes of the script tag. */
  readonly script?: string;
  readonly head?: string;
  readonly body: string;
  /** Modules to load; that of all widgets unless told. */
  readonly modules?: readonly string[];
  /** Tags to wait for. */
  readonly tags?: readonly string[];
}

const watch = `<script>
  faults = []; warnings = [];
  addEventListener('error', ({ message }) => faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));
  addEventListener('securitypolicyviolation', ({ effectiveDirective }) => faults.push(effectiveDirective));
  console.warn = (...parts) => warnings.push(parts.join(' '));
</script>`;

type View = Window & typeof globalThis & { faults: string[]; warnings: string[] };

const allTags = ['riac-star-rating', 'riac-share-bar', 'riac-poll'];

/** Opens a page and waits until its widgets are defined, and its carriers seen. */
export async function carrierPage(parts: Parts): Promise<CarrierPage> {
  const { html = '', script = '', head = '', body, tags = allTags } = parts;
  const { modules = ['/src/index.ts'] } = parts;
  const scripts = modules.map((url) => `<script type="module" src="${url}" ${script}></script>`);
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en" ${html}><head><title>Page</title>${watch}${head}
    ${scripts.join('')}</head><body>${body}</body></html>`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow as View;
  const page = view.document;
  // By their prototype: some of these pages hide members of `document`.
  const all = (selector: string): Element[] => [
    ...view.Document.prototype.querySelectorAll.call(page, selector),
  ];
  await until(() => tags.every((tag) => view.customElements.get(tag)), 'the definitions');
  return {
    page,
    faults: view.faults,
    warnings: view.warnings,
    insert: async (text) => {
      all('body')[0]?.insertAdjacentHTML('beforeend', text);
      // Mutations are told before the next task.
      await new Promise((done) => setTimeout(done));
    },
    carried: () =>
      all('[data-riac]:has(> :is(riac-star-rating, riac-share-bar, riac-poll))').map(
        ({ id }) => id,
      ),
    remove: () => frame.remove(),
  };
}
