import { StarRatingElement } from '../star-rating/star-rating-element.js';
import '../star-rating/star-rating-define.js';
import { component } from './component.js';

/** Stars that take a vote, `<riac-star-rating>` as a React component. */
export const StarRating = component('StarRating', 'riac-star-rating', StarRatingElement.properties);
