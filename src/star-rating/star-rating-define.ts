import { defineOnce } from '../element/define-once.js';
import { StarRatingElement } from './star-rating-element.js';

defineOnce('riac-star-rating', StarRatingElement);

declare global {
  interface HTMLElementTagNameMap {
    'riac-star-rating': StarRatingElement;
  }
}
