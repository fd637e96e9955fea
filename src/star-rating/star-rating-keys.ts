/**
 * The star that a key moves to, counted from 0, by the radio group pattern of the ARIA Authoring
 * Practices: arrows wrap, and Up lowers. Left and Right follow the direction of writing. Home, End
 * and digits are additions of ours. `undefined`: not a key of the group.
 */
export function starAfterKey(
  key: string,
  current: number,
  count: number,
  rightToLeft: boolean,
): number | undefined {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward || key === 'ArrowDown') return (current + 1) % count;
  if (key === back || key === 'ArrowUp') return (current + count - 1) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}
