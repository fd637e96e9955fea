import type { Item } from '../items/item.js';
import type { StoredItem } from '../items/stored-item.js';

interface Entry {
  readonly loading: Promise<StoredItem>;
  /** Set once loaded. */
  stored?: StoredItem;
  /** Milliseconds by the monotonic clock when the load began. */
  readonly since: number;
}

type Resolve = (stored: Promise<StoredItem>) => void;
type Load = (items: readonly Item[]) => Promise<Map<string, StoredItem>>;

const byId = (a: Item, b: Item) => (a.id < b.id ? -1 : 1);

const longestAge = 1000;
const mostEntries = 10_000;

/**
 * Items as they were at most a second ago. One load per item is in flight, and what is asked for
 * at the same moment is loaded by one query.
 */
export class ItemCache {
  readonly #load: Load;
  readonly #entries = new Map<string, Entry>();
  /** Definitions outlive a drop by votes: a vote is checked against its `base` again anyway. */
  readonly #definitions = new Map<string, Entry>();
  /** Who waits for what. An item that is dropped within the turn is asked for once more. */
  #wanted: Map<string, { readonly item: Item; readonly waiting: Resolve[] }> | undefined;

  constructor(load: Load) {
    this.#load = load;
  }

  /** The item with counts at most a second old, and with every vote this process has answered. */
  get(item: Item): Promise<StoredItem> {
    const entry = this.#entries.get(item.id);
    if (entry && performance.now() - entry.since < longestAge) return entry.loading;
    return this.#start(item).loading;
  }

  /** Like `get`, without a promise, when it is known at once: the common case of a read. */
  peek({ id }: Item): StoredItem | undefined {
    const entry = this.#entries.get(id);
    return entry && performance.now() - entry.since < longestAge ? entry.stored : undefined;
  }

  /** The item for its definition only; the counts may be older. */
  async definition(item: Item): Promise<StoredItem> {
    const entry = this.#definitions.get(item.id);
    const known = entry && performance.now() - entry.since < longestAge ? entry.stored : undefined;
    return known ?? this.get(item);
  }

  /** Votes of these items were committed here. */
  dropCounts(ids: Iterable<string>): void {
    for (const id of ids) this.#entries.delete(id);
  }

  /** The item was redefined. */
  drop({ id }: Item): void {
    this.#entries.delete(id);
    this.#definitions.delete(id);
  }

  #start(item: Item): Entry {
    const { id } = item;
    const loading = new Promise<StoredItem>((resolve) => this.#want(item, resolve));
    const entry: Entry = { loading, since: performance.now() };
    this.#keep(this.#entries, id, entry);
    loading.then(
      (loaded) => {
        entry.stored = loaded;
        this.#keep(this.#definitions, id, entry);
      },
      // A failure is not kept: the next reader tries again.
      () => this.#entries.get(id) === entry && this.#entries.delete(id),
    );
    return entry;
  }

  /** Gathers what is asked for in this turn of the event loop into one query. */
  #want(item: Item, resolve: Resolve): void {
    if (!this.#wanted) {
      this.#wanted = new Map();
      queueMicrotask(() => this.#loadWanted());
    }
    const wanted = this.#wanted.get(item.id);
    if (wanted) wanted.waiting.push(resolve);
    else this.#wanted.set(item.id, { item, waiting: [resolve] });
  }

  #loadWanted(): void {
    const wanted = [...(this.#wanted?.values() ?? [])];
    this.#wanted = undefined;
    const loaded = this.#load(wanted.map(({ item }) => item).sort(byId));
    for (const {
      item: { id },
      waiting,
    } of wanted) {
      const answer = loaded.then((storedItems) => {
        const found = storedItems.get(id);
        if (!found) throw new Error(`The database did not answer for ${id}.`);
        return found;
      });
      for (const resolve of waiting) resolve(answer);
    }
  }

  /** The oldest go first when there are too many: ids come from outside and have no end. */
  #keep(entries: Map<string, Entry>, id: string, entry: Entry): void {
    entries.delete(id);
    entries.set(id, entry);
    if (entries.size <= mostEntries) return;
    for (const oldest of entries.keys()) {
      entries.delete(oldest);
      break;
    }
  }
}
