import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveToOwner, syncFolder } from '../host/data-files.js';
import { fingerprintOf } from '../database/secret-guard.js';
import { editorTokenFile, presentSecret, readKept, secretFile } from '../host/secrets.js';
import { type Environment, SettingError } from '../host/environment.js';
import { BackupFault, type Start } from './format.js';

/** What of the secrets goes into a backup: those that are kept in the data folder. */
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
 * Throws unless the server will find the secret of a backup after the restore: by another one no vote
 * would belong to its reader. What the environment says goes before what the backup holds.
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

function keep(folder: string, name: string, text: string): void {
  const draft = join(folder, `.${name}-${process.pid}`);
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  giveToOwner(draft, folder);
  renameSync(draft, join(folder, name));
}

/** Copies the secrets that are kept in a data folder to another one. */
export function copySecrets(folder: string, target: string): void {
  for (const name of [secretFile, editorTokenFile]) {
    const text = readKept(folder, name);
    if (text !== undefined) keep(target, name, text);
  }
}

/**
 * Writes the secrets of a backup to the data folder. Another secret that is there moves aside; an
 * editor token that is there stays, since it may have been changed on purpose.
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
