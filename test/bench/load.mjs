// A load client in a process of its own: raw sockets, one request in flight on each.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

// `rest` is a pause after each answer, in milliseconds.
const { port, connections, seconds, kind, item = 'hot', rest = 0 } = JSON.parse(process.argv[2]);

let counter = 0;

function newKey() {
  counter += 1;
  const time = Date.now().toString(16).padStart(12, '0');
  const tail = randomBytes(6).toString('hex');
  const order = (counter & 0xfff).toString(16).padStart(3, '0');
  const middle = ((counter >> 12) & 0xfff).toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${middle}-${tail}`;
}

function voteRequest() {
  const body = `{"value":${1 + (counter % 5)}}`;
  return (
    `PUT /api/v1/ratings/${item}/vote HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n` +
    `Authorization: Bearer ${randomBytes(16).toString('hex')}\r\n` +
    `Idempotency-Key: ${newKey()}\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  );
}

const readRequest = () => `GET /api/v1/ratings/${item} HTTP/1.1\r\nHost: a\r\n\r\n`;
const nextRequest = kind === 'vote' ? voteRequest : readRequest;

const latencies = [];
let measuring = false;
let failures = 0;

function openClient() {
  const socket = connect(port, '127.0.0.1').setNoDelay();
  let sent = 0;
  let received = Buffer.alloc(0);
  const send = () => {
    sent = performance.now();
    socket.write(nextRequest());
  };
  socket.on('connect', send);
  socket.on('error', () => (failures += 1));
  socket.on('data', (part) => {
    received = received.length ? Buffer.concat([received, part]) : part;
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = received.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (received.length < end + 4 + length) return;
    if (!/^HTTP\/1\.1 20/.test(head)) failures += 1;
    else if (measuring) latencies.push(performance.now() - sent);
    received = Buffer.alloc(0);
    if (rest) setTimeout(send, rest);
    else send();
  });
}

for (let index = 0; index < connections; index += 1) openClient();
setTimeout(() => (measuring = true), 1000);
setTimeout(
  () => {
    latencies.sort((a, b) => a - b);
    const at = (share) => latencies[Math.floor(latencies.length * share)] ?? 0;
    const result = { rate: latencies.length / seconds, p50: at(0.5), p99: at(0.99), failures };
    console.info(JSON.stringify(result));
    process.exit(0);
  },
  1000 + seconds * 1000,
);
