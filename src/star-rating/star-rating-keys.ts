/**
 * Returns the index of the star that a key selects, from 0; NaN for any other key. Follows the
 * radio group pattern of the ARIA Authoring Practices Guide, where arrow keys wrap around and Up
 * selects the previous star. Left and Right follow the writing direction. Home, End and the digits
 * (whole stars) are additions of this library.
 */
export function starAfterKey(
  key: string,
  current: number,
  { max, step }: { readonly max: number; readonly step: number },
  rightToLeft: boolean,
): number {
  const count = max / step;
  const right = rightToLeft ? -1 : 1;
  const moves: Partial<Record<string, number>> = {
    ArrowRight: current + right,
    ArrowLeft: current - right,
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    Home: 0,
    End: -1,
  };
  const digit = Number(key);
  const target = digit >= 1 && digit <= max ? digit / step - 1 : moves[key];
  return (Number(target) + count) % count;
}
