/** Server time minus the page's monotonic clock, in milliseconds; NaN until a server has told. */
let offset = NaN;

/**
 * Learns the server's time from an answer: `server_time` of its body, else the `Date` header plus the
 * `Age` that caches have added (RFC 9111 §5.1). The reader's own clock may be years off.
 */
export function learnServerTime(headers: Headers, body: unknown): void {
  const told = Date.parse(String((body as { server_time?: unknown } | undefined)?.server_time));
  const sent = Date.parse(headers.get('date') ?? '') + Number(headers.get('age') ?? 0) * 1000;
  const time = Number.isNaN(told) ? sent : told;
  if (!Number.isNaN(time)) offset = time - performance.now();
}

/** Milliseconds since 1970 by the server's clock; by the reader's while no server has told its time. */
export function serverNow(): number {
  return Number.isNaN(offset) ? Date.now() : offset + performance.now();
}
