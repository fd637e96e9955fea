// Opens many event streams and notes how old each event is when it arrives.
import { connect } from 'node:net';

const { port, streams, seconds } = JSON.parse(process.argv[2]);
const request = 'GET /api/v1/events?rating=hot HTTP/1.1\r\nHost: a\r\n\r\n';
const ages = [];
let measuring = false;
let open = 0;
let broken = 0;

function openStream() {
  const socket = connect(port, '127.0.0.1');
  let isOpen = false;
  socket.on('connect', () => socket.write(request));
  socket.once('data', () => {
    isOpen = true;
    open += 1;
  });
  // A busy machine may refuse a newcomer; a page would come back as well.
  socket.on('error', () => {
    if (isOpen) broken += 1;
    else setTimeout(openStream, 100);
  });
  socket.on('data', (part) => {
    if (!measuring) return;
    const now = Date.now();
    // The time is the last field of every event, so one text search is enough.
    for (const [, time] of part.toString('latin1').matchAll(/"server_time":"([^"]+)"/g)) {
      ages.push(now - Date.parse(time));
    }
  });
}

// In groups, or the backlog of the listening socket overflows.
for (let index = 0; index < streams; index += 1) {
  openStream();
  if (index % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 20));
}
while (open < streams) await new Promise((resolve) => setTimeout(resolve, 50));
process.send('open');
await new Promise((resolve) => setTimeout(resolve, 1500));
measuring = true;
process.send('measuring');
await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
ages.sort((a, b) => a - b);
const at = (share) => ages[Math.floor(ages.length * share)] ?? 0;
process.send({ events: ages.length, p50: at(0.5), p99: at(0.99), broken });
process.exit(0);
