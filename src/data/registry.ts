import type { Adapter } from './adapter.js';
import type { Messages } from './message-types.js';

/** What a page has supplied. */
interface Registry {
  adapters: Map<string, Adapter>;
  /** Sentences by language tag in lower case. */
  messages: Record<string, Messages>;
  /** Rises with every change: what was worded before may be worded otherwise now. */
  edition: number;
}

const place = globalThis as unknown as Record<symbol, Registry | undefined>;

/** One for all copies of the library on a page, and for the files beside it, in any order. */
export const registry: Registry = (place[Symbol.for('riac-widgets')] ??= {
  adapters: new Map<string, Adapter>(),
  messages: {},
  edition: 0,
});

const changed = 'riac-register';

/** Calls the listener whenever a page supplies something. */
export const onRegister = (listener: () => void): void => addEventListener(changed, listener);

function tell(): void {
  registry.edition++;
  // Servers import this too, and have nobody to tell.
  globalThis.dispatchEvent?.(new Event(changed));
}

/**
 * Supplies sentences for a language, or replaces built-in ones, for all widgets of the page.
 * @param lang - BCP 47 tag such as `de` or `pt-br`; its case does not matter.
 */
export function registerMessages(lang: string, messages: Messages): void {
  const key = lang.toLowerCase();
  registry.messages[key] = { ...registry.messages[key], ...messages };
  tell();
}

/**
 * Supplies an adapter, which elements use that have its name as `adapter`. They wait for it.
 * @param name - Any text; registering it again replaces the adapter.
 */
export function registerAdapter(name: string, adapter: Adapter): void {
  registry.adapters.set(name, adapter);
  tell();
}
