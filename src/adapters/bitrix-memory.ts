import { jsonOf } from '../data/json.js';
import type { Source } from '../data/source.js';
import { readStored, removeStored, writeStored } from '../data/storage.js';
import type { Totals } from './bitrix-totals.js';

/** What this browser remembers of its own vote. */
export interface Remembered {
  /** Key of the wish, so that the same one is known again. */
  readonly key: string;
  readonly value: number;
  /** False while nobody knows whether the vote has arrived. */
  readonly counted: boolean;
  /** What the vote was answered with. */
  readonly totals?: Totals;
}

const name = ({ endpoint, item }: Source) => `bitrix:${endpoint} ${item}`;

export function recall(source: Source): Remembered | undefined {
  try {
    const { key, value, counted, totals } = JSON.parse(
      readStored(name(source)) ?? '',
    ) as Remembered;
    const sound = typeof key === 'string' && typeof value === 'number';
    return sound ? { key, value, counted, ...(totals && { totals }) } : undefined;
  } catch {
    return undefined;
  }
}

export const remember = (source: Source, vote: Remembered): void =>
  writeStored(name(source), jsonOf(vote));

export const forget = (source: Source): void => removeStored(name(source));
