/**
 * The entry of `dist/riac-widgets.js`, the single file that a page loads. Users of the npm package
 * get `index.ts` instead.
 *
 * The bundler writes modules in the order of their first import. These imports place all messages
 * together and all style sheets together. A compressor finds repetitions at a short distance
 * better, which saves about 200 bytes.
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
