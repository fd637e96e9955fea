import { createHash } from 'node:crypto';
import { Problem } from '../items/problem.js';

/** Returns the strong entity tag (RFC 9110, 8.8.3) of a stored definition. */
export function definitionTag(definition: unknown, removed: boolean): string {
  const text = JSON.stringify([definition, removed]);
  return `"${createHash('sha1').update(text).digest('hex').slice(0, 16)}"`;
}

interface Stored {
  readonly definition: string;
  readonly removed: number | string;
}

/** Throws `revision_changed` (412) unless the change is based on the stored definition: see `Change.basis`. */
export function requireBasis(former: Stored | undefined, basis: string | undefined): void {
  if (basis === undefined) return;
  const present =
    former && definitionTag(JSON.parse(former.definition), Boolean(Number(former.removed)));
  const wanted = basis.split(',').map((tag) => tag.trim());
  if (present ? wanted.includes(present) || wanted.includes('*') : basis === '') return;
  const detail = 'The definition is another one than the one you have read.';
  throw new Problem('revision_changed', { status: 412, detail });
}
