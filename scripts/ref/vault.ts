import { join } from 'node:path';
import { decodeUtf8 } from '#reference/text/utf8.ts';
import { fileVault, findVaultKey, loadVaultKey } from '#reference/vault/file-vault.ts';
import type { VaultUnlock } from '#reference/vault/lock.ts';
import { whileLocked } from '#reference/vault/lock-file.ts';
import { parseVaultReference, type VaultReference } from '#reference/vault/reference.ts';
import { deleteSecret, getSecret, listSecrets, putNewSecret, putSecret, type Vault } from '#reference/vault/vault.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { type Outcome, refuse } from '../cli/problem.ts';
import { type Shell, stdinName } from '../cli/shell.ts';
import type { GlobalOptions } from './options.ts';
import { variable, vaultFolder } from './settings.ts';

/** The vault that the options and variables lead to. Nothing of it is touched before the first use. */
export interface OpenVault {
  get(reference: string): Result<Uint8Array>;
  put(reference: string, secret: Uint8Array): Result<undefined>;
  putNew(reference: string, secret: Uint8Array): Result<'put' | 'taken'>;
  delete(reference: string): Result<undefined>;
  list(): Result<readonly string[]>;
  /** Runs work that no other command with this vault may run at the same time. */
  exclusively<T>(work: () => Result<T>): Result<T>;
}

export async function openVault(options: GlobalOptions, shell: Shell): Promise<Outcome<OpenVault>> {
  const folder = vaultFolder(options, shell);
  if (!folder.ok) return folder;
  const passphrase = await readPassphrase(options, shell);
  if (!passphrase.ok) return passphrase;
  const unlock = (): Result<VaultUnlock> =>
    passphrase.value === undefined
      ? loadVaultKey(folder.value)
      : ok({ kind: 'passphrase', passphrase: passphrase.value });
  let vault: Vault | undefined;
  const unlocked = <T>(work: (vault: Vault) => Result<T>): Result<T> => {
    if (vault === undefined) {
      const key = unlock();
      if (!key.ok) return key;
      vault = fileVault(folder.value, key.value);
    }
    return work(vault);
  };
  const at = <T>(text: string, work: (vault: Vault, reference: VaultReference) => Result<T>): Result<T> => {
    const reference = parseVaultReference(text);
    return reference.ok ? unlocked((vault) => work(vault, reference.value)) : reference;
  };
  /** Reading makes no key: where there is none, and no vault either, nothing is kept. */
  const isUntouched = (): Result<boolean> => {
    if (vault !== undefined || passphrase.value !== undefined) return ok(false);
    const key = findVaultKey(folder.value);
    return key.ok ? ok(key.value === undefined) : key;
  };
  const kept = <T>(text: string, work: (vault: Vault, reference: VaultReference) => Result<T>): Result<T> => {
    const reference = parseVaultReference(text);
    if (!reference.ok) return reference;
    const untouched = isUntouched();
    if (!untouched.ok) return untouched;
    return untouched.value ? fail({ code: 'vault.not-found', reference: text }) : at(text, work);
  };
  return ok({
    get: (text) => kept(text, getSecret),
    put: (text, secret) => at(text, (vault, reference) => putSecret(vault, reference, secret)),
    putNew: (text, secret) => at(text, (vault, reference) => putNewSecret(vault, reference, secret)),
    delete: (text) => kept(text, deleteSecret),
    list: () => {
      const untouched = isUntouched();
      if (!untouched.ok) return untouched;
      return untouched.value ? ok([]) : unlocked((vault) => listSecrets(vault));
    },
    exclusively: (work) =>
      whileLocked(folder.value, work, { lock: join(folder.value, 'trust-store.lock'), waitMs: turnMs }),
  });
}

/** A passphrase keeps the command that holds the lock busy for longer than a comparison and a rename do. */
const turnMs = 20_000;

const mostBytes = 4096;

async function readPassphrase(options: GlobalOptions, shell: Shell): Promise<Outcome<string | undefined>> {
  if (!options['vault-passphrase-stdin']) return variable(shell, 'PALYRA_VAULT_PASSPHRASE');
  const bytes = await shell.readStdin(mostBytes);
  if (!bytes.ok) return bytes;
  // The end of the line belongs to the program that sent it, every other byte to the passphrase.
  const passphrase = decodeUtf8(bytes.value)?.replace(/\r?\n$/, '');
  if (passphrase === '') return refuse({ code: 'cli.empty-input', source: stdinName });
  return passphrase === undefined ? refuse({ code: 'cli.not-utf8', source: stdinName }) : ok(passphrase);
}
