/**
 * Writes a configuration as the fragment of an address, and reads it back. An example is
 * `#poll?item=topics&live=&--riac-accent=navy&.scheme=dark`. Keys are names of attributes and of custom
 * properties; `.dark` after a custom property means its value on dark pages. Keys that begin with a dot
 * change only the preview. The address contains only values that differ from the initial configuration.
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
  // An empty text removes the initial value of the widget.
  const known = value === '' && option.kind !== 'switch' ? '' : accepted(option, value);
  if (known !== undefined) options[option.name] = known;
}

const paperNames = papers.flatMap((paper) =>
  schemes.map((scheme): PaperName => `${paper}-${scheme}`),
);

/** The view with one setting of an address; empty for an unknown name or value. */
function viewOf(name: string, value: string): Partial<View> {
  const paper = paperNames.find((each) => each === name);
  if (paper) return /^#[0-9a-f]{6}$/i.test(value) ? { [paper]: value } : {};
  const found = Object.entries(views).find(([each]) => each === name)?.[1];
  return found?.some((word) => word === value) ? { [name]: value } : {};
}

/**
 * Reads the configuration of an address. It ignores unknown names and invalid values. Throws without
 * widgets.
 * @param hash - Such as `#poll?show=percent`. Without a known widget, the first one is configured.
 * @param widgets - All widgets that can be configured, at least one.
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

/** Writes the fragment of a configuration, with `#`. */
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
