import { withFurtherFile } from './further-file.js';
import type { RequestError } from './request-error.js';
import type { Source } from './source.js';

/** What the debug panel is told about an element. */
export interface DebugFacts {
  /** `undefined` while the element has no endpoint. */
  readonly source: Source | undefined;
  /** The last failure; `undefined` while all is well. */
  readonly error: RequestError | undefined;
  /** Method of the request that failed. */
  readonly method: string;
}

interface DebugPanel {
  showDebugPanel(host: HTMLElement, facts: DebugFacts): Promise<void>;
}

/** Shows a panel that names a configuration fault in words. Its file is fetched only now. */
export const debug = (host: HTMLElement, facts: DebugFacts): Promise<void> =>
  withFurtherFile<DebugPanel>('debug', (panel) => panel.showDebugPanel(host, facts));
