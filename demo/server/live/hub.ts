import type { Socket } from 'node:net';
import { setImmediate as otherWork } from 'node:timers/promises';
import { stateOf, versionOf, type StoredItem } from '../items/stored-item.js';
import type { Item } from '../items/item.js';

/** An open stream; the part of a socket that the hub needs. */
export type Subscriber = Pick<
  Socket,
  'write' | 'end' | 'on' | 'destroyed' | 'writable' | 'writableLength'
>;

interface Channel {
  readonly item: Item;
  readonly subscribers: Set<Subscriber>;
  /** The item as last read; its version is what the readers of this channel know. */
  latest: StoredItem | undefined;
  frame: Buffer | undefined;
  frameId: string;
  /** When it was last read for its readers, told or not; by the monotonic clock. */
  askedAt: number;
  timer: NodeJS.Timeout | undefined;
}

interface HubOptions {
  readonly read: (item: Item) => Promise<StoredItem>;
  /** `base` plus changes of many items, for what other processes did. */
  readonly readChanges: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Makes the next `read` of an item fresh. */
  readonly forget: (item: Item) => void;
  readonly now: () => number;
}

const pollEvery = 500;
const heartbeatEvery = 20_000;
const mostUnsent = 64 * 1024;
const mostAtOnce = 500;
const mostStreams = 20_000;
/** Items that are followed at a time: all of them are asked for at every poll. */
const mostChannels = 10_000;
/** At most four frames a second per item, one when very many read along. */
const pauseFor = (streams: number) => (streams > 5000 ? 1000 : 250);

/** Tells open pages which items changed. It sends no counts, so hidden results cannot leak. */
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

  /** Whether another stream of these items can be served; what is followed already costs little. */
  hasRoom(items: readonly Item[]): boolean {
    const added = items.filter(({ id }) => !this.#channels.has(id)).length;
    return this.#channels.size + added <= mostChannels && this.#streams.size < mostStreams;
  }

  /** Adds a stream, tells it where each item stands unless it knows, and removes it at its end. */
  async subscriber(stream: Subscriber, items: readonly Item[], lastEventId: string): Promise<void> {
    // Whoever has left already would never be heard leaving.
    if (this.#closed || stream.destroyed) return void stream.end();
    this.#streams.add(stream);
    const channels = items.map((item) => this.#channel(item));
    for (const channel of channels) channel.subscribers.add(stream);
    stream.on('close', () => this.#unsubscribe(stream, channels));
    this.#startTimers();
    for (const channel of channels) {
      // While the database is away a stream waits for the poll that finds it back.
      if (!channel.frame) await this.#refresh(channel).catch(() => false);
      if (channel.frame && channel.frameId !== lastEventId) stream.write(channel.frame);
    }
  }

  /** Something about these items changed; readers hear of it soon, and of many changes at once. */
  notify(ids: Iterable<string>): void {
    for (const id of ids) {
      const channel = this.#channels.get(id);
      if (!channel || channel.timer) continue;
      const due = channel.askedAt + pauseFor(this.#streams.size) - performance.now();
      channel.timer = setTimeout(() => void this.#send(channel), Math.max(0, due));
    }
  }

  /** Ends all streams; clients come back on their own. */
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

  /** Reads an item anew; true when its readers do not know this version yet. */
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
    const told = JSON.stringify({ kind, item, version, state, server_time: time });
    channel.frameId = frameId;
    channel.frame = Buffer.from(`id: ${frameId}\ndata: ${told}\n\n`);
    return true;
  }

  async #send(channel: Channel): Promise<void> {
    channel.timer = undefined;
    channel.askedAt = performance.now();
    try {
      if (!(await this.#refresh(channel)) || !channel.frame) return;
      let told = 0;
      for (const stream of [...channel.subscribers]) {
        // A reader who does not drain gets the next frame instead; each one stands for itself.
        if (stream.writable && stream.writableLength < mostUnsent) stream.write(channel.frame);
        // Votes and reads are not kept waiting until thousands have been told.
        told += 1;
        if (told % mostAtOnce === 0) await otherWork();
      }
    } catch {
      // The database is away: the next poll finds the change.
    }
  }

  /** Finds what other processes changed, and polls whose hour has come. */
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
      // The database is away: the next poll tries again.
    } finally {
      this.#asking = false;
    }
  }

  #beat(): void {
    for (const stream of this.#streams) stream.write(':\n\n');
  }
}
