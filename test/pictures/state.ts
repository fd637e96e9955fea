import type { TemplateResult } from 'lit';
import type { FakeEndpoint, FakeItems, Plan } from '../support/fake-endpoint.js';

/** One state of a widget, as one cell of a sheet. */
export interface PictureState {
  /** Caption of the cell. */
  readonly name: string;
  /** What the back end holds. */
  readonly items?: FakeItems;
  /** What goes wrong from the first request on. */
  readonly plans?: readonly Plan[];
  /** The page's own markup; the first element in it is the widget. */
  readonly markup: (endpoint: string) => TemplateResult;
  /** When the widget is there; by default once it is not loading any more. */
  readonly ready?: (widget: HTMLElement) => boolean;
  /** What the reader does then; resolves when the state to be drawn is reached. */
  readonly act?: (widget: HTMLElement, api: FakeEndpoint) => unknown;
}

/** All states of one widget. */
export interface Sheet {
  /** Least width of a cell in CSS pixels where the page is wide. */
  readonly column: number;
  readonly states: readonly PictureState[];
}
