/** What passes between the configurator and the page in its preview. */
import type { OptionValue, View } from './configuration.js';

/** Said by the preview when it can show something. */
export const ready = 'preview-ready';

/** What the preview is to show. */
export interface Scene {
  readonly tag: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Values by custom property. */
  readonly styles: Readonly<Record<string, string>>;
  readonly view: View;
  /** Language of the page in the preview. */
  readonly lang: string;
  /** The site's own endpoint, where it has one. */
  readonly site: string | undefined;
}
