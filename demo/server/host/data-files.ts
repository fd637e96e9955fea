import {
  chownSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Flushes the entries of a folder to disk, so that a power cut loses none. Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  fsyncSync(open);
  closeSync(open);
}

/**
 * Gives a file to the owner of the data folder if this process runs as root. The server may run as that
 * owner and must be able to use the file.
 */
export function giveToOwner(path: string, folder: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}

/** Error codes of `link` on a file system without hard links, such as exFAT or an SMB share. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

/**
 * Gives a finished draft its final name in one step. Returns false and changes nothing when a file with
 * that name exists. A hard link cannot overwrite a file, unlike a rename, so `target` becomes a second
 * link to the draft. On a file system without hard links, the function creates an empty `target` and
 * renames the draft over it.
 */
export function publish(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!withoutLinks.has(code)) throw error;
    if (!takeName(target)) return false;
    replaceTaken(draft, target);
  }
  syncFolder(dirname(target));
  return true;
}

/** Creates an empty file. Returns false when the name is taken. */
function takeName(target: string): boolean {
  try {
    closeSync(openSync(target, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renames the draft over the empty file, and removes that file when this fails. */
function replaceTaken(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(target);
    throw error;
  }
}
