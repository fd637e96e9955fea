import type { LitElement } from 'lit';
import type { Adapter, Source } from '../data/adapter.js';
import { adapterNumber } from '../data/adapter-number.js';
import { inheritedAttribute } from './ancestors.js';
import { pageItem, webAddress } from './page-item.js';
import type { Kind } from '../contract/item.js';

/** The public properties that say where an item lives. */
export interface ItemHost extends LitElement {
  endpoint: string;
  src: string;
  item: string;
  /** Name of a registered adapter, or an adapter. */
  adapter?: string | Adapter | null | undefined;
  /** Keep the numbers current. */
  live?: boolean;
  /** Show what is wrong, in words for the developer. */
  debug?: boolean;
}

/** Returns an absolute URL without a trailing slash; `''` if the text is no web address. */
const absolute = (url: string | null): string => webAddress(url)?.href.replace(/\/+$/, '') ?? '';

/** True if the source has an endpoint or an adapter object, which may need no endpoint. */
export const hasBackEnd = ({ endpoint, adapter }: Source): boolean =>
  Boolean(endpoint) || typeof adapter === 'object';

/** Returns the source of an element, from its own attributes and those of its ancestors. */
export function sourceOf(host: ItemHost, kind: Kind, lang: string): Source {
  const endpoint = absolute(host.endpoint || inheritedAttribute(host, 'data-riac-endpoint'));
  const src = absolute(host.src);
  const adapter = host.adapter ?? '';
  const isRead = endpoint || src || typeof adapter === 'object';
  // Computing the page's id is slow, and hundreds of elements without a server do not need it.
  const item = host.item || (kind !== 'poll' && isRead ? pageItem() : '');
  return {
    kind,
    item,
    endpoint,
    src,
    lang: kind === 'poll' ? lang : '',
    credentials: host.getAttribute('credentials') === 'include' ? 'include' : 'omit',
    adapter,
    adapterNumber: adapterNumber([endpoint, kind, item].join(), adapter),
  };
}
