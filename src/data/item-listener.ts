import type { ItemEvent } from './events.js';
import type { RequestError } from './request-error.js';

/** One element that shows an item. */
export interface ItemListener {
  /** True where the page forbids input: the element only shows. */
  readonly fixed: boolean;
  itemChanged(): void;
  itemFailed(error: RequestError): void;
  /** Dispatches an event on the element; false when the page has cancelled it. */
  tell(event: ItemEvent): boolean;
}
