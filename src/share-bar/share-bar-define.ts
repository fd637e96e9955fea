import { defineOnce } from '../element/define-once.js';
import { ShareBarElement } from './share-bar-element.js';

defineOnce('riac-share-bar', ShareBarElement);

declare global {
  interface HTMLElementTagNameMap {
    'riac-share-bar': ShareBarElement;
  }
}
