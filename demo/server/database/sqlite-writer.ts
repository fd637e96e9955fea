// The program of the writer thread: it commits the batches that the main thread posts.
import { parentPort, workerData } from 'node:worker_threads';
import type { CheckedVote } from '../items/vote.js';
import { DatabaseUnavailable } from '../items/database.js';
import { sqliteCast } from './sqlite-cast.js';
import { connectSqlite } from './sqlite-driver.js';
import type { Written } from './sqlite-writer-thread.js';

const connection = await connectSqlite((workerData as { file: string }).file);
const cast = sqliteCast(connection);

function write(votes: readonly CheckedVote[]): Written {
  try {
    const outcomes = cast(votes);
    return { outcomes: votes.map((vote) => outcomes.get(vote)) };
  } catch (error) {
    const isOutage = error instanceof DatabaseUnavailable;
    return { fault: error instanceof Error ? error.message : String(error), isOutage };
  }
}

parentPort?.on('message', (votes: readonly CheckedVote[] | null) => {
  if (votes) return parentPort?.postMessage(write(votes));
  connection.close();
  parentPort?.close();
});
