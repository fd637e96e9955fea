import type { LitElement } from 'lit';
import type { Adapter } from '../data/adapter.js';
import { inheritedAttribute } from './ancestors.js';
import { pageItem, webAddress } from './page-item.js';
import type { Kind } from '../contract/item.js';
import type { Source } from '../data/source.js';

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

/** An absolute URL without a slash at the end; `''` for what is no web address. */
const absolute = (url: string | null): string => webAddress(url)?.href.replace(/\/+$/, '') ?? '';

/** Where the attributes of an element and its ancestors say that its item lives. */
export function sourceOf(host: ItemHost, kind: Kind, lang: string): Source {
  const endpoint = absolute(host.endpoint || inheritedAttribute(host, 'data-riac-endpoint'));
  const src = absolute(host.src);
  return {
    kind,
    // Hundreds of elements without a server need not ask where they are.
    item: host.item || (kind !== 'poll' && (endpoint || src) ? pageItem() : ''),
    endpoint,
    src,
    lang: kind === 'poll' ? lang : '',
    credentials: host.getAttribute('credentials') === 'include' ? 'include' : 'omit',
    adapter: host.adapter ?? '',
  };
}
