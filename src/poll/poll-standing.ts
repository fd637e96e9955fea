import {
  type PollOption,
  type PollQuestion,
  isVisible,
  type PollSnapshot,
} from '../contract/poll.js';

/**
 * Keeps the options in the order of their votes at one moment. Later votes change the numbers but
 * move no option.
 */
export class PollStanding {
  readonly #places = new Map<string, ReadonlyMap<string, number>>();

  /** Makes the next call of `of` use the current votes. */
  forget(): void {
    this.#places.clear();
  }

  /**
   * Returns the options of a question in the stored order. While results are hidden, returns the
   * author's order, which does not depend on the votes.
   */
  of({ id, options }: PollQuestion, poll: PollSnapshot): readonly PollOption[] {
    if (!isVisible(poll)) return options;
    const sorted = [...options].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
    const places =
      this.#places.get(id) ?? new Map(sorted.map((option, place) => [option.id, place]));
    this.#places.set(id, places);
    const placeOf = (option: PollOption) => places.get(option.id) ?? places.size;
    return sorted.sort((a, b) => placeOf(a) - placeOf(b));
  }
}
