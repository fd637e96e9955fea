import { ShareBarElement } from '../share-bar/share-bar-element.js';
import '../share-bar/share-bar-define.js';
import { component } from './component.js';

/** Links that share the page, `<riac-share-bar>` as a React component. */
export const ShareBar = component('ShareBar', 'riac-share-bar', ShareBarElement.properties);
