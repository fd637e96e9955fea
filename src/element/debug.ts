import { withFurtherFile } from './further-file.js';
import type { DebugFacts } from './debug-panel.js';

/** Shows a panel that names a configuration fault in words. Its file is fetched only now. */
export const debug = (host: HTMLElement, facts: DebugFacts): Promise<void> =>
  withFurtherFile(
    () => import('./debug-panel.js'),
    (panel) => panel.showDebugPanel(host, facts),
  );
