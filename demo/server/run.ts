import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createApp, type AppOptions } from './app.js';
import { openDatabase } from './database/open-database.js';
import { requireSameSecret } from './database/secret-guard.js';
import { readStorage, SettingError } from './host/environment.js';
import { projectFolder } from './host/project-folder.js';
import { presentSecret, secretFile } from './host/secrets.js';
import { readSettings, type Settings } from './settings.js';

const report = (fault: unknown) =>
  console.error(fault instanceof Error ? (fault.stack ?? fault.message) : fault);

/** Functions for a host that has its own users or its own check of votes. */
export type Hooks = Pick<AppOptions, 'identify' | 'challenge'>;

const hasSecret = () =>
  presentSecret(process.env, readStorage(process.env).dataFolder) !== undefined;

/** Opens the database. Throws when its votes were cast under another secret. */
async function openOwn(settings: Settings, isNewSecret: boolean) {
  const database = await openDatabase(settings.dataFolder, settings.databaseUrl);
  try {
    await requireSameSecret(database, settings.secret);
    return database;
  } catch (error) {
    await database.close();
    // Removes the secret that this start has created. The next start would take it for the right one.
    if (isNewSecret) rmSync(join(settings.dataFolder, secretFile), { force: true });
    throw error;
  }
}

/** Opens the database, listens, and prints the address of the site. */
async function start(settings: Settings, hooks: Hooks, isNewSecret: boolean) {
  const { port, host } = settings;
  const database = await openOwn(settings, isNewSecret);
  const app = await createApp({
    ...settings,
    ...hooks,
    database,
    siteFolder: projectFolder(),
    log: report,
  });
  await app.listen({ port, host });
  const address = app.server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  const shownHost = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host;
  console.info(`riac-widgets demo: http://${shownHost}:${actualPort}/`);
  return app;
}

/** Turns an error at the start into one line that tells the operator what to change. */
function startFault(error: unknown, { port }: Partial<Settings>): string {
  if (error instanceof SettingError) return error.message;
  const { code, message, syscall, path } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Choose another one: PORT=8081 npm start`;
  const isRefused = code === 'EACCES' || code === 'EPERM';
  if (isRefused && syscall === 'listen')
    return `Port ${port} may not be used. Choose another one with PORT.`;
  if (isRefused && path)
    return `${path} may not be used (${message}). It must belong to the user that the server runs as.`;
  return message;
}

/**
 * Lets the process end without `process.exit`, so that SQLite closes its files and removes the WAL. If a
 * hook of the host keeps the process alive, it exits after four seconds.
 */
function endByItself(): void {
  process.exitCode = 0;
  setTimeout(() => process.exit(), 4_000).unref();
}

/**
 * Starts a server with the settings from the environment. It stops on SIGTERM and SIGINT after the open
 * answers and votes. An error at the start is printed, and the process exits with code 1.
 */
export async function run(hooks: Hooks = {}): Promise<void> {
  let settings: Partial<Settings> = {};
  try {
    const isNewSecret = !hasSecret();
    settings = readSettings(process.env);
    const app = await start(settings as Settings, hooks, isNewSecret);
    let closing = false;
    const stop = () => {
      // A second signal must not interrupt the votes that are being written.
      if (closing) return;
      closing = true;
      // After ten seconds, only a client that does not read its answer can delay the stop.
      setTimeout(() => process.exit(1), 10_000).unref();
      void app.close().then(endByItself);
    };
    process.on('SIGTERM', stop).on('SIGINT', stop);
  } catch (error) {
    console.error(startFault(error, settings));
    process.exit(1);
  }
}
