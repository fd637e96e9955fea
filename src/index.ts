import './star-rating/star-rating-define.js';
import './share-bar/share-bar-define.js';
import './poll/poll-define.js';

export * from './classes.js';
