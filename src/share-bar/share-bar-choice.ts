import {
  type ShareNetwork,
  aliases,
  defaultNetworks,
  shareNetworks,
} from './share-bar-networks.js';
import { warnOnce } from './share-bar-warning.js';

/** An entry as a page supplies it. With the id of a built-in one it changes only what it names. */
export type CustomNetwork = Pick<ShareNetwork, 'id'> & Partial<ShareNetwork>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** True for an address template that can only lead to a web page, a mail or a message. */
function safeTemplate(template: string): boolean {
  try {
    const { protocol } = new URL(template.replace(/\{\w+\}/g, 'x'));
    return /^(https?|mailto|sms|viber|whatsapp|tg):$/.test(protocol);
  } catch {
    return false;
  }
}

function customNetwork(value: unknown): ShareNetwork | undefined {
  const given = (value ?? {}) as Record<string, unknown>;
  const id = text(given['id']);
  const known = shareNetworks.find((network) => network.id === id);
  const label = text(given['label']) || known?.label || id;
  const href = text(given['href']) || known?.href || '';
  const icon = text(given['icon']);
  const limit = Number(given['limit']);
  const named = /^[a-z][\w-]*$/i.test(id);
  if (!named || (!safeTemplate(href) && known?.href !== href)) {
    warnOnce(`not usable as a network: ${JSON.stringify(value)?.slice(0, 200)}`);
    return undefined;
  }
  return {
    ...known,
    id,
    label,
    href,
    ...(icon && { icon, solid: true }),
    ...(limit > 0 && { limit }),
    ...(typeof given['phone'] === 'boolean' && { phone: given['phone'] }),
  };
}

/** Checks what a page supplies; what cannot be used is left out with one warning. */
export function customNetworks(values: unknown): ShareNetwork[] {
  if (!Array.isArray(values)) {
    warnOnce('custom networks are an array');
    return [];
  }
  return values.flatMap((value) => customNetwork(value) ?? []);
}

/** Custom networks written into the page as JSON. */
export function parseNetworks(json: string): ShareNetwork[] {
  try {
    return customNetworks(JSON.parse(json));
  } catch {
    warnOnce('the JSON of the custom networks cannot be read');
    return [];
  }
}

/** Names for a page that names none: the defaults of the language, then all custom ones. */
export function defaultNames(lang: string, custom: readonly ShareNetwork[]): string {
  const known = Object.hasOwn(defaultNetworks, lang) ? lang : 'en';
  const names = defaultNetworks[known]?.split(' ') ?? [];
  return [...new Set([...names, ...custom.map(({ id }) => id)])].join(' ');
}

/** The id that a name stands for. */
function idOf(name: string): string {
  const id = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
  if (id !== name) warnOnce(`"${name}" is now "${id}"`);
  return id;
}

/**
 * The entries that a list of names stands for; unknown and repeated names are told once.
 * @param sheet - The system's share sheet is offered: where the list names it, else first.
 */
export function networksNamed(
  names: string,
  custom: readonly ShareNetwork[],
  sheet: boolean,
): ShareNetwork[] {
  const ids = names
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((name) => idOf(name.toLowerCase()));
  if (sheet && !ids.includes('native')) ids.unshift('native');
  const chosen = new Map<string, ShareNetwork>();
  for (const id of ids) {
    const network = [...custom, ...shareNetworks].find((known) => known.id.toLowerCase() === id);
    if (!network) warnOnce(`there is no network "${id}"`);
    else if (chosen.has(id)) warnOnce(`"${id}" is named twice`);
    else if (sheet || id !== 'native') chosen.set(id, network);
  }
  return [...chosen.values()];
}

/** Mastodon without the choice of a server; unchanged, with a warning, where the host name is none. */
export function onServer(network: ShareNetwork, server: string): ShareNetwork {
  if (network.id !== 'mastodon' || !server) return network;
  const href = `https://${server}/share?text={message}`;
  if (/^[\p{L}\d][\p{L}\d.-]*(:\d+)?$/u.test(server) && safeTemplate(href)) {
    return { ...network, href };
  }
  warnOnce(`not a host name: ${server.slice(0, 80)}`);
  return network;
}
