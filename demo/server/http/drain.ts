import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Milliseconds that open answers get at a stop. Slower ones wait for a client that does not read. */
const patience = 5_000;

/** Returns a function that closes connections that sent no byte, such as those that browsers preopen. */
function silenceCutter(server: Server): () => void {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () => {
    for (const socket of sockets) if (!socket.bytesRead) socket.destroy();
  };
}

/**
 * Makes a stopping server finish its answers and close all connections, so that no client prevents it
 * from closing its database. The event route ends its own streams.
 */
export function drainConnections(app: FastifyInstance): void {
  const { server } = app;
  const cutSilent = silenceCutter(server);
  let sweep: NodeJS.Timeout | undefined;
  let limit: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    // Repeats, since a connection of a proxy becomes idle only after its last answer.
    sweep = setInterval(() => {
      server.closeIdleConnections();
      cutSilent();
    }, 100);
    limit = setTimeout(() => server.closeAllConnections(), patience);
  });
  app.addHook('onClose', async () => {
    clearInterval(sweep);
    clearTimeout(limit);
  });
}
