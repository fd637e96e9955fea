/** One entry of the bar. */
export interface ShareNetwork {
  readonly id: string;
  /** Name as the reader sees it; `''` for one that the languages word differently. */
  readonly label: string;
  /**
   * Address with `{url}`, `{title}`, `{text}`, `{message}` (text, line break, address), `{mail}` (the
   * same as mail writes lines), `{html}`, `{image}` and `{via}`; `''` for what the bar does itself.
   */
  readonly href: string;
  /** Path on a grid of 24 × 24; without one the label's first letter is shown. */
  readonly icon?: string;
  /** Icon is an area; the built-in ones are lines. */
  readonly solid?: boolean;
}

/**
 * All built-in entries, one a line: id, label, address, icon. Addresses as their vendors or several libraries
 * have them in October 2026; the icons are simple drawings of our own.
 */
const table = `x|X|https://x.com/intent/tweet?text={text}&url={url}&via={via}|M4 4h4l12 16h-4zM4 20l6-7M14 11l6-7
facebook|Facebook|https://www.facebook.com/sharer/sharer.php?u={url}|M17 3h-2a4 4 0 0 0-4 4v14M7 12h8
linkedin|LinkedIn|https://www.linkedin.com/sharing/share-offsite/?url={url}|M5 10v10M5 5h0M11 20V10M11 14a4 4 0 0 1 8 0v6
telegram|Telegram|https://t.me/share/url?url={url}&text={text}|M21 4L3 11l6 2 2 7 4-4 4 3zM9 13l6-4
vk||https://vk.com/share.php?url={url}&title={title}&image={image}|M3 7c0 7 4 11 10 11V7M20 7c-1 3-3 5-7 5 4 0 6 2 7 6
ok||https://connect.ok.ru/offer?url={url}&title={title}&imageUrl={image}|M8 7a4 4 0 1 0 8 0 4 4 0 1 0-8 0M6 14c4 3 8 3 12 0M7 21l5-5 5 5
max|MAX|https://max.ru/:share?text={message}|M2 16V8l3 5 3-5v8M10 16l3-8 3 8M18 8l4 8M22 8l-4 8
whatsapp|WhatsApp|https://api.whatsapp.com/send?text={message}|M4 20l1-4a9 9 0 1 1 3 3zM9 8c0 4 3 7 7 7
viber|Viber|viber://forward?text={message}|M4 4h16v13h-8l-4 4v-4H4zM8 8c0 3 3 6 6 6M12 7a4 4 0 0 1 4 4
threads|Threads|https://www.threads.com/intent/post?text={text}&url={url}|M18 8c-1-3-3-5-6-5-9 0-9 18 0 18 9 0 9-10 0-10-6 0-5 6 0 6 5 0 5-9 0-9-2 0-3 1-3 2
bluesky|Bluesky|https://bsky.app/intent/compose?text={message}|M12 11C10 7 6 4 3 4c-1 5 1 9 5 9-6 3 1 10 4 1 3 9 10 2 4-1 4 0 6-4 5-9-3 0-7 3-9 7z
mastodon|Mastodon|https://share.joinmastodon.org/#text={message}|M8 14V9a2 2 0 0 1 4 0v3M12 9a2 2 0 0 1 4 0v5M15 20C8 22 4 18 4 11c0-11 16-11 16 0 0 5-3 6-8 6
reddit|Reddit|https://www.reddit.com/submit?url={url}&title={title}|M4 14a8 6 0 1 0 16 0 8 6 0 1 0-16 0M9 13h0M15 13h0M9 16c2 1 4 1 6 0M12 8l1-5 5 1
hackernews|Hacker News|https://news.ycombinator.com/submitlink?u={url}&t={title}|M4 4h16v16H4zM8 8l4 5 4-5M12 13v4
pinterest|Pinterest|https://www.pinterest.com/pin/create/button/?url={url}&media={image}&description={text}|M9 21l3-11M8 14c-3-5 0-9 4-9s6 3 5 7c-1 4-5 5-6 2
livejournal|LiveJournal|https://www.livejournal.com/update.bml?subject={title}&event={html}|M4 20l1-5L16 4l4 4L9 19zM13 7l4 4
line|LINE|https://social-plugins.line.me/lineit/share?url={url}&text={text}|M12 3c6 0 9 4 9 7 0 4-4 7-9 11v-4c-5 0-9-3-9-7s4-7 9-7zM10 7v6h4
email||mailto:?subject={title}&body={mail}|M3 5h18v14H3zM3 7l9 6 9-6
sms|SMS|sms:?&body={message}|M4 4h16v12h-8l-4 4v-4H4zM8 10h0M12 10h0M16 10h0
copy|||M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6
print|||M7 9V3h10v6M7 18H3V9h18v9h-4M7 14h10v7H7z
native|||M12 15V3M8 7l4-4 4 4M5 11v10h14V11`;

export const shareNetworks: readonly ShareNetwork[] = table.split('\n').map((line) => {
  const [id = '', label = '', href = '', icon = ''] = line.split('|');
  return { id, label, href, icon };
});

/** Three dots, on the button that shows the entries without room. */
export const moreIcon = 'M5 11h1v1H5zM12 11h1v1h-1zM18 11h1v1h-1z';

/** Needs an app that only phones have. */
export const isForPhones = ({ href }: ShareNetwork): boolean => /^(viber|sms)/.test(href);

/** Cannot be used without a preview picture. */
export const needsPicture = ({ href }: ShareNetwork): boolean => href.includes('media=');

/** Names that other tools use, and what is meant. */
export const aliases: Readonly<Record<string, string>> = {
  twitter: 'x',
  mail: 'email',
};
