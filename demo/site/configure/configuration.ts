/** The values that a reader has set in the configurator. */
import type { Widget, WidgetName } from './widgets.js';

/** The value of an attribute: a text, or `true` for a boolean attribute. */
export type OptionValue = string | true;

/** Values of a custom property on light and on dark pages. */
export interface Schemes {
  readonly light?: string | undefined;
  readonly dark?: string | undefined;
}

export type Scheme = keyof Schemes;

export const schemes = ['light', 'dark'] as const satisfies readonly Scheme[];

/** Settings of the preview with their values. The first value is the default. */
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

/** Name of a page colour, such as `paper-light`. Its value in a `View` is `#rrggbb`. */
export type PaperName = `${Paper}-${Scheme}`;

export type View = { [Name in ViewName]: (typeof views)[Name][number] } & {
  [Name in PaperName]?: string | undefined;
};

/** Names of the code tabs in their order. */
export const tabs = ['html', 'cms', 'npm', 'react', 'vue', 'svelte', 'self-hosted'] as const;

export type Tab = (typeof tabs)[number];

export interface Configuration {
  readonly widget: WidgetName;
  /** Values by attribute name. `''` means that the reader has removed an initial value. */
  readonly options: Record<string, OptionValue>;
  /** Values by name of the custom property. */
  readonly theme: Record<string, Schemes>;
  view: View;
  tab: Tab;
}

/** The initial options of a widget: the endpoint of the site and the id of a sample item. */
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

/** The data that each part of the page needs to show and change a configuration. */
export interface Bench {
  readonly widget: Widget;
  readonly configuration: Configuration;
  /** Each part calls this after it has changed the configuration. */
  readonly changed: () => void;
}
