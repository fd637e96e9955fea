import { createHash } from 'node:crypto';
import { Problem } from '../items/problem.js';

/** An entity tag of a definition as it is kept; `''` for none. */
export function definitionTag(definition: unknown, removed: boolean): string {
  const text = JSON.stringify([definition, removed]);
  return `"${createHash('sha1').update(text).digest('hex').slice(0, 16)}"`;
}

interface Stored {
  readonly definition: string;
  readonly removed: number | string;
}

/** Refuses with 412 what was not made of the definition that is there; see `Change.basis`. */
export function requireBasis(former: Stored | undefined, basis: string | undefined): void {
  if (basis === undefined) return;
  const present =
    former && definitionTag(JSON.parse(former.definition), Boolean(Number(former.removed)));
  const wanted = basis.split(',').map((tag) => tag.trim());
  if (present ? wanted.includes(present) || wanted.includes('*') : basis === '') return;
  const detail = 'The definition is another one than the one you have read.';
  throw new Problem('revision_changed', { status: 412, detail });
}
