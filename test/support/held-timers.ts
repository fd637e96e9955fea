/** Timers of the page that run when a test lets them. */
export interface HeldTimers {
  /** Milliseconds of those that are waiting. */
  waits(): number[];
  /** Names of those that are waiting: one that was put off has another. */
  names(): number[];
  /** Runs all that are waiting. */
  run(): void;
  /** Gives the page its own timers back. */
  giveBack(): void;
}

/**
 * Keeps back the timers of a page whose time `isHeld` names; ids below zero are ours.
 * @param page - This one unless told.
 */
export function holdTimers(
  isHeld: (milliseconds: number) => boolean,
  page: Pick<Window, 'setTimeout' | 'clearTimeout'> = window,
): HeldTimers {
  const start = page.setTimeout.bind(page);
  const end = page.clearTimeout.bind(page);
  const held = new Map<number, { work: () => void; after: number }>();
  let last = 0;
  const hold = (work: () => void, after = 0) => {
    if (!isHeld(after)) return start(work, after);
    held.set((last -= 1), { work, after });
    return last;
  };
  page.setTimeout = hold as unknown as typeof setTimeout;
  page.clearTimeout = (id) => {
    if (!held.delete(Number(id))) end(id);
  };
  return {
    waits: () => [...held.values()].map(({ after }) => after),
    names: () => [...held.keys()],
    run() {
      const all = [...held.values()];
      held.clear();
      for (const { work } of all) work();
    },
    giveBack: () => void Object.assign(page, { setTimeout: start, clearTimeout: end }),
  };
}
