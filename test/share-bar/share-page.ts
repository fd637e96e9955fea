import { fixture } from '@open-wc/testing';
import '../../src/share-bar/share-bar-define.js';
import type { ShareBarElement } from '../../src/share-bar/share-bar-element.js';
import { until } from '../support/wait.js';

/** A share bar with the given attributes; light-DOM content as HTML. */
export async function mountBar(
  attributes: Record<string, string> = {},
  content = '',
): Promise<ShareBarElement> {
  const bar = document.createElement('riac-share-bar');
  for (const [name, value] of Object.entries(attributes)) bar.setAttribute(name, value);
  bar.innerHTML = content;
  return fixture<ShareBarElement>(bar as unknown as string);
}

/** Names of the entries in the order shown. */
export const offered = (bar: ShareBarElement): string[] =>
  [...bar.renderRoot.querySelectorAll('[part^="item "]:not([part~="more"])')].map(
    (element) => element.part[1] ?? '',
  );

/** One entry of a bar. */
export function entry(bar: ShareBarElement, network: string): HTMLElement {
  const found = bar.renderRoot.querySelector<HTMLElement>(`[part~="${network}"]`);
  if (!found) throw new Error(`no entry for ${network} among ${offered(bar).join(' ')}`);
  return found;
}

/** The link of an entry as its receiver will parse it. */
export const linkOf = (bar: ShareBarElement, network: string): URL =>
  new URL(entry(bar, network).getAttribute('href') ?? '');

/** What a network will read from a link: parameters of the query or of the fragment. */
export function read(link: URL): Record<string, string> {
  const query = link.search || link.hash.replace('#', '?');
  return Object.fromEntries(new URLSearchParams(query));
}

/** Puts tags into the head until `remove` is called. */
export function addToHead(...tags: string[]): { remove(): void } {
  const template = document.createElement('template');
  template.innerHTML = tags.join('');
  const added = [...template.content.children];
  document.head.append(...added);
  return { remove: () => added.forEach((tag) => tag.remove()) };
}

/** Names of the entries that stand in a file of their own. */
export const furtherNames = 'hackernews livejournal messenger fediverse instapaper wechat qr';

/** Has that file fetched, so that bars know its entries at once. */
export async function fetchFurther(): Promise<void> {
  const bar = await mountBar({ networks: 'wechat' });
  await until(() => offered(bar).length, 'the further networks');
  bar.remove();
}

/** Lets the page believe that its main pointer is a finger, until `restore`. */
export function pretendPhone(): { restore(): void } {
  const { matchMedia } = window;
  window.matchMedia = (query) =>
    query === '(pointer: coarse)'
      ? ({ matches: true } as MediaQueryList)
      : matchMedia.call(window, query);
  return { restore: () => void (window.matchMedia = matchMedia) };
}

/** Collects console warnings until `restore`. */
export function catchWarnings(): { texts: string[]; restore(): void } {
  const { warn } = console;
  const texts: string[] = [];
  console.warn = (...parts: unknown[]) => void texts.push(parts.join(' '));
  return { texts, restore: () => void (console.warn = warn) };
}

/** Waits for the next event of a type on the bar. */
export const nextEvent = <T extends Event>(bar: ShareBarElement, type: string): Promise<T> =>
  new Promise((done) => bar.addEventListener(type, (event) => done(event as T), { once: true }));
