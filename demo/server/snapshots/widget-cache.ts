import type { Widget } from '../items/widget.js';

interface Entry {
  readonly loading: Promise<Widget>;
  /** Set once loaded. */
  widget?: Widget;
  /** Milliseconds by the monotonic clock when the load began. */
  readonly since: number;
}

type Resolve = (widget: Promise<Widget>) => void;
type Load = (widgets: readonly string[]) => Promise<Map<string, Widget>>;

const longestAge = 1000;
const mostEntries = 10_000;

/**
 * Items as they were at most a second ago. One load per item is in flight, and what is asked for
 * at the same moment is loaded by one query.
 */
export class WidgetCache {
  readonly #load: Load;
  readonly #entries = new Map<string, Entry>();
  /** Definitions outlive a drop by votes: a vote is checked against its `base` again anyway. */
  readonly #definitions = new Map<string, Entry>();
  /** Who waits for what. An item that is dropped within the turn is asked for once more. */
  #wanted: Map<string, Resolve[]> | undefined;

  constructor(load: Load) {
    this.#load = load;
  }

  /** The item with counts at most a second old, and with every vote this process has answered. */
  get(widget: string): Promise<Widget> {
    const entry = this.#entries.get(widget);
    if (entry && performance.now() - entry.since < longestAge) return entry.loading;
    return this.#start(widget).loading;
  }

  /** Like `get`, without a promise, when it is known at once: the common case of a read. */
  peek(widget: string): Widget | undefined {
    const entry = this.#entries.get(widget);
    return entry && performance.now() - entry.since < longestAge ? entry.widget : undefined;
  }

  /** The item for its definition only; the counts may be older. */
  async definition(widget: string): Promise<Widget> {
    const entry = this.#definitions.get(widget);
    const known = entry && performance.now() - entry.since < longestAge ? entry.widget : undefined;
    return known ?? this.get(widget);
  }

  /** Votes of these items were committed here. */
  dropCounts(widgets: Iterable<string>): void {
    for (const widget of widgets) this.#entries.delete(widget);
  }

  /** The item was redefined. */
  drop(widget: string): void {
    this.#entries.delete(widget);
    this.#definitions.delete(widget);
  }

  #start(widget: string): Entry {
    const loading = new Promise<Widget>((resolve) => this.#want(widget, resolve));
    const entry: Entry = { loading, since: performance.now() };
    this.#keep(this.#entries, widget, entry);
    loading.then(
      (loaded) => {
        entry.widget = loaded;
        this.#keep(this.#definitions, widget, entry);
      },
      // A failure is not kept: the next reader tries again.
      () => this.#entries.get(widget) === entry && this.#entries.delete(widget),
    );
    return entry;
  }

  /** Gathers what is asked for in this turn of the event loop into one query. */
  #want(widget: string, resolve: Resolve): void {
    if (!this.#wanted) {
      this.#wanted = new Map();
      queueMicrotask(() => this.#loadWanted());
    }
    const waiting = this.#wanted.get(widget);
    if (waiting) waiting.push(resolve);
    else this.#wanted.set(widget, [resolve]);
  }

  #loadWanted(): void {
    const wanted = this.#wanted ?? new Map<string, Resolve[]>();
    this.#wanted = undefined;
    const loaded = this.#load([...wanted.keys()].sort());
    for (const [widget, waiting] of wanted) {
      const answer = loaded.then((widgets) => {
        const found = widgets.get(widget);
        if (!found) throw new Error(`The database did not answer for ${widget}.`);
        return found;
      });
      for (const resolve of waiting) resolve(answer);
    }
  }

  /** The oldest go first when there are too many: ids come from outside and have no end. */
  #keep(entries: Map<string, Entry>, widget: string, entry: Entry): void {
    entries.delete(widget);
    entries.set(widget, entry);
    if (entries.size <= mostEntries) return;
    for (const oldest of entries.keys()) {
      entries.delete(oldest);
      break;
    }
  }
}
