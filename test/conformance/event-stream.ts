import { expect, type Endpoint } from './client.js';

type Json = ReturnType<typeof JSON.parse>;

const patience = 10_000;

/**
 * Follows the events of the test rating until one fits, and answers its data. `opened` is called
 * once the stream has answered.
 */
export async function firstEvent(
  { url, item }: Endpoint,
  fits: (data: Json) => boolean,
  opened: () => Promise<unknown> = async () => undefined,
): Promise<Json> {
  const path = `${url}/events?rating=${encodeURIComponent(item)}`;
  const stop = new AbortController();
  const startTimer = () =>
    setTimeout(() => stop.abort(new Error('no such event within 10 s')), patience);
  let timer = startTimer();
  try {
    const response = await fetch(path, { signal: stop.signal });
    const type = response.headers.get('content-type') ?? '';
    expect(type.startsWith('text/event-stream'), `content type is "${type}"`);
    expect(response.body, 'the stream has no body');
    // What is done meanwhile may be asked to wait.
    clearTimeout(timer);
    await opened();
    timer = startTimer();
    let text = '';
    for await (const part of response.body) {
      text += Buffer.from(part).toString();
      const whole = text.slice(0, text.lastIndexOf('\n\n'));
      const events = [...whole.matchAll(/^data: ?(.*)$/gm)].map(([, data = '']) =>
        JSON.parse(data),
      );
      const found = events.find(fits);
      if (found) return found;
    }
    throw new Error('the stream ended');
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
