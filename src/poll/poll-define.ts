import { defineOnce } from '../element/define-once.js';
import { PollElement } from './poll-element.js';

defineOnce('riac-poll', PollElement);

declare global {
  interface HTMLElementTagNameMap {
    'riac-poll': PollElement;
  }
}
