/** Lists the events that the widgets fire and the requests that they send. */

/** Texts of the list. */
const words = {
  en: {
    second: 's',
    millisecond: 'ms',
    status: 'status',
    none: 'no answer',
    bytes: 'bytes',
    cached: 'from the cache',
  },
  ru: {
    second: 'с',
    millisecond: 'мс',
    status: 'ответ',
    none: 'нет ответа',
    bytes: 'байт',
    cached: 'из кэша',
  },
};
const { lang } = document.documentElement;
const t = lang === 'ru' ? words.ru : words.en;

const endpoint = new URL(document.body.dataset.riacEndpoint ?? '', location.href).href;

const eventNames = [
  'riac-load',
  'riac-before-vote',
  'riac-vote',
  'riac-before-share',
  'riac-share',
  'riac-error',
];
const longestLog = 200;
const seconds = new Intl.NumberFormat(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
};

const lines = element('lines');
const pattern = document.querySelector<HTMLTemplateElement>('template#line');
const counts = { event: 0, request: 0 };

interface Entry {
  /** Milliseconds since the page began to load. */
  readonly time: number;
  readonly name: string;
  /** A summary in one line. */
  readonly gist: string;
  /** All data, which the line shows when it is open. */
  readonly detail: object;
}

/**
 * Inserts a line by time, newest first. The browser reports a request at its end, so a line can be older
 * than those in the list.
 */
function insert(line: HTMLElement, time: number): void {
  line.dataset['time'] = String(time);
  const older = [...lines.querySelectorAll<HTMLElement>('[data-time]')].find(
    (other) => Number(other.dataset['time']) <= time,
  );
  lines.insertBefore(line, older ?? null);
}

function newLine(): HTMLElement {
  const line = pattern?.content.firstElementChild?.cloneNode(true);
  if (!(line instanceof HTMLElement)) throw new Error('The page has no line to copy.');
  return line;
}

function show(type: keyof typeof counts, { time, name, gist, detail }: Entry): void {
  const line = newLine();
  const write = (selector: string, text: string) => {
    const place = line.querySelector(selector);
    if (place) place.textContent = text;
  };
  line.dataset['type'] = type;
  write('.log-time', `${seconds.format(time / 1000)} ${t.second}`);
  write('.log-name', name);
  write('.log-gist', gist);
  write('pre', JSON.stringify(detail, null, 2));
  insert(line, time);
  while (lines.children.length > longestLog) lines.lastElementChild?.remove();
  counts[type] += 1;
  showCounts();
}

function showCounts(): void {
  element('event-count').textContent = String(counts.event);
  element('request-count').textContent = String(counts.request);
}

/** Returns the own properties of an event, except `isTrusted`, which the browser adds. */
function dataOf(event: Event): Record<string, unknown> {
  return Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted'));
}

function showEvent(event: Event): void {
  const detail = dataOf(event);
  const { kind, item, vote, network, code } = detail;
  const outcome = code ?? network ?? (vote === undefined ? undefined : JSON.stringify(vote));
  const gist = [kind, item, outcome].filter((part) => part !== undefined).join(' · ');
  show('event', { time: event.timeStamp, name: event.type, gist, detail });
}

/** Shows a request to the endpoint. Resource Timing has its address, status and size, but no method. */
function showRequest(entry: PerformanceEntry): void {
  if (!(entry instanceof PerformanceResourceTiming)) return;
  if (!entry.name.startsWith(endpoint)) return;
  const { pathname, search } = new URL(entry.name);
  const { responseStatus: status, duration, transferSize, decodedBodySize } = entry;
  const known = [
    status ? `${t.status} ${status}` : t.none,
    `${Math.round(duration)} ${t.millisecond}`,
    // Both sizes are 0 for another origin that sends no `Timing-Allow-Origin`.
    transferSize ? `${transferSize} ${t.bytes}` : decodedBodySize ? t.cached : '',
  ].filter(Boolean);
  show('request', {
    time: entry.startTime,
    name: decodeURIComponent(pathname),
    gist: known.join(' · '),
    detail: {
      query: Object.fromEntries([...new URLSearchParams(search)].map(([k, v]) => [k, v])),
      ...entry.toJSON(),
    },
  });
}

for (const name of eventNames) document.addEventListener(name, showEvent);

new PerformanceObserver((list) => list.getEntries().forEach(showRequest)).observe({
  type: 'resource',
  buffered: true,
});

element('clear').addEventListener('click', () => {
  lines.replaceChildren();
  counts.event = counts.request = 0;
  showCounts();
});
