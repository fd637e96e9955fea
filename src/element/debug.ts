import { withFurtherFile } from './further-file.js';
import type { DebugFacts } from './debug-panel.js';

/** Shows a panel with configuration faults for the developer. Loads its module on the first call. */
export const debug = (host: HTMLElement, facts: DebugFacts): Promise<void> =>
  withFurtherFile(
    () => import('./debug-panel.js'),
    (panel) => panel.showDebugPanel(host, facts),
  );
