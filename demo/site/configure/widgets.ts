/** The types of options.json, which the build makes from the manifest. */

/** An attribute of a widget. */
export interface Option {
  readonly name: string;
  /** Name of the element's property with the same value. */
  readonly property: string;
  readonly kind: 'switch' | 'number' | 'choice' | 'text';
  /** The values of a choice. */
  readonly words?: readonly string[];
  /** Limits of a number. */
  readonly least?: number;
  readonly most?: number;
  /** The default value of a choice. */
  readonly usual?: string;
  readonly description: string;
}

/** A custom property of a widget. */
export interface StyleOption {
  readonly name: string;
  readonly kind: 'color' | 'length';
  /** Name of the custom property that gives the default value. */
  readonly follows?: string;
  /** The default value in CSS. */
  readonly usual?: string;
  readonly description: string;
}

export type WidgetName = 'star-rating' | 'share-bar' | 'poll';

export interface Widget {
  readonly name: WidgetName;
  readonly tag: string;
  readonly attributes: readonly Option[];
  readonly styles: readonly StyleOption[];
}

/** The data of the built bundle that a script tag needs. */
export interface Bundle {
  readonly integrity: string;
}

/** The content of options.json. */
export interface Known {
  readonly widgets: readonly Widget[];
  /** Ids of all networks that a share bar can show. */
  readonly networks: readonly string[];
  readonly bundle?: Bundle;
}
