/** Clicks counted by the back end for one shared page. */
export interface ShareSnapshot {
  readonly item: string;
  readonly version: number;
  /** Clicks on all networks together. */
  readonly total: number;
  /** Clicks by network id; a network that nobody used is missing. */
  readonly networks: Readonly<Record<string, number>>;
}

/** One click on the bar, as the contract takes it. */
export interface ShareClick {
  readonly network: string;
  /** Where on the page the bar stands, as the page calls it; left out when it says nothing. */
  readonly placement?: string | undefined;
}
