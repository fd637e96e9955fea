import { PollElement } from '../poll/poll-element.js';
import '../poll/poll-define.js';
import { component } from './component.js';

/** A poll, `<riac-poll>` as a React component. */
export const Poll = component('Poll', 'riac-poll', PollElement.properties);
