import type { Item } from '../items/item.js';
import type { StoredItem } from '../items/stored-item.js';

interface Entry {
  readonly loading: Promise<StoredItem>;
  /** Set once loaded. */
  stored?: StoredItem;
  /** When the load began, in milliseconds of the monotonic clock. */
  readonly since: number;
}

type Resolve = (stored: Promise<StoredItem>) => void;
type Load = (items: readonly Item[]) => Promise<Map<string, StoredItem>>;

const byId = (a: Item, b: Item) => (a.id < b.id ? -1 : 1);

const longestAge = 1000;
const mostEntries = 10_000;

/**
 * Items as they were at most a second ago. At most one load of an item runs at a time, and one query
 * loads all items that are asked for in the same turn of the event loop.
 */
export class ItemCache {
  readonly #load: Load;
  readonly #entries = new Map<string, Entry>();
  /** Entries that votes do not drop. A commit checks the version base again, so an old one does no harm. */
  readonly #definitions = new Map<string, Entry>();
  /** Items of the next query, by storage key, with those who wait for them. */
  #wanted: Map<string, { readonly item: Item; readonly waiting: Resolve[] }> | undefined;

  constructor(load: Load) {
    this.#load = load;
  }

  /** The item, at most a second old and with every vote that this process has answered. */
  get(item: Item): Promise<StoredItem> {
    const entry = this.#entries.get(item.id);
    if (entry && performance.now() - entry.since < longestAge) return entry.loading;
    return this.#start(item).loading;
  }

  /** The item without a promise if it is cached, which is the common case of a read. */
  peek({ id }: Item): StoredItem | undefined {
    const entry = this.#entries.get(id);
    return entry && performance.now() - entry.since < longestAge ? entry.stored : undefined;
  }

  /** The item for its definition. Its counts may be older than a second. */
  async definition(item: Item): Promise<StoredItem> {
    const entry = this.#definitions.get(item.id);
    const known = entry && performance.now() - entry.since < longestAge ? entry.stored : undefined;
    return known ?? this.get(item);
  }

  /** To be called after a commit of votes, with the storage keys of their items. */
  dropCounts(ids: Iterable<string>): void {
    for (const id of ids) this.#entries.delete(id);
  }

  /** To be called after a change of the definition. */
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
      // Drops a failed load, so that the next reader tries again.
      () => this.#entries.get(id) === entry && this.#entries.delete(id),
    );
    return entry;
  }

  /** Adds an item to the query at the end of this turn of the event loop. */
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

  /** Adds an entry and drops the oldest beyond 10 000, since clients may ask for any number of ids. */
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
