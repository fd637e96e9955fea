/**
 * A configuration as the part of the address behind `#`, and back:
 * `#poll?item=topics&live=&--riac-accent=navy&.scheme=dark`. Names of attributes stand as they are,
 * those of custom properties too, with `.dark` behind for the dark; what is only looked at begins
 * with a dot. Only what differs from the start is written.
 */
import { type Supports, accepted, acceptedStyle } from './accept.js';
import {
  type Configuration,
  type PaperName,
  type View,
  newConfiguration,
  papers,
  schemes,
  startOf,
  tabs,
  views,
} from './configuration.js';
import type { Option, Widget } from './widgets.js';

function readOption({ options }: Configuration, option: Option, value: string): void {
  // Nothing takes away what a widget begins with.
  const known = value === '' && option.kind !== 'switch' ? '' : accepted(option, value);
  if (known !== undefined) options[option.name] = known;
}

const paperNames = papers.flatMap((paper) =>
  schemes.map((scheme): PaperName => `${paper}-${scheme}`),
);

/** The view that is named in an address, where that name and that value are known. */
function viewOf(name: string, value: string): Partial<View> {
  const paper = paperNames.find((each) => each === name);
  if (paper) return /^#[0-9a-f]{6}$/i.test(value) ? { [paper]: value } : {};
  const found = Object.entries(views).find(([each]) => each === name)?.[1];
  return found?.some((word) => word === value) ? { [name]: value } : {};
}

/**
 * The configuration of an address; whatever in it is unknown or impossible is left out.
 * @param hash - Such as `#poll?show=percent`; the first widget where it names none.
 * @param widgets - All that can be configured, at least one.
 */
export function readAddress(
  hash: string,
  widgets: readonly Widget[],
  endpoint?: string,
  supports?: Supports,
): Configuration {
  const [name, query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const widget = widgets.find((each) => each.name === name) ?? widgets[0];
  if (!widget) throw new Error('There is no widget to configure.');
  const configuration = newConfiguration(widget.name, endpoint);
  for (const [key, value] of new URLSearchParams(query)) {
    const option = widget.attributes.find((each) => each.name === key);
    const style = widget.styles.find((each) => [each.name, `${each.name}.dark`].includes(key));
    const tab = tabs.find((each) => key === '.tab' && each === value);
    if (option) readOption(configuration, option, value);
    else if (style) {
      const known = acceptedStyle(style, value, supports);
      const scheme = key === style.name ? 'light' : 'dark';
      const { theme } = configuration;
      if (known) theme[style.name] = { ...theme[style.name], [scheme]: known };
    } else if (tab) configuration.tab = tab;
    else if (key.startsWith('.')) Object.assign(configuration.view, viewOf(key.slice(1), value));
  }
  return configuration;
}

const usual: Readonly<Record<string, readonly string[]>> = views;

/** The address of a configuration. */
export function writeAddress(configuration: Configuration, endpoint?: string): string {
  const { widget, options, theme, view, tab } = configuration;
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
    if (value && value !== usual[name]?.[0]) query.set(`.${name}`, value);
  }
  if (tab !== tabs[0]) query.set('.tab', tab);
  return `#${widget}${query.size ? `?${query}` : ''}`;
}
