import { withFurtherFile } from '../element/further-file.js';
import { type ShareNetwork, aliases, furtherNames, shareNetworks } from './share-bar-networks.js';
import { warnUnusable } from './share-bar-warning.js';

/**
 * A network that the page defines. With the id of a built-in network it changes only the fields
 * that it names.
 */
export type CustomNetwork = Pick<ShareNetwork, 'id'> &
  Partial<Omit<ShareNetwork, 'solid' | 'show'>>;

const withId = (networks: readonly ShareNetwork[], id: string): ShareNetwork | undefined =>
  networks.find((network) => network.id.toLowerCase() === id);

/** True if an address template can only lead to a web page, a mail or a message. */
function isSafe(template: string): boolean {
  try {
    // Tests the text as it is written, because `isWeb` also looks at its first letters.
    return /^(https?|mailto|sms|viber|fb-messenger):/i.test(template) && Boolean(new URL(template));
  } catch {
    return false;
  }
}

/**
 * Returns the network in a list if its fields have the right types and its address is safe; an
 * empty list otherwise.
 */
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

/**
 * Returns the custom networks of a property and of JSON text. Skips invalid ones, with one warning
 * for each.
 */
export function customNetworks(values: readonly unknown[], json: string): ShareNetwork[] {
  try {
    return [...values, ...(JSON.parse(json) as unknown[])].flatMap(checked);
  } catch {
    warnUnusable(json);
    return [];
  }
}

/** The networks of the second file; `undefined` until a page names one and the file has loaded. */
let further: readonly ShareNetwork[] | undefined;
let fetched: Promise<unknown> | undefined;

const fetchFurther = () =>
  (fetched ??= withFurtherFile(
    () => import('./share-bar-further.js'),
    ({ furtherNetworks }) => (further = furtherNetworks),
  ).then(() => (further ??= [])));

/**
 * Returns the networks that a list names. Warns once about each unknown or repeated name.
 * @param again - Called when the second file has loaded and more names are known.
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

/**
 * Returns the Mastodon network with the address of a given server. Returns the network unchanged,
 * with a warning, if the host name is invalid.
 */
export function onServer(network: ShareNetwork, server?: string): ShareNetwork {
  if (network.id !== 'mastodon' || !server) return network;
  if (/^[\p{L}\d][\p{L}\d.-]*(:\d+)?$/u.test(server)) {
    return { ...network, href: `https://${server}/share?text={message}` };
  }
  warnUnusable(server);
  return network;
}
