/**
 * The choice that a key moves to, counted from 0, by the radio group pattern of the ARIA Authoring
 * Practices: arrows wrap, and Up lowers. Left and Right follow the direction of writing. Home, End
 * and digits (whole stars) are additions of ours. `undefined`: not a key of the group.
 */
export function starAfterKey(
  key: string,
  current: number,
  { max, step }: { readonly max: number; readonly step: number },
  rightToLeft: boolean,
): number | undefined {
  const count = max / step;
  const right = rightToLeft ? -1 : 1;
  const moves = new Map([
    ['ArrowRight', current + right],
    ['ArrowLeft', current - right],
    ['ArrowDown', current + 1],
    ['ArrowUp', current - 1],
    ['Home', 0],
    ['End', -1],
  ]);
  const digit = /^[1-9]$/.test(key) ? Number(key) : Infinity;
  const target = digit <= max ? digit / step - 1 : moves.get(key);
  return target === undefined ? undefined : (target + count) % count;
}
