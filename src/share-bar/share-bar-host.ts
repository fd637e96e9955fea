import type { LitElement } from 'lit';
import type { CustomNetwork } from './share-bar-choice.js';

/** The part of the element that the other modules of the bar read. */
export interface ShareHost extends LitElement {
  readonly item: string;
  readonly networks: string | undefined;
  readonly networksRu: string | undefined;
  readonly networksEn: string | undefined;
  readonly customNetworks: readonly CustomNetwork[] | undefined;
  readonly url: string | undefined;
  readonly shareTitle: string | undefined;
  readonly text: string | undefined;
  readonly via: string | undefined;
  readonly utm: string | undefined;
  readonly placement: string | undefined;
  readonly native: string | undefined;
  readonly open: string | undefined;
  readonly display: string | undefined;
  readonly maxVisible: number | undefined;
  readonly mastodonServer: string | undefined;
}
