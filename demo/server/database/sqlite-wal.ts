import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { giveToOwner } from '../host/data-files.js';
import { replacedFolder } from './dated-names.js';

/** What the header of a file says of itself, the first page of each: see https://sqlite.org/fileformat.html. */
interface Header {
  /** All that changes from one commit to the next. */
  readonly text: string;
  readonly mark: number;
  /** Grows with the schema, and is another one in copies made by `.backup` and `vacuum into`. */
  readonly cookie: number;
}

const headerLength = 100;
const logHeaderLength = 32;
const frameHeaderLength = 24;
const logMagic = 0x377f0682;

function headerOf(page: Buffer): Header | undefined {
  if (page.length < headerLength) return;
  return {
    text: page.toString('hex', 24, headerLength),
    mark: page.readInt32BE(60),
    cookie: page.readUInt32BE(40),
  };
}

/** Calls `work` with a function that reads a part of the file, shorter at its end. */
export function withFile<Result>(
  file: string,
  work: (read: (position: number, length: number) => Buffer) => Result,
): Result {
  const open = openSync(file, 'r');
  try {
    return work((position, length) => {
      const part = Buffer.alloc(length);
      return part.subarray(0, readSync(open, part, 0, length, position));
    });
  } finally {
    closeSync(open);
  }
}

/**
 * The first pages that the commits in a log hold, oldest first; `undefined` when nothing was
 * committed. Of a transaction the last one counts: it may have written others before its mark.
 */
function loggedHeaders(log: string): Header[] | undefined {
  return withFile(log, (read) => {
    const start = read(0, logHeaderLength);
    // The last bit of the magic number tells the order of bytes in checksums.
    const isLog = start.length === logHeaderLength && start.readUInt32BE(0) >> 1 === logMagic >> 1;
    if (!isLog) return;
    const salt = start.subarray(16, 24);
    const frameLength = frameHeaderLength + start.readUInt32BE(8);
    let headers: Header[] | undefined;
    let written: Header | undefined;
    for (let position = logHeaderLength; ; position += frameLength) {
      const frame = read(position, frameHeaderLength);
      // What follows was left by an older log.
      if (frame.length < frameHeaderLength || !frame.subarray(8, 16).equals(salt)) return headers;
      if (frame.readUInt32BE(0) === 1) {
        written = headerOf(read(position + frameHeaderLength, headerLength)) ?? written;
      }
      const isCommit = frame.readUInt32BE(4) > 0;
      if (!isCommit) continue;
      headers ??= [];
      if (written) headers.push(written);
      written = undefined;
    }
  });
}

/** Whether a log belongs to the file beside it. */
type Belonging = 'own' | 'foreign' | 'unsure';

/**
 * Whether a log may be replayed over the file beside it: the file is in the state that the log began
 * with, or in a later one that the log has brought it to. A file that was copied there after the log
 * was written is in neither. Each commit of a server marks the file, so that the mark of a foreign
 * file differs from both. Other programs mark nothing: where one of them wrote first in the log, the
 * file has the mark that the log begins with, as has a copy made at that moment. To be asked while
 * nobody else uses the file, and before this process does: closing a file drops all locks that its
 * process has on it.
 */
function belongingOf(file: string): Belonging {
  const log = `${file}-wal`;
  const logged = existsSync(log) ? loggedHeaders(log) : undefined;
  if (!logged) return 'own';
  const present = existsSync(file)
    ? headerOf(withFile(file, (read) => read(0, headerLength)))
    : undefined;
  if (!present) return 'foreign';
  if (logged.some(({ text }) => text === present.text)) return 'own';
  const [first] = logged;
  if (!first) return 'unsure';
  const sameSchema = present.cookie === first.cookie;
  // Files and logs of servers that did not mark their writes say 0.
  if (present.mark === first.mark) return first.mark === 0 && sameSchema ? 'own' : 'unsure';
  return present.mark === first.mark - 1 && sameSchema ? 'own' : 'foreign';
}

/** Throws, and has changed nothing, where a log may be of this file or of another one: a person knows. */
function refuseUnsureWal(file: string): never {
  const log = `${file}-wal`;
  throw new Error(
    `${log} may hold votes of ${file}, or belong to a file that was there before: another program ` +
      `wrote to it. If a copy was put in the place of ${file}, move the log away: ` +
      `mv "${log}" "${log}.former" - If not, replay it: ` +
      `sqlite3 "${file}" "pragma wal_checkpoint(truncate)" - Then start again.`,
  );
}

/**
 * Moves a log away that belongs to another file; answers where it is now. Throws where that cannot
 * be told.
 */
export function moveForeignWalAside(file: string): string | undefined {
  const belonging = belongingOf(file);
  if (belonging === 'own') return;
  if (belonging === 'unsure') refuseUnsureWal(file);
  const aside = replacedFolder(join(file, '..'));
  mkdirSync(aside, { mode: 0o700 });
  giveToOwner(aside, join(file, '..'));
  for (const name of [`${file}-wal`, `${file}-shm`]) {
    if (existsSync(name)) renameSync(name, join(aside, basename(name)));
  }
  return join(aside, basename(`${file}-wal`));
}
