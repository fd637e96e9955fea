import { withFurtherFile } from '../element/further-file.js';
import { type ShareNetwork, aliases, furtherNames, shareNetworks } from './share-bar-networks.js';
import { warnUnusable } from './share-bar-warning.js';

/** An entry as a page supplies it. With the id of a built-in one it changes only what it names. */
export type CustomNetwork = Pick<ShareNetwork, 'id'> &
  Partial<Omit<ShareNetwork, 'solid' | 'show'>>;

const withId = (networks: readonly ShareNetwork[], id: string): ShareNetwork | undefined =>
  networks.find((network) => network.id.toLowerCase() === id);

/** True for an address template that can only lead to a web page, a mail or a message. */
function isSafe(template: string): boolean {
  try {
    // As it is written: the page recognises a web address by its first letters.
    return /^(https?|mailto|sms|viber|fb-messenger):/i.test(template) && Boolean(new URL(template));
  } catch {
    return false;
  }
}

/** An entry whose parts are texts and lead nowhere else than a link may; nothing for any other. */
function checked(value: unknown): ShareNetwork[] {
  const texts = Object.entries(Object(value) as object).filter(
    ([, part]) => typeof part === 'string' && part,
  );
  const given = Object.fromEntries(texts) as Partial<ShareNetwork>;
  const { id = '', href, icon } = given;
  const known = withId(shareNetworks, id);
  if (/^[a-z][\w-]*$/i.test(id) && (href ? isSafe(href) : known)) {
    return [{ label: id, href: '', ...known, ...given, id, solid: Boolean(icon) }];
  }
  warnUnusable(JSON.stringify(value));
  return [];
}

/** The custom networks of a property and of JSON; what cannot be used is left out and told once. */
export function customNetworks(values: readonly unknown[], json: string): ShareNetwork[] {
  try {
    return [...values, ...(JSON.parse(json) as unknown[])].flatMap(checked);
  } catch {
    warnUnusable(json);
    return [];
  }
}

/** Entries that few pages name; `undefined` until one does and their file has been fetched. */
let further: readonly ShareNetwork[] | undefined;
let fetched: Promise<unknown> | undefined;

const fetchFurther = () =>
  (fetched ??= withFurtherFile(
    () => import('./share-bar-further.js'),
    ({ furtherNetworks }) => (further = furtherNetworks),
  ).then(() => (further ??= [])));

/**
 * The entries that a list of names stands for; unknown and repeated names are told once.
 * @param again - Called when more of the names are known than now.
 */
export function networksNamed(
  names: string,
  custom: readonly ShareNetwork[],
  again: () => void,
): ShareNetwork[] {
  const chosen = new Set<ShareNetwork>();
  for (const name of names.toLowerCase().match(/[^\s,]+/g) ?? []) {
    const id = aliases[name] ?? name;
    const network = withId([...custom, ...shareNetworks, ...(further ?? [])], id);
    if (!network && !further && furtherNames.test(id)) void fetchFurther().then(again);
    else if (id !== name || !network || chosen.has(network)) warnUnusable(name);
    if (network) chosen.add(network);
  }
  return [...chosen];
}

/** Mastodon on a server of its own; unchanged, with a warning, where the host name is none. */
export function onServer(network: ShareNetwork, server?: string): ShareNetwork {
  if (network.id !== 'mastodon' || !server) return network;
  if (/^[\p{L}\d][\p{L}\d.-]*(:\d+)?$/u.test(server)) {
    return { ...network, href: `https://${server}/share?text={message}` };
  }
  warnUnusable(server);
  return network;
}
