/** What a piece of work has begun and not ended. */
export interface Leftovers {
  /** Listeners of anything that is no part of a page, and of the window and the document. */
  listeners: number;
  timers: number;
  streams: number;
  /** Elements that observers of visibility or size look at. */
  observed: number;
}

export const nothing: Leftovers = { listeners: 0, timers: 0, streams: 0, observed: 0 };

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Puts a function around a method until all are given back. */
class Wrappers {
  readonly #backs: (() => void)[] = [];

  wrap(owner: object, name: string, around: (original: Method) => Method): void {
    const place = owner as Record<string, Method>;
    const original = place[name];
    if (!original) throw new Error(`There is no ${name}.`);
    place[name] = around(original);
    this.#backs.push(() => void (place[name] = original));
  }

  giveBack(): void {
    for (const back of this.#backs.splice(0).reverse()) back();
  }
}

const isPagePart = (target: unknown) => target instanceof Node && target !== document;

function countListeners(wrappers: Wrappers, add: (more: number) => void): void {
  for (const [name, by] of [
    ['addEventListener', 1],
    ['removeEventListener', -1],
  ] as const) {
    wrappers.wrap(
      EventTarget.prototype,
      name,
      (original) =>
        function (...args) {
          if (!isPagePart(this ?? window)) add(by);
          return Reflect.apply(original, this, args);
        },
    );
  }
}

function countTimers(wrappers: Wrappers, running: Set<unknown>): void {
  wrappers.wrap(window, 'setTimeout', (original) => (work, ...args) => {
    const ended = () => {
      running.delete(id);
      (work as () => void)();
    };
    const id = Reflect.apply(original, window, [ended, ...args]);
    running.add(id);
    return id;
  });
  wrappers.wrap(window, 'clearTimeout', (original) => (id) => {
    running.delete(id);
    return Reflect.apply(original, window, [id]);
  });
  wrappers.wrap(window, 'setInterval', (original) => (...args) => {
    const id = Reflect.apply(original, window, args);
    running.add(id);
    return id;
  });
}

function countObserved(wrappers: Wrappers, observed: Map<unknown, Set<unknown>>): void {
  for (const { prototype } of [IntersectionObserver, ResizeObserver]) {
    for (const [name, action] of [
      ['observe', 'add'],
      ['unobserve', 'delete'],
    ] as const) {
      wrappers.wrap(
        prototype,
        name,
        (original) =>
          function (...args) {
            const targets = observed.get(this) ?? new Set();
            observed.set(this, targets);
            targets[action](args[0]);
            return Reflect.apply(original, this, args);
          },
      );
    }
    wrappers.wrap(
      prototype,
      'disconnect',
      (original) =>
        function (...args) {
          observed.delete(this);
          return Reflect.apply(original, this, args);
        },
    );
  }
}

/** Runs `work` and tells what is still there afterwards that was not there before. */
export async function leftovers(work: () => Promise<void>): Promise<Leftovers> {
  const wrappers = new Wrappers();
  const streams: EventSource[] = [];
  const timers = new Set<unknown>();
  const observed = new Map<unknown, Set<unknown>>();
  const Original = EventSource;
  let listeners = 0;
  countListeners(wrappers, (more) => (listeners += more));
  countTimers(wrappers, timers);
  countObserved(wrappers, observed);
  window.EventSource = class extends Original {
    constructor(url: string | URL, options?: EventSourceInit) {
      super(url, options);
      streams.push(this);
    }
  };
  try {
    await work();
    return {
      listeners,
      timers: timers.size,
      streams: streams.filter(({ readyState }) => readyState !== Original.CLOSED).length,
      observed: [...observed.values()].reduce((sum, { size }) => sum + size, 0),
    };
  } finally {
    wrappers.giveBack();
    window.EventSource = Original;
  }
}
