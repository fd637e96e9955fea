import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Milliseconds that answers may take while the server stops; what hangs longer is a client's fault. */
const patience = 5_000;

/** Cuts the connections on which nobody has said anything yet, such as those a browser opens ahead. */
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
 * Lets a stopping server answer what it was asked and then go of every connection, so that no client
 * keeps it from closing its database. Event streams end by themselves.
 */
export function drainConnections(app: FastifyInstance): void {
  const { server } = app;
  const cutSilent = silenceCutter(server);
  let sweep: NodeJS.Timeout | undefined;
  let limit: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    // What a proxy keeps open is idle only after its last answer, which may be still to come.
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
