/**
 * A configuration as the part of the address behind `#`, and back:
 * `#poll?item=topics&live=&--riac-accent=navy&.scheme=dark`. Names of attributes stand as they are,
 * those of custom properties too, with `.dark` behind for the dark; what is only looked at begins
 * with a dot. Only what differs from the start is written.
 */
import { accepted, acceptedStyle } from './accept.js';
import { tabs } from './code.js';

/** What can be looked at, each with its first value as the usual one. */
export const views = {
  scheme: ['auto', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  width: ['wide', 'phone'],
  tongue: ['page', 'en', 'ru'],
  scene: ['open', 'closed', 'failing'],
};

const papers = ['paper', 'ink'];

/** What a widget begins with: the server that the page itself uses, and something to show. */
export function startOf(widget, endpoint) {
  const items = { 'star-rating': 'my-article', poll: 'topics' };
  const item = items[widget];
  return { ...(endpoint && { endpoint }), ...(item && { item }) };
}

export function newConfiguration(widget, endpoint) {
  const usual = Object.entries(views).map(([name, [first]]) => [name, first]);
  return {
    widget,
    options: startOf(widget, endpoint),
    theme: {},
    view: Object.fromEntries(usual),
    tab: tabs[0],
  };
}

function readOption(configuration, option, value) {
  // Nothing takes away what a widget begins with.
  const known = value === '' && option.kind !== 'switch' ? '' : accepted(option, value);
  if (known !== undefined) configuration.options[option.name] = known;
}

function readView({ view }, name, value) {
  if (views[name]?.includes(value)) view[name] = value;
  const [scheme, paper] = name.split('-').reverse();
  const known = papers.includes(paper) && ['light', 'dark'].includes(scheme);
  if (known && /^#[0-9a-f]{6}$/i.test(value)) view[name] = value;
}

/**
 * The configuration of an address; whatever in it is unknown or impossible is left out.
 * @param supports - Whether a style property takes a value, as `CSS.supports` tells.
 */
export function readAddress(hash, widgets, endpoint, supports) {
  const [name, query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const widget = widgets.find((each) => each.name === name) ?? widgets[0];
  const configuration = newConfiguration(widget.name, endpoint);
  for (const [key, value] of new URLSearchParams(query)) {
    const option = widget.attributes.find((each) => each.name === key);
    const style = widget.styles.find((each) => [each.name, `${each.name}.dark`].includes(key));
    if (option) readOption(configuration, option, value);
    else if (style) {
      const known = acceptedStyle(style, value, supports);
      const scheme = key === style.name ? 'light' : 'dark';
      if (known) (configuration.theme[style.name] ??= {})[scheme] = known;
    } else if (key === '.tab' && tabs.includes(value)) configuration.tab = value;
    else if (key.startsWith('.')) readView(configuration, key.slice(1), value);
  }
  return configuration;
}

/** The address of a configuration. */
export function writeAddress({ widget, options, theme, view, tab }, endpoint) {
  const query = new URLSearchParams();
  const start = startOf(widget, endpoint);
  for (const name of new Set([...Object.keys(start), ...Object.keys(options)])) {
    const value = options[name] ?? '';
    if (value !== start[name]) query.set(name, value === true ? '' : value);
  }
  for (const [name, { light, dark }] of Object.entries(theme)) {
    if (light) query.set(name, light);
    if (dark) query.set(`${name}.dark`, dark);
  }
  for (const [name, value] of Object.entries(view)) {
    if (value && value !== views[name]?.[0]) query.set(`.${name}`, value);
  }
  if (tab !== tabs[0]) query.set('.tab', tab);
  return `#${widget}${query.size ? `?${query}` : ''}`;
}
