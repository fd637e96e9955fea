// The least that event streams can cost here: bare sockets, and a frame to each four times a second.
import { createServer } from 'node:net';

const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n';
const sockets = new Set();
const server = createServer((socket) => {
  socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  socket.once('data', () => {
    sockets.add(socket);
    socket.write(head);
  });
});
let version = 0;

function frame() {
  const server_time = new Date().toISOString();
  version += 1;
  const told = JSON.stringify({ kind: 'rating', item: 'hot', version, state: 'open', server_time });
  return Buffer.from(`id: rating%3Ahot@${version}\ndata: ${told}\n\n`);
}

setInterval(() => {
  const news = frame();
  for (const socket of sockets) socket.write(news);
}, 250);
server.listen(0, '127.0.0.1', () => console.info(`http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
