/** One entry of the bar. */
export interface ShareNetwork {
  readonly id: string;
  /** Name as the reader sees it; `''` for one that the languages word differently. */
  readonly label: string;
  /**
   * Address with `{url}`, `{title}`, `{text}`, `{message}` (text, line break, address), `{html}`,
   * `{image}` and `{via}`; `''` for what the bar does itself.
   */
  readonly href: string;
  /** Path on a grid of 24 × 24; without one the label's first letter is shown. */
  readonly icon?: string;
  /** Graphemes of a whole message, link included; `x` counts as that network does. */
  readonly limit?: number | 'x';
  /** Needs an app that only phones have. */
  readonly phone?: boolean;
  /** Cannot be used without a preview picture. */
  readonly picture?: boolean;
  /** Icon is an area; the built-in ones are lines. */
  readonly solid?: boolean;
}

/**
 * All built-in entries. Addresses as their vendors or several libraries have them in October 2026;
 * the icons are simple drawings of our own.
 */
export const shareNetworks: readonly ShareNetwork[] = [
  {
    id: 'x',
    label: 'X',
    href: 'https://x.com/intent/tweet?text={text}&url={url}&via={via}',
    icon: 'M4 4h4l12 16h-4zM4 20l6-7M14 11l6-7',
    limit: 'x',
  },
  {
    id: 'facebook',
    label: 'Facebook',
    href: 'https://www.facebook.com/sharer/sharer.php?u={url}',
    icon: 'M17 3h-2a4 4 0 0 0-4 4v14M7 12h8',
  },
  {
    id: 'linkedin',
    label: 'LinkedIn',
    href: 'https://www.linkedin.com/sharing/share-offsite/?url={url}',
    icon: 'M5 10v10M5 5h.01M11 20V10M11 14a4 4 0 0 1 8 0v6',
  },
  {
    id: 'telegram',
    label: 'Telegram',
    href: 'https://t.me/share/url?url={url}&text={text}',
    icon: 'M21 4L3 11l6 2 2 7 4-4 4 3zM9 13l6-4',
  },
  {
    id: 'vk',
    label: '',
    href: 'https://vk.com/share.php?url={url}&title={title}&image={image}',
    icon: 'M3 7c0 7 4 11 10 11V7M20 7c-1 3-3 5-7 5 4 0 6 2 7 6',
  },
  {
    id: 'ok',
    label: '',
    href: 'https://connect.ok.ru/offer?url={url}&title={title}&imageUrl={image}',
    icon: 'M8 7a4 4 0 1 0 8 0 4 4 0 1 0-8 0M6 14c4 3 8 3 12 0M7 21l5-5 5 5',
  },
  {
    id: 'max',
    label: 'MAX',
    href: 'https://max.ru/:share?text={message}',
    icon: 'M2 16V8l3 5 3-5v8M10 16l3-8 3 8M18 8l4 8M22 8l-4 8',
  },
  {
    id: 'whatsapp',
    label: 'WhatsApp',
    href: 'https://api.whatsapp.com/send?text={message}',
    icon: 'M4 20l1-4a9 9 0 1 1 3 3zM9 8c0 4 3 7 7 7',
  },
  {
    id: 'viber',
    label: 'Viber',
    href: 'viber://forward?text={message}',
    icon: 'M8 3h8a5 5 0 0 1 5 5v5a5 5 0 0 1-5 5h-4l-4 3v-3a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5zM9 8c0 3 3 6 6 6M13 7a3 3 0 0 1 3 3',
    phone: true,
  },
  {
    id: 'threads',
    label: 'Threads',
    href: 'https://www.threads.com/intent/post?text={text}&url={url}',
    icon: 'M18 9c-1-4-3-6-6-6-5 0-7 4-7 9s2 9 7 9c4 0 7-2 7-5s-3-5-7-5c-2 0-4 1-4 3s2 3 4 3c3 0 4-3 4-5s-2-4-4-4-3 1-3 2',
  },
  {
    id: 'bluesky',
    label: 'Bluesky',
    href: 'https://bsky.app/intent/compose?text={message}',
    icon: 'M12 11C10 7 6 4 3 4c-1 5 1 9 5 9-4 1-3 5 0 6 2 0 3-3 4-5 1 2 2 5 4 5 3-1 4-5 0-6 4 0 6-4 5-9-3 0-7 3-9 7z',
    limit: 300,
  },
  {
    id: 'mastodon',
    label: 'Mastodon',
    href: 'https://share.joinmastodon.org/#text={message}',
    icon: 'M8 14V9a2 2 0 0 1 4 0v3M12 9a2 2 0 0 1 4 0v5M16 20c-6 2-11 0-12-6-1-8 1-11 8-11s9 3 8 8c0 4-3 6-8 6',
  },
  {
    id: 'reddit',
    label: 'Reddit',
    href: 'https://www.reddit.com/submit?url={url}&title={title}',
    icon: 'M4 14a8 6 0 1 0 16 0 8 6 0 1 0-16 0M9 13h.01M15 13h.01M9 16c2 1 4 1 6 0M12 8l1-5 5 1',
  },
  {
    id: 'hackernews',
    label: 'Hacker News',
    href: 'https://news.ycombinator.com/submitlink?u={url}&t={title}',
    icon: 'M4 4h16v16H4zM8 8l4 5 4-5M12 13v4',
  },
  {
    id: 'pinterest',
    label: 'Pinterest',
    href: 'https://www.pinterest.com/pin/create/button/?url={url}&media={image}&description={text}',
    icon: 'M9 21l3-11M8 14c-3-5 0-9 4-9s6 3 5 7c-1 4-5 5-6 2',
    picture: true,
  },
  {
    id: 'livejournal',
    label: '',
    href: 'https://www.livejournal.com/update.bml?subject={title}&event={html}',
    icon: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4',
  },
  {
    id: 'line',
    label: 'LINE',
    href: 'https://social-plugins.line.me/lineit/share?url={url}&text={text}',
    icon: 'M12 3c6 0 9 4 9 7 0 4-4 7-9 11v-4c-5 0-9-3-9-7s4-7 9-7zM10 7v6h4',
  },
  {
    id: 'email',
    label: '',
    href: 'mailto:?subject={title}&body={mail}',
    icon: 'M3 5h18v14H3zM3 7l9 6 9-6',
  },
  {
    id: 'sms',
    label: 'SMS',
    href: 'sms:?&body={message}',
    icon: 'M4 4h16v12H10l-4 4v-4H4zM8 10h.01M12 10h.01M16 10h.01',
    phone: true,
  },
  {
    id: 'copy',
    label: '',
    href: '',
    icon: 'M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1',
  },
  { id: 'print', label: '', href: '', icon: 'M7 9V3h10v6M7 18H3V9h18v9h-4M7 14h10v7H7z' },
  { id: 'native', label: '', href: '', icon: 'M12 15V3M8 7l4-4 4 4M5 11v10h14V11' },
];

/** Names that other tools use, and what is meant. */
export const aliases: Readonly<Record<string, string>> = {
  twitter: 'x',
  vkontakte: 'vk',
  odnoklassniki: 'ok',
  mail: 'email',
};

/** What is offered where the page names nothing: no Meta brand in Russian, where they are banned. */
export const defaultNetworks: Readonly<Record<string, string>> = {
  en: 'x facebook linkedin bluesky reddit telegram email copy print',
  ru: 'vk telegram max ok email copy print',
};
