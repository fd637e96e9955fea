/** One entry of the bar. */
export interface ShareNetwork {
  readonly id: string;
  /** The name that the reader sees; `''` if the messages of each language contain it. */
  readonly label: string;
  /**
   * Address template; `''` for an action that the bar performs itself. It may contain `{url}`,
   * `{title}`, `{text}`, `{message}` (text, line break, address), `{mail}` (the same with the line
   * breaks of mail), `{html}`, `{image}` and `{via}`.
   */
  readonly href: string;
  /** SVG path on a 24 × 24 grid. Without it the entry shows the first letter of the label. */
  readonly icon?: string;
  /** True if the icon is an area; the built-in icons are lines. */
  readonly solid?: boolean;
  /** Creates the panel that the entry shows under the bar instead of opening an address. */
  show?(this: void, url: string, name: string, root: ShadowRoot): HTMLElement;
}

/**
 * The entries that most pages need, one on each line. The fields are the name, the address and the
 * icon. A name in lower case is no brand, so the messages of each language contain its label. The
 * addresses are those of the vendors, or of several libraries, in October 2026. The icons are
 * simple drawings made for this library. The order is the one that compresses best.
 * share-bar-further.ts holds the other entries.
 */
const table = `Facebook|https://www.facebook.com/sharer/sharer.php?u={url}|M17 3h-2q-4 0-4 4v14M7 12h8
LinkedIn|https://www.linkedin.com/sharing/share-offsite/?url={url}|M5 10v10M5 5h0M11 10v10M11 14q4-8 8 0v6
Bluesky|https://bsky.app/intent/compose?text={message}|M12 11Q8 4 3 4q0 9 5 9c-6 3 1 10 4 1 3 9 10 2 4-1q5 0 5-9-5 0-9 7z
ok|https://connect.ok.ru/offer?url={url}&title={title}&imageUrl={image}|M12 3a4 4 0 1 0 1 0zM6 14q6 4 12 0M7 21l5-5 5 5
Reddit|https://www.reddit.com/submit?url={url}&title={title}|M12 8a8 6 0 1 0 1 0zM9 13h0M15 13h0M9 16q3 2 6 0M12 8l1-5 5 1
Threads|https://www.threads.com/intent/post?text={text}&url={url}|M18 8q-2-5-6-5-8 0-8 9t8 9q7 0 7-5t-7-5q-4 0-4 3t3 3q5 0 5-6t-4-5q-3 0-3 2
vk|https://vk.com/share.php?url={url}&title={title}&image={image}|M3 7q0 11 10 11V7M20 7q-2 5-7 5 6 0 7 6
Viber|viber://forward?text={message}|M4 4h16v12h-8l-4 4v-4H4zM8 7q0 6 6 6M12 7q3 0 3 3
email|mailto:?subject={title}&body={mail}|M3 5h18v14H3zM3 7l9 6 9-6
Mastodon|https://share.joinmastodon.org/#text={message}|M8 14V9q2-3 4 0v3V9q2-3 4 0v5M15 20q-11 2-11-9 0-8 8-8t8 8q0 6-8 6
LINE|https://social-plugins.line.me/lineit/share?url={url}&text={text}|M4 4h16v12h-8l-4 4v-4H4zM10 7v6h4
Telegram|https://t.me/share/url?url={url}&text={text}|M21 4L3 11l6 2 2 7 4-4 4 3zM9 13l6-4
WhatsApp|https://api.whatsapp.com/send?text={message}|M4 20l1-4a9 9 0 1 1 3 3zM9 8q0 7 7 7
SMS|sms:?&body={message}|M4 4h16v12h-8l-4 4v-4H4zM8 10h0M12 10h0M16 10h0
print||M7 9V3h10v6M7 18H3V9h18v9h-4M7 14h10v7H7z
MAX|https://max.ru/:share?text={message}|M2 16V8l3 5 3-5v8M10 16l3-8 3 8M18 8l4 8M22 8l-4 8
copy||M10 7H7a5 5 0 0 0 0 10h3M14 7h3a5 5 0 0 1 0 10h-3M8 12h8
Pinterest|https://www.pinterest.com/pin/create/button/?url={url}&media={image}&description={text}|M9 21l3-11M8 14c-3-5 0-9 4-9s6 3 5 7-5 5-6 2
X|https://x.com/intent/tweet?text={text}&url={url}&via={via}|M4 4h4l12 16h-4zM4 20l6-7M14 11l6-7
native||M12 15V3M8 7l4-4 4 4M5 11v10h14V11`;

export const shareNetworks: readonly ShareNetwork[] = table.split('\n').map((line) => {
  const [name = '', href = '', icon = ''] = line.split('|');
  const id = name.toLowerCase();
  return { id, label: name === id ? '' : name, href, icon };
});

/** Matches the names of the entries in share-bar-further.ts. */
export const furtherNames = /^(hackernews|livejournal|messenger|fediverse|instapaper|wechat|qr)$/;

/** Icon of the More button, which shows the hidden entries: three dots. */
export const moreIcon = 'M5 12h1M12 12h1M19 12h1';

/** True if the entry needs an app that exists only on phones. */
export const isForPhones = ({ href }: ShareNetwork): boolean => /^(viber|sms|fb)/.test(href);

/** True if the network needs a preview picture. */
export const needsPicture = ({ href }: ShareNetwork): boolean => href.includes('media=');

/** Names that other tools use, with the name of the entry here. */
export const aliases: Readonly<Record<string, string>> = {
  twitter: 'x',
  mail: 'email',
};
