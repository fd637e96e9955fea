/** Messages between the configurator and the page in its preview. */
import type { OptionValue, View } from './configuration.js';

/** The message from the preview page when it is ready for a scene. */
export const ready = 'preview-ready';

/** The message to the preview page: an element with its settings. */
export interface Scene {
  readonly tag: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Values by custom property. */
  readonly styles: Readonly<Record<string, string>>;
  readonly view: View;
  /** Language of the page in the preview. */
  readonly lang: string;
  /** The site's own endpoint, or `undefined` if it has none. */
  readonly site: string | undefined;
}
