import type { Dictionary } from '../data/message-types.js';

/**
 * The messages of the share bar, and the labels of entries that are words and not brands.
 * `networks` lists the entries of a bar that names none. The Russian list contains no brand of
 * Meta, because Meta is banned in Russia.
 */
export const shareBarMessages: Dictionary = {
  en: {
    networks: 'x facebook linkedin bluesky reddit telegram email copy print',
    share: 'Share this article',
    tab: 'Share on {label} (opens in a new tab)',
    popup: 'Share on {label} (opens in a new window)',
    app: 'Share by {label}',
    email: 'E-mail',
    vk: 'VK',
    ok: 'OK',
    copy: 'Copy link',
    print: 'Print',
    qr: 'QR code',
    native: 'Share…',
    more: 'More',
    copied: 'Link copied.',
    by_hand: 'Please copy the link here:',
    clicks: 'Clicks: {n}',
  },
  ru: {
    networks: 'vk telegram max ok email copy print',
    share: 'Поделиться статьёй',
    tab: 'Поделиться: {label} (откроется в новой вкладке)',
    popup: 'Поделиться: {label} (откроется в новом окне)',
    app: 'Поделиться: {label}',
    email: 'Эл. почта',
    vk: 'ВКонтакте',
    ok: 'Одноклассники',
    copy: 'Скопировать ссылку',
    print: 'Напечатать',
    qr: 'QR-код',
    native: 'Поделиться…',
    more: 'Ещё',
    copied: 'Ссылка скопирована.',
    by_hand: 'Скопируйте ссылку здесь:',
    clicks: 'Нажатий: {n}',
  },
};
