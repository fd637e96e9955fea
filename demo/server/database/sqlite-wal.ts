import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { giveToOwner } from '../host/data-files.js';
import { replacedFolder } from './dated-names.js';

/** The database header, at the start of the first page: see https://sqlite.org/fileformat.html. */
interface Header {
  /** Bytes 24 to 99 in hexadecimal. They hold every header field that a commit changes. */
  readonly text: string;
  /** `user_version`, which each commit of a server raises: see `writeMarker`. */
  readonly mark: number;
  /** The schema cookie. It grows with the schema, and `.backup` and `vacuum into` change it. */
  readonly cookie: number;
}

const headerLength = 100;
const logHeaderLength = 32;
const frameHeaderLength = 24;
const logMagic = 0x377f0682;

/** Reads the header from the start of a page; `undefined` for a page that is cut off. */
function headerOf(page: Buffer): Header | undefined {
  if (page.length < headerLength) return;
  return {
    text: page.toString('hex', 24, headerLength),
    mark: page.readInt32BE(60),
    cookie: page.readUInt32BE(40),
  };
}

/** Opens a file for `work`, which gets a function that reads bytes: fewer than asked for at the end. */
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
 * Returns the database headers in the commits of a WAL, oldest first, or `undefined` when the WAL has no
 * commit. A transaction may write the first page several times; its last one counts. The format is at
 * https://sqlite.org/walformat.html.
 */
function loggedHeaders(log: string): Header[] | undefined {
  return withFile(log, (read) => {
    const start = read(0, logHeaderLength);
    // The last bit of the magic number is the byte order of the checksums.
    const isLog = start.length === logHeaderLength && start.readUInt32BE(0) >> 1 === logMagic >> 1;
    if (!isLog) return;
    const salt = start.subarray(16, 24);
    const frameLength = frameHeaderLength + start.readUInt32BE(8);
    let headers: Header[] | undefined;
    let written: Header | undefined;
    for (let position = logHeaderLength; ; position += frameLength) {
      const frame = read(position, frameHeaderLength);
      // A frame with another salt is left over from an earlier use of the WAL file.
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

/** Whether a WAL belongs to the database file beside it. */
type Belonging = 'own' | 'foreign' | 'unsure';

/**
 * Tells whether SQLite may replay a WAL over the file beside it. It may if the file is in the state
 * before the first commit of the WAL, or in the state after one of its commits. A file that somebody
 * copied here after the WAL was written is in neither state. Each commit of a server raises the mark, so
 * the mark of a foreign file differs from the mark of both states. Other programs do not raise it. If one
 * of them wrote the first commit, the file has the same mark as that commit, but so has a copy from that
 * moment. The result is `unsure` then.
 *
 * Call it while no other process uses the file, and before this process opens it with SQLite. When a
 * process closes a file, the system drops all locks that this process holds on it (POSIX `fcntl`).
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
  // The mark is 0 in files and WALs of early servers, which did not set it.
  if (present.mark === first.mark) return first.mark === 0 && sameSchema ? 'own' : 'unsure';
  return present.mark === first.mark - 1 && sameSchema ? 'own' : 'foreign';
}

/** Throws an error that asks the operator, who knows whether somebody has replaced the file. */
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
 * Moves the WAL of another database file to a `replaced_…` folder, and returns its new path. Returns
 * `undefined` when the WAL belongs to this file or there is none. Throws and changes nothing when the
 * owner of the WAL is unclear.
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
