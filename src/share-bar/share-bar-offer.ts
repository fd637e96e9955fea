import type { Translate } from '../element/messages.js';
import { customNetworks, networksNamed, onServer } from './share-bar-choice.js';
import type { ShareHost } from './share-bar-host.js';
import type { SharedPage } from './share-bar-link.js';
import { type ShareNetwork, isForPhones, needsPicture } from './share-bar-networks.js';

/** True if the main pointer is a finger. */
export const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Returns the list of names that the page gives for a language, else the usual list. */
function namesFor(bar: ShareHost, lang: string, usual: string): string {
  const [tongue = ''] = lang.toLowerCase().split('-');
  const { networksRu: ru, networksEn: en, networks } = bar;
  return { ru, en }[tongue] || bar.getAttribute(`networks-${tongue}`) || networks || usual;
}

/** Returns the entries that a bar offers to readers of a language, in order. */
export function networksOffered(
  bar: ShareHost,
  lang: string,
  translate: Translate,
  { image }: SharedPage,
): ShareNetwork[] {
  const json = bar.querySelector('script[type*=json]')?.textContent || '[]';
  const custom = customNetworks(bar.customNetworks ?? [], json);
  const phone = isPhone();
  const { native, mastodonServer } = bar;
  const sheet = 'share' in navigator && (native === 'always' || (native !== 'never' && phone));
  const usual = new Set([...translate('networks').split(' '), ...custom.map(({ id }) => id)]);
  const names = namesFor(bar, lang, [...usual].join());
  const all = sheet && !/\bnative\b/i.test(names) ? `native,${names}` : names;
  return networksNamed(all, custom, () => bar.requestUpdate())
    .filter(
      (network) =>
        (sheet || network.id !== 'native') &&
        (phone || !isForPhones(network)) &&
        (image || !needsPicture(network)),
    )
    .map((network) => onServer(network, mastodonServer));
}
