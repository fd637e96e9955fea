/**
 * Server time minus `performance.now()`, in milliseconds; NaN before the first answer with a time.
 */
let offset = NaN;

/**
 * Learns the server's time from `server_time` in the body. Otherwise it uses the `Date` header plus
 * the `Age` that caches have added (RFC 9111, section 5.1). The browser's own cache adds no `Age`,
 * so a header can show a time that is too early but never one that is too late. A time from headers
 * therefore counts only if it is later than the known one.
 */
export function learnServerTime(headers: Headers, body: unknown): void {
  const now = performance.now();
  const told = Date.parse(String((body as { server_time?: unknown } | undefined)?.server_time));
  const sent = Date.parse(headers.get('date') ?? '') + Number(headers.get('age')) * 1000;
  if (told) offset = told - now;
  else if (sent && !(sent - now < offset)) offset = sent - now;
}

/**
 * Returns the server's time in milliseconds since 1970. Uses the reader's clock before the first
 * answer.
 */
export function serverNow(): number {
  return offset ? offset + performance.now() : Date.now();
}
