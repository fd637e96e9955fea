/** Writes down what the widgets say (events) and what they ask of the server (requests). */
/** Units and outcomes. */
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
const t = words[lang] ?? words.en;

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

const element = (id) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
};

const lines = element('lines');
const counts = { event: 0, request: 0 };

/** Newest first. A request is reported when it ends, after events that came later than its start. */
function insert(line, time) {
  line.dataset.time = time;
  const older = [...lines.children].find((other) => Number(other.dataset.time) <= time);
  lines.insertBefore(line, older ?? null);
}

function show(type, { time, name, gist, detail }) {
  const line = element('line').content.firstElementChild.cloneNode(true);
  const write = (selector, text) => (line.querySelector(selector).textContent = text);
  line.dataset.type = type;
  write('.log-time', `${seconds.format(time / 1000)} ${t.second}`);
  write('.log-name', name);
  write('.log-gist', gist);
  write('pre', JSON.stringify(detail, null, 2));
  insert(line, time);
  while (lines.children.length > longestLog) lines.lastElementChild?.remove();
  counts[type] += 1;
  showCounts();
}

function showCounts() {
  element('event-count').textContent = counts.event;
  element('request-count').textContent = counts.request;
}

/** The data of an event is in its own properties; `isTrusted` is the browser's. */
function dataOf(event) {
  return Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'isTrusted'));
}

function showEvent(event) {
  const detail = dataOf(event);
  const { kind, item, vote, network, code } = detail;
  const outcome = code ?? network ?? (vote === undefined ? undefined : JSON.stringify(vote));
  const gist = [kind, item, outcome].filter((part) => part !== undefined).join(' · ');
  show('event', { time: event.timeStamp, name: event.type, gist, detail });
}

/** Resource timing tells the address, the status and the cost of a request, not its method. */
function showRequest(entry) {
  if (!entry.name.startsWith(endpoint)) return;
  const { pathname, search } = new URL(entry.name);
  const { responseStatus: status, duration, transferSize, decodedBodySize } = entry;
  const known = [
    status ? `${t.status} ${status}` : t.none,
    `${Math.round(duration)} ${t.millisecond}`,
    // A server elsewhere may keep its sizes to itself.
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
