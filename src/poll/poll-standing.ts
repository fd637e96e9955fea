import {
  type PollOption,
  type PollQuestion,
  isVisible,
  type PollSnapshot,
} from '../contract/poll.js';

/** Options in the order of their votes at one moment; numbers that move later move no option. */
export class PollStanding {
  readonly #places = new Map<string, ReadonlyMap<string, number>>();

  /** Takes the order of the present votes at the next look. */
  forget(): void {
    this.#places.clear();
  }

  /** The options of a question; hidden votes give no order away. */
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
