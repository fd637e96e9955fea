import type { Translate } from '../core/messages.js';
import { customNetworks, networksNamed, onServer } from './share-bar-choice.js';
import type { ShareBarElement } from './share-bar-element.js';
import type { SharedPage } from './share-bar-link.js';
import { type ShareNetwork, isForPhones, needsPicture } from './share-bar-networks.js';

/** True where a finger is the main pointer. */
export const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches;

/** True where the system has a share sheet, and the page wants it here. */
const hasSheet = ({ native }: ShareBarElement): boolean =>
  'share' in navigator && (native === 'always' || (native !== 'never' && isPhone()));

/** The entries that a bar offers to readers of a language, in order. */
export function networksOffered(
  bar: ShareBarElement,
  lang: string,
  translate: Translate,
  { image }: SharedPage,
): ShareNetwork[] {
  const json = bar.querySelector('script[type*=json]')?.textContent || '[]';
  const custom = customNetworks(bar.customNetworks ?? [], json);
  const [tongue = ''] = lang.toLowerCase().split('-');
  const { networksRu: ru, networksEn: en } = bar;
  const own = { ru, en }[tongue] ?? bar.getAttribute(`networks-${tongue}`);
  const usual = [...translate('networks').split(' '), ...custom.map(({ id }) => id)];
  const names = own || bar.networks || [...new Set(usual)].join();
  const sheet = hasSheet(bar);
  const phone = isPhone();
  return networksNamed(sheet && !names.includes('native') ? `native,${names}` : names, custom)
    .filter(
      (network) =>
        (sheet || network.id !== 'native') &&
        (phone || !isForPhones(network)) &&
        (image || !needsPicture(network)),
    )
    .map((network) => onServer(network, bar.mastodonServer));
}
