/**
 * The entry of `dist/riac-widgets.js`, the one file that a page loads; `index.ts` is that of npm.
 *
 * The bundle keeps modules in the order of their first import. All sentences, then all style sheets:
 * a compressor looks for repetitions nearby, and finds 200 bytes more of them this way.
 */
import './element/common-messages.js';
import './poll/poll-messages.js';
import './share-bar/share-bar-messages.js';
import './star-rating/star-rating-messages.js';
import './element/base-styles.js';
import './poll/poll-styles.js';
import './share-bar/share-bar-styles.js';
import './star-rating/star-rating-styles.js';

export * from './index.js';
