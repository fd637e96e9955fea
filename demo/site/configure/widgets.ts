/** What the configurator knows about the widgets: the build cuts it out of the manifest. */

/** An attribute of a widget. */
export interface Option {
  readonly name: string;
  /** The property of the element that has the same value. */
  readonly property: string;
  readonly kind: 'switch' | 'number' | 'choice' | 'text';
  /** The values of a choice. */
  readonly words?: readonly string[];
  /** Bounds of a number. */
  readonly least?: number;
  readonly most?: number;
  /** The value of a choice that stands where none is set. */
  readonly usual?: string;
  readonly description: string;
}

/** A custom property of a widget. */
export interface StyleOption {
  readonly name: string;
  readonly kind: 'color' | 'length';
  /** The custom property whose value this one has where it is not set. */
  readonly follows?: string;
  /** The CSS value where nothing is set. */
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

/** Figures of the built bundle that a page needs to check it. */
export interface Bundle {
  readonly integrity: string;
}

/** The file options.json. */
export interface Known {
  readonly widgets: readonly Widget[];
  /** Ids of all networks that a share bar can show. */
  readonly networks: readonly string[];
  readonly bundle?: Bundle;
}
