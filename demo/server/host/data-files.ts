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

/** Brings the names in a folder to the disk, so that a power cut loses none; Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  fsyncSync(open);
  closeSync(open);
}

/** Gives what root has made in a data folder to the owner of the folder, whose server has to use it. */
export function giveToOwner(path: string, folder: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  chownSync(path, uid, gid);
}

/** What a file system answers that has no hard links, such as exFAT or a share of SMB. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

/**
 * Gives a finished draft another name, whole or not at all, and never that of an existing file:
 * answers `false` when one is there. Where there are no hard links, an empty file takes the name
 * first; the draft replaces it, and is gone then.
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

function takeName(target: string): boolean {
  try {
    closeSync(openSync(target, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function replaceTaken(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(target);
    throw error;
  }
}
