/** What a reader of the configurator has chosen. */
import type { Widget, WidgetName } from './widgets.js';

/** The value of an attribute: its text, or `true` for one that has none. */
export type OptionValue = string | true;

/** Value of a custom property on light pages and on dark ones. */
export interface Schemes {
  readonly light?: string | undefined;
  readonly dark?: string | undefined;
}

export type Scheme = keyof Schemes;

export const schemes = ['light', 'dark'] as const satisfies readonly Scheme[];

/** What can be looked at, each with its first value as the usual one. */
export const views = {
  scheme: ['auto', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  width: ['wide', 'phone'],
  tongue: ['page', 'en', 'ru'],
  scene: ['open', 'closed', 'failing'],
} as const;

export type ViewName = keyof typeof views;

/** Background and text colour of the page around the widget. */
export const papers = ['paper', 'ink'] as const;

export type Paper = (typeof papers)[number];

/** `paper-light` and so on: a colour as `#rrggbb`. */
export type PaperName = `${Paper}-${Scheme}`;

export type View = { [Name in ViewName]: (typeof views)[Name][number] } & {
  [Name in PaperName]?: string | undefined;
};

/** Names of the tabs of the code, in their order. */
export const tabs = ['html', 'cms', 'npm', 'react', 'vue', 'svelte', 'self-hosted'] as const;

export type Tab = (typeof tabs)[number];

export interface Configuration {
  readonly widget: WidgetName;
  /** By name of the attribute; `''` where a reader has emptied what a widget begins with. */
  readonly options: Record<string, OptionValue>;
  /** By name of the custom property. */
  readonly theme: Record<string, Schemes>;
  view: View;
  tab: Tab;
}

/** Options of a widget at the start: the server that the page itself uses, and something to show. */
export function startOf(widget: WidgetName, endpoint?: string): Record<string, string> {
  const item = { 'star-rating': 'my-article', poll: 'topics', 'share-bar': '' }[widget];
  return { ...(endpoint && { endpoint }), ...(item && { item }) };
}

const usualView = (): View => ({
  scheme: 'auto',
  dir: 'ltr',
  width: 'wide',
  tongue: 'page',
  scene: 'open',
});

export const newConfiguration = (widget: WidgetName, endpoint?: string): Configuration => ({
  widget,
  options: startOf(widget, endpoint),
  theme: {},
  view: usualView(),
  tab: 'html',
});

/** What a part of the page needs to show a configuration and to change it. */
export interface Bench {
  readonly widget: Widget;
  readonly configuration: Configuration;
  /** Called when the reader has changed something that this part keeps in the configuration. */
  readonly changed: () => void;
}
