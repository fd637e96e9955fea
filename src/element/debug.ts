import { withFurtherFile } from './further-file.js';
import type { Source } from '../data/source.js';
import type { View } from '../data/view.js';

/** What the debug panel is told about an element. */
export interface DebugFacts {
  /** `undefined` while the element has no endpoint. */
  readonly source: Source | undefined;
  readonly view: View<unknown, unknown>;
}

/** Shows a panel that names a configuration fault in words. Its file is fetched only now. */
export const debug = (host: HTMLElement, facts: DebugFacts): Promise<void> =>
  withFurtherFile(
    () => import('./debug-panel.js'),
    (panel) => panel.showDebugPanel(host, facts),
  );
