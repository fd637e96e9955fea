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
  const digit = /^[1-9]$/.test(key) ? Number(key) : 0;
  if (digit && digit <= max) return digit / step - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === 'ArrowDown' || key === (rightToLeft ? 'ArrowLeft' : 'ArrowRight')) {
    return (current + 1) % count;
  }
  if (key === 'ArrowUp' || key === (rightToLeft ? 'ArrowRight' : 'ArrowLeft')) {
    return (current + count - 1) % count;
  }
  return undefined;
}
