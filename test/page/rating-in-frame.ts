/** What a page in a frame shows of a rating; a rating that is not drawn yet has no stars. */

export const starsOf = (rating: Element | undefined): HTMLElement[] => [
  ...(rating?.shadowRoot?.querySelectorAll<HTMLElement>('[part~=star]') ?? []),
];

/** The checked star, from 1; 0 for none. */
export const ownOf = (rating: Element | undefined): number =>
  starsOf(rating).findIndex((star) => star.getAttribute('aria-checked') === 'true') + 1;

/** False while a vote is on its way. */
export const isSettled = (rating: Element | undefined): boolean =>
  starsOf(rating).every((star) => star.getAttribute('aria-disabled') !== 'true');

/** Presses "Remove my vote". */
export function removeVote(rating: Element | undefined): void {
  const buttons = rating?.shadowRoot?.querySelectorAll<HTMLElement>('button') ?? [];
  [...buttons].find(({ textContent }) => textContent?.includes('Remove'))?.click();
}
