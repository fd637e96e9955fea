/** Server time minus the page's monotonic clock, in milliseconds; NaN until a server has told. */
let offset = NaN;

/**
 * Learns the server's time from an answer: `server_time` of its body, else the `Date` header plus the
 * `Age` that caches have added (RFC 9111 §5.1). A cache of the browser's own adds none, so a time
 * from headers counts only when it is later than what is known: no answer is from the future.
 */
export function learnServerTime(headers: Headers, body: unknown): void {
  const now = performance.now();
  const told = Date.parse(String((body as { server_time?: unknown } | undefined)?.server_time));
  const sent = Date.parse(headers.get('date') ?? '') + Number(headers.get('age')) * 1000;
  if (told) offset = told - now;
  else if (sent && !(sent - now < offset)) offset = sent - now;
}

/** Milliseconds since 1970 by the server's clock; by the reader's while no server has told its time. */
export function serverNow(): number {
  return offset ? offset + performance.now() : Date.now();
}
