import type { Endpoint } from './client.js';

/** What a check cannot do without; each is an option of the command. */
export type Need = 'poll' | 'origin' | 'editor';

/** A sentence of the contract and how to find out whether it holds. */
export interface Check {
  readonly title: string;
  readonly needs?: Need;
  run(endpoint: Endpoint): Promise<void>;
}

export const ratingPath = ({ item }: Endpoint) => `/ratings/${encodeURIComponent(item)}`;
export const pollPath = (item: string) => `/polls/${encodeURIComponent(item)}`;
