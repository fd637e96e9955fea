import type { View } from '../data/view.js';
import { webAddress } from './page-item.js';
import { asRequestError } from '../data/request-error.js';
import { requestJson } from '../data/request.js';
import { registry } from '../data/registry.js';
import type { Source } from '../data/adapter.js';
import { itemUrl } from '../data/source.js';

/** The facts about an element that the debug panel reports. */
export interface DebugFacts {
  /** `undefined` while the element has no endpoint. */
  readonly source: Source | undefined;
  readonly view: View<unknown, unknown>;
}

/**
 * A message for the developer about a configuration fault and its remedy, or about the present
 * setup.
 */
type Finding = string;

function storageFinding(): Finding[] {
  try {
    localStorage.setItem('riac1:probe', '1');
    localStorage.removeItem('riac1:probe');
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.name : String(error);
    return [
      `Storage is blocked (${reason}): votes count, but this browser is a new voter on every visit.`,
    ];
  }
}

/** Describes the adapter of a source; `''` if it has none. */
function adapterFinding({ adapter, endpoint }: Source): Finding {
  if (!adapter) return '';
  if (typeof adapter === 'object') return `Speaks with ${endpoint} through an adapter.`;
  return registry.adapters.has(adapter)
    ? `Speaks with ${endpoint} through the adapter "${adapter}".`
    : `Waits for the adapter "${adapter}": load its file, or call registerAdapter.`;
}

function endpointFinding(host: HTMLElement, { source }: DebugFacts): Finding[] {
  if (source) return [adapterFinding(source) || `Reads ${source.src || itemUrl(source)}`];
  if (host.getAttribute('endpoint')) return [];
  return [
    'No endpoint: set the endpoint attribute, or data-riac-endpoint on an ancestor. A poll also needs item.',
  ];
}

/**
 * Reports attributes whose value is no web address although they need one. The widget ignores such
 * a value.
 */
const addressFindings = (host: HTMLElement): Finding[] =>
  ['endpoint', 'src', 'url', 'archive-href'].flatMap((name) => {
    const written = host.getAttribute(name);
    if (!written || webAddress(written.replaceAll('{item}', 'a'))) return [];
    return [`${name}="${written}" is not an http or https address.`];
  });

/** Resolves to true if a request of this mode reaches a server, whatever the answer is. */
const reaches = (url: string, mode: RequestMode): Promise<boolean> =>
  requestJson(url, { mode, cache: 'no-store' }).then(
    () => true,
    (error) => !['offline', 'timeout'].includes(asRequestError(error).failure),
  );

async function offlineFinding(url: string, method: string): Promise<Finding> {
  const target = new URL(url);
  if (navigator.onLine === false) return 'The browser is offline.';
  if (location.protocol === 'https:' && target.protocol === 'http:') {
    return `Mixed content: this page is https, so the browser blocks ${target.origin}. Serve the endpoint by https.`;
  }
  if (method !== 'GET' && (await reaches(url, 'cors'))) {
    return `Preflight refused: reads work, but ${target.origin} does not allow ${method} with the headers authorization, content-type and idempotency-key. Answer OPTIONS with Access-Control-Allow-Methods and Access-Control-Allow-Headers.`;
  }
  if (target.origin !== location.origin && (await reaches(url, 'no-cors'))) {
    return `No CORS header: ${target.origin} answers, but without Access-Control-Allow-Origin for ${location.origin}.`;
  }
  return `No answer from ${target.origin}: server down, wrong address, or blocked by the page's connect-src.`;
}

/** Returns the HTTP method of the request that failed. */
function methodOf(view: DebugFacts['view']): string {
  if (!('wish' in view)) return 'GET';
  return view.wish === null ? 'DELETE' : 'PUT';
}

async function faultFinding({ source, view }: DebugFacts): Promise<Finding[]> {
  if (!('error' in view) || !source) return [];
  const { error } = view;
  const url = source.src || itemUrl(source);
  if (error.failure === 'timeout') return [`No answer within 8 seconds from ${url}`];
  if (error.failure === 'offline') return [await offlineFinding(url, methodOf(view))];
  if (error.failure === 'malformed') {
    const html = /text\/html/.test(error.message);
    const hint = html ? 'HTML instead of JSON' : `Wrong answer: ${error.message}`;
    return [`${hint}. ${url} does not speak contract v1.`];
  }
  if (error.status !== 404) return [`Refused: HTTP ${error.status} ${error.code}`];
  return [
    error.code === 'not_found'
      ? `The endpoint works, but has no ${source.kind} "${source.item}".`
      : `Endpoint not found: HTTP 404 without a problem body. Is ${source.endpoint} the base of the API?`,
  ];
}

function panelOf(host: HTMLElement): HTMLElement {
  const root = host.shadowRoot ?? host;
  const found = root.querySelector<HTMLElement>('[part=debug]');
  const panel = found ?? document.createElement('div');
  panel.setAttribute('part', 'debug');
  panel.setAttribute('role', 'note');
  panel.style.cssText =
    'font:12px/1.5 ui-monospace,monospace;margin-top:.75em;padding:.5em .75em;border:1px dashed;white-space:pre-wrap';
  if (!found) root.append(panel);
  return panel;
}

function choicesFinding(host: HTMLElement): Finding[] {
  const stars = host.shadowRoot?.querySelectorAll('[part~=star][role=radio]').length ?? 0;
  return stars > 7 ? ['For more than 7 choices a group of radio buttons is not advised.'] : [];
}

/** Shows the debug panel under an element, or updates the one that is there. */
export async function showDebugPanel(host: HTMLElement, facts: DebugFacts): Promise<void> {
  const panel = panelOf(host);
  const known = [
    ...addressFindings(host),
    ...endpointFinding(host, facts),
    ...storageFinding(),
    ...choicesFinding(host),
  ];
  const { view } = facts;
  const lines = [...known, ...(await faultFinding(facts))];
  // The element may have changed its state during a slow probe, so this report is out of date.
  if (facts.view !== view) return;
  panel.textContent = [`<${host.localName}> debug`, ...lines].join('\n');
}
