import type { Adapter } from './adapter.js';
import type { Messages } from './message-types.js';

/** The adapters and messages that the page has registered. */
interface Registry {
  adapters: Map<string, Adapter>;
  /** Messages by language tag in lower case. */
  messages: Record<string, Messages>;
  /** Rises with every change, so that caches of translated texts know that they are stale. */
  edition: number;
}

// The type of `globalThis` does not know this symbol.
const place = globalThis as unknown as Record<symbol, Registry | undefined>;

/**
 * All copies of the library on a page share this object, as do the files for languages and
 * adapters, whichever loads first.
 */
export const registry: Registry = (place[Symbol.for('riac-widgets')] ??= {
  adapters: new Map<string, Adapter>(),
  messages: {},
  edition: 0,
});

const changed = 'riac-register';

/** Calls the listener each time the page registers an adapter or messages. */
export const onRegister = (listener: () => void): void => addEventListener(changed, listener);

function tell(): void {
  registry.edition++;
  // Servers import this module too, where `globalThis` has no `dispatchEvent`.
  globalThis.dispatchEvent?.(new Event(changed));
}

/**
 * Adds messages for a language, or replaces built-in ones, for all widgets of the page.
 * @param lang - BCP 47 tag such as `de` or `pt-br`, in any case.
 */
export function registerMessages(lang: string, messages: Messages): void {
  const key = lang.toLowerCase();
  registry.messages[key] = { ...registry.messages[key], ...messages };
  tell();
}

/**
 * Registers an adapter for all elements with this name in their `adapter` attribute. Elements wait
 * until it is registered.
 * @param name - Any text. A second call with the same name replaces the adapter.
 */
export function registerAdapter(name: string, adapter: Adapter): void {
  registry.adapters.set(name, adapter);
  tell();
}
