import { until } from './wait.js';
import type { ProbeElement } from './probe-element.js';

/**
 * A second document of the same origin with its own copy of the library: to the first one it is what
 * another tab is, storage events included.
 */
export async function openTab(): Promise<{ document: Document; close(): void }> {
  const frame = document.createElement('iframe');
  frame.src = new URL('./tab.html', import.meta.url).href;
  frame.style.cssText = 'inline-size: 600px; block-size: 300px';
  document.body.prepend(frame);
  await until(
    () => frame.contentWindow?.customElements.get('riac-probe'),
    'the library in the other tab',
  );
  const inner = frame.contentDocument;
  if (!inner) throw new Error('The other tab has no document');
  return { document: inner, close: () => frame.remove() };
}

/** Adds a probe of an item to a document and waits until it is loaded. */
export async function addProbe(
  target: Document,
  endpoint: string,
  item: string,
): Promise<ProbeElement> {
  const probe = target.createElement('riac-probe');
  Object.assign(probe, { endpoint, item });
  target.body.prepend(probe);
  await until(() => probe.view.phase !== 'loading', 'the item to load');
  return probe;
}
