import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveToOwner, syncFolder } from '../host/data-files.js';
import { fingerprintOf } from '../database/secret-guard.js';
import { editorTokenFile, presentSecret, readKept, secretFile } from '../host/secrets.js';
import { type Environment, SettingError } from '../host/environment.js';
import { BackupFault, type Start } from './format.js';

/**
 * Returns the secrets for a backup: those from the data folder, and `null` for those from the
 * environment. `plain` is the secret in use, for a check of the database. Throws `SettingError` when
 * there is no secret.
 */
export function secretsToKeep(
  environment: Environment,
  folder: string,
): Pick<Start, 'fingerprint' | 'secret' | 'editorToken'> & { readonly plain: string } {
  const present = presentSecret(environment, folder);
  if (!present) {
    throw new SettingError(
      `${join(folder, secretFile)} is not there. Set DATA_DIR, or SECRET, as for the server.`,
    );
  }
  const { secret, isKept } = present;
  return {
    plain: secret,
    fingerprint: fingerprintOf(secret),
    secret: isKept ? secret : null,
    editorToken: environment['EDITOR_TOKEN'] ? null : (readKept(folder, editorTokenFile) ?? null),
  };
}

/**
 * Throws `BackupFault` unless the server will use the secret of the backup after the restore. With
 * another secret no reader would own the votes that she has cast. `SECRET` overrides the backup's own.
 */
export function requireSecretOf(
  { fingerprint, secret }: Start,
  environment: Environment,
  folder: string,
): void {
  const given = environment['SECRET'];
  const found = given || secret || readKept(folder, secretFile);
  if (found && fingerprintOf(found) === fingerprint) return;
  if (given) {
    const remedy = secret ? 'Unset it: the backup holds the right one.' : 'Set the former one.';
    throw new BackupFault(`SECRET is not the secret of this backup. ${remedy}`);
  }
  throw new BackupFault(
    'The backup does not hold its secret, which came from the environment. ' +
      'Set SECRET to what it was when the backup was made.',
  );
}

/** Writes a file that only the owner of the folder can read, all or nothing. */
function keep(folder: string, name: string, text: string): void {
  const draft = join(folder, `.${name}-${process.pid}`);
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  giveToOwner(draft, folder);
  renameSync(draft, join(folder, name));
}

/** Copies the secret and the editor token from one data folder to another. */
export function copySecrets(folder: string, target: string): void {
  for (const name of [secretFile, editorTokenFile]) {
    const text = readKept(folder, name);
    if (text !== undefined) keep(target, name, text);
  }
}

/**
 * Writes the secrets of a backup to the data folder. A different secret there moves to the folder
 * `aside`. An editor token there stays, since an operator may have changed it on purpose.
 */
export function keepSecrets({ secret, editorToken }: Start, folder: string, aside: string): void {
  const present = readKept(folder, secretFile);
  if (secret !== null && secret !== present) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (present !== undefined) {
      mkdirSync(aside, { recursive: true, mode: 0o700 });
      giveToOwner(aside, folder);
      renameSync(join(folder, secretFile), join(aside, secretFile));
    }
    keep(folder, secretFile, secret);
  }
  if (editorToken !== null && !existsSync(join(folder, editorTokenFile))) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    keep(folder, editorTokenFile, editorToken);
  }
  if (existsSync(folder)) syncFolder(folder);
}
