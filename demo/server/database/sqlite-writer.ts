// Runs in a thread of its own: commits the batches that the main thread hands over.
import { parentPort, workerData } from 'node:worker_threads';
import type { Vote } from '../items/vote.js';
import { DatabaseUnavailable } from '../items/database.js';
import { sqliteBallotBox } from './sqlite-cast.js';
import { connectSqlite } from './sqlite-driver.js';
import type { Written } from './sqlite-writer-thread.js';

const connection = await connectSqlite((workerData as { file: string }).file);
const cast = sqliteBallotBox(connection);

function write(votes: readonly Vote[]): Written {
  try {
    const outcomes = cast(votes);
    return { outcomes: votes.map((vote) => outcomes.get(vote)) };
  } catch (error) {
    const isOutage = error instanceof DatabaseUnavailable;
    return { fault: error instanceof Error ? error.message : String(error), isOutage };
  }
}

parentPort?.on('message', (votes: readonly Vote[] | null) => {
  if (votes) return parentPort?.postMessage(write(votes));
  connection.close();
  parentPort?.close();
});
