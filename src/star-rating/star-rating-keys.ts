/**
 * The choice that a key moves to, counted from 0, by the radio group pattern of the ARIA Authoring
 * Practices: arrows wrap, and Up lowers. Left and Right follow the direction of writing. Home, End
 * and digits (whole stars) are additions of ours. `NaN`: not a key of the group.
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
