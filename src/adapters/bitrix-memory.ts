import { jsonOf } from '../data/json.js';
import type { Source } from '../data/adapter.js';
import { readStored, removeStored, writeStored } from '../data/storage.js';
import type { Totals } from './bitrix-totals.js';

/** The reader's own vote, as this browser stores it. */
export interface Remembered {
  /** Idempotency key of the vote, by which the adapter recognises a retry. */
  readonly key: string;
  readonly value: number;
  /** False while it is unknown whether the vote has arrived. */
  readonly counted: boolean;
  /** The totals in the answer to the vote. */
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
