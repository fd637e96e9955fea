/** The number of clicks that the back end has counted for one shared page. */
export interface ShareSnapshot {
  readonly item: string;
  readonly version: number;
  /** The sum of the clicks on all networks. */
  readonly total: number;
  /** Clicks by network id, without networks that nobody has used. */
  readonly networks: Readonly<Record<string, number>>;
}

/** One click on a share bar: the body of `POST /shares/{item}`. */
export interface ShareClick {
  readonly network: string;
  /** The page's own name for the position of the bar; absent if the page gives none. */
  readonly placement?: string | undefined;
}
