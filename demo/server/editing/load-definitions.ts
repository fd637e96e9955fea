import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../http/json-body.js';
import type { Database } from '../items/database.js';
import type {
  Definition,
  PollDefinition,
  RatingDefinition,
} from '../../../src/contract/definition.js';
import { type Item, itemOf } from '../items/item.js';
import type { Kind } from '../../../src/contract/item.js';
import { definePoll, defineRating } from './define-item.js';
import type { EditingContext } from './announce.js';

/** Returns the fault of an item's public id, or of a definition of that kind; `undefined` for none. */
export type FaultOf = (what: 'item' | Kind, value: unknown) => string | undefined;

const ratingEnding = '.rating.json';

/** `topics.json` defines the poll `topics`, `a.rating.json` the rating `a`. */
function itemOfFile(name: string): Item {
  const kind = name.endsWith(ratingEnding) ? 'rating' : 'poll';
  return itemOf(kind, name.slice(0, kind === 'rating' ? -ratingEnding.length : -'.json'.length));
}

/** The hash of the file that last defined the item; `undefined` for an item that is not stored. */
async function lastSource({ query }: Database, { id }: Item) {
  const [row] = await query<{ source: string | null }>('select source from widget where id = $1', [
    id,
  ]);
  return row;
}

/** Loads one file. Throws an error with the reason for a faulty one. */
async function loadFile(service: EditingContext, folder: string, name: string, faultOf: FaultOf) {
  const bytes = readFileSync(join(folder, name));
  const source = createHash('sha256').update(bytes).digest('base64url');
  const item = itemOfFile(name);
  const { kind } = item;
  if (faultOf('item', item.item)) throw new Error('The name of the file is no id of an item.');
  const former = await lastSource(service.database, item);
  // An unchanged file is not loaded again, so changes through the API survive a restart.
  if (former && (former.source === source || kind === 'rating')) return;
  const definition = parseJson(bytes) as Definition;
  const fault = faultOf(kind, definition);
  if (fault) throw new Error(fault);
  if (kind === 'rating')
    await defineRating(service, item, definition as RatingDefinition, { source });
  else await definePoll(service, item, definition as PollDefinition, { source });
}

/** The JSON files of a folder in alphabetical order; none, with a report, for an unreadable folder. */
function definitionFiles(folder: string, report: (message: string) => void): string[] {
  try {
    const names = readdirSync(folder);
    return names.filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    report(`No polls are read: ${(error as Error).message}`);
    return [];
  }
}

/**
 * Loads the definitions from the JSON files of a folder. A file can create a rating but not change it,
 * since readers may have voted on it. A faulty file is reported with its path and reason, and the others
 * still load.
 */
export async function loadDefinitions(
  service: EditingContext,
  folder: string,
  faultOf: FaultOf,
  report: (message: string) => void,
): Promise<void> {
  for (const name of definitionFiles(folder, report)) {
    try {
      await loadFile(service, folder, name, faultOf);
    } catch (error) {
      report(`${join(folder, name)}: ${(error as Error).message}`);
    }
  }
}
