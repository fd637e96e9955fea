import type { Socket } from 'node:net';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { ChangeEventJson } from '../../../src/contract/json.js';
import { stateOf, versionOf, type StoredItem } from '../items/stored-item.js';
import type { Item } from '../items/item.js';

/** Who listens to items: the part of an open socket that the hub uses. */
export type Subscriber = Pick<
  Socket,
  'write' | 'end' | 'on' | 'destroyed' | 'writable' | 'writableLength'
>;

interface Channel {
  readonly item: Item;
  readonly subscribers: Set<Subscriber>;
  /** The item as last read. Subscribers know its version. */
  latest: StoredItem | undefined;
  frame: Buffer | undefined;
  frameId: string;
  /** When `#send` last read the item, in milliseconds of the monotonic clock. */
  askedAt: number;
  timer: NodeJS.Timeout | undefined;
}

interface HubOptions {
  readonly read: (item: Item) => Promise<StoredItem>;
  /** `versionBase + changeCount` by storage key. Shows what other processes changed. */
  readonly readChanges: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Drops the item from the cache, so that the next `read` asks the database. */
  readonly forget: (item: Item) => void;
  readonly now: () => number;
}

const pollEvery = 500;
const heartbeatEvery = 20_000;
const mostUnsent = 64 * 1024;
const mostAtOnce = 500;
const mostStreams = 20_000;
/** Most items with subscribers: each poll asks for all of them. */
const mostChannels = 10_000;
/** Milliseconds between two frames of an item: four a second at most, one with over 5000 subscribers. */
const pauseFor = (streams: number) => (streams > 5000 ? 1000 : 250);

/** Notifies subscribers which items changed. An event has no counts, so it cannot reveal hidden results. */
export class Hub {
  readonly #options: HubOptions;
  readonly #channels = new Map<string, Channel>();
  readonly #streams = new Set<Subscriber>();
  #polling: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #asking = false;
  #closed = false;

  constructor(options: HubOptions) {
    this.#options = options;
  }

  /** Whether one more subscriber of these items fits. Items with subscribers need no further channel. */
  hasRoom(items: readonly Item[]): boolean {
    const added = items.filter(({ id }) => !this.#channels.has(id)).length;
    return this.#channels.size + added <= mostChannels && this.#streams.size < mostStreams;
  }

  /**
   * Adds a subscriber until its stream closes. It gets the present version of each item, except the one
   * that `lastEventId` names.
   */
  async subscriber(stream: Subscriber, items: readonly Item[], lastEventId: string): Promise<void> {
    // A destroyed stream never emits `close`, so it could not be unsubscribed.
    if (this.#closed || stream.destroyed) return void stream.end();
    this.#streams.add(stream);
    const channels = items.map((item) => this.#channel(item));
    for (const channel of channels) channel.subscribers.add(stream);
    stream.on('close', () => this.#unsubscribe(stream, channels));
    this.#startTimers();
    for (const channel of channels) {
      // Without the database the subscriber waits for the first poll that reaches it again.
      if (!channel.frame) await this.#refresh(channel).catch(() => false);
      if (channel.frame && channel.frameId !== lastEventId) stream.write(channel.frame);
    }
  }

  /** Schedules one event for each of these items, by storage key. Changes within the pause share it. */
  notify(ids: Iterable<string>): void {
    for (const id of ids) {
      const channel = this.#channels.get(id);
      if (!channel || channel.timer) continue;
      const due = channel.askedAt + pauseFor(this.#streams.size) - performance.now();
      channel.timer = setTimeout(() => void this.#send(channel), Math.max(0, due));
    }
  }

  /** Ends all streams. Clients connect again by themselves. */
  close(): void {
    this.#closed = true;
    clearInterval(this.#polling);
    clearInterval(this.#heartbeat);
    for (const channel of this.#channels.values()) clearTimeout(channel.timer);
    for (const stream of [...this.#streams]) stream.end();
  }

  #channel(item: Item): Channel {
    const known = this.#channels.get(item.id);
    const channel = known ?? {
      item,
      subscribers: new Set<Subscriber>(),
      latest: undefined,
      frame: undefined,
      frameId: '',
      askedAt: 0,
      timer: undefined,
    };
    this.#channels.set(item.id, channel);
    return channel;
  }

  #unsubscribe(stream: Subscriber, channels: readonly Channel[]): void {
    this.#streams.delete(stream);
    for (const channel of channels) {
      channel.subscribers.delete(stream);
      if (channel.subscribers.size) continue;
      clearTimeout(channel.timer);
      this.#channels.delete(channel.item.id);
    }
    if (this.#streams.size) return;
    clearInterval(this.#polling);
    clearInterval(this.#heartbeat);
    this.#polling = this.#heartbeat = undefined;
  }

  #startTimers(): void {
    this.#polling ??= setInterval(() => void this.#poll(), pollEvery);
    this.#heartbeat ??= setInterval(() => this.#beat(), heartbeatEvery);
  }

  /** Reads an item and makes its frame. True when the public version is new to the subscribers. */
  async #refresh(channel: Channel): Promise<boolean> {
    const now = this.#options.now();
    const stored = await this.#options.read(channel.item);
    const version = versionOf(stored, 'public', now);
    channel.latest = stored;
    const frameId = `${encodeURIComponent(channel.item.id)}@${version}`;
    if (frameId === channel.frameId) return false;
    const { kind, item } = channel.item;
    const state = stateOf(stored, now);
    const time = new Date(now).toISOString();
    const event: ChangeEventJson = { kind, item, version, state, server_time: time };
    channel.frameId = frameId;
    channel.frame = Buffer.from(`id: ${frameId}\ndata: ${JSON.stringify(event)}\n\n`);
    return true;
  }

  async #send(channel: Channel): Promise<void> {
    channel.timer = undefined;
    channel.askedAt = performance.now();
    try {
      if (!(await this.#refresh(channel)) || !channel.frame) return;
      let told = 0;
      for (const stream of [...channel.subscribers]) {
        // A slow reader skips this frame; the next one carries the version as well.
        if (stream.writable && stream.writableLength < mostUnsent) stream.write(channel.frame);
        // Lets votes and reads run between two groups of 500 subscribers.
        told += 1;
        if (told % mostAtOnce === 0) await otherWork();
      }
    } catch {
      // The database cannot be reached. The next poll finds the change.
    }
  }

  /** Finds items that other processes changed, and polls that have just opened or closed. */
  async #poll(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      const changes = await this.#options.readChanges([...this.#channels.keys()]);
      const now = this.#options.now();
      for (const { item, latest, frameId } of [...this.#channels.values()]) {
        const changed =
          !latest || (changes.get(item.id) ?? 0) !== latest.versionBase + latest.changeCount;
        if (changed) this.#options.forget(item);
        const turned = latest && !frameId.endsWith(`@${versionOf(latest, 'public', now)}`);
        if (changed || turned) this.notify([item.id]);
      }
    } catch {
      // The database cannot be reached. The next poll tries again.
    } finally {
      this.#asking = false;
    }
  }

  #beat(): void {
    for (const stream of this.#streams) stream.write(':\n\n');
  }
}
