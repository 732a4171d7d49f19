import { fail, ok, type Result } from '#spec/result.ts';
import { compareBytes } from '../text/byte-order.ts';
import type { VaultDisk } from './disk.ts';
import type { VaultEntries } from './entries.ts';
import type { DeriveKeys, VaultUnlock } from './lock.ts';
import { isInScope, type VaultReference, type VaultScope } from './reference.ts';
import { newVault, type OpenVault, openVault, type RandomBytes, sealVault } from './seal.ts';

export interface Vault {
  readonly disk: VaultDisk;
  readonly unlock: VaultUnlock;
  readonly random: RandomBytes;
  /** The cost of guessing the passphrase of a vault that is made; one that exists keeps its own. */
  readonly scryptLogN: number;
  readonly derive: DeriveKeys;
}

export const largestSecretBytes = 64 * 1024;

export function getSecret(vault: Vault, reference: VaultReference): Result<Uint8Array> {
  const opened = read(vault);
  if (!opened.ok) return opened;
  const value = opened.value?.entries.get(reference);
  return value === undefined ? notFound(reference) : ok(value);
}

/** The names in the order of their bytes, never the values. */
export function listSecrets(vault: Vault, scope?: VaultScope): Result<readonly VaultReference[]> {
  const opened = read(vault);
  if (!opened.ok) return opened;
  const all = [...(opened.value?.entries.keys() ?? [])].sort(compareBytes);
  return ok(scope === undefined ? all : all.filter((reference) => isInScope(reference, scope)));
}

export function putSecret(vault: Vault, reference: VaultReference, value: Uint8Array): Result<undefined> {
  return put(vault, reference, value, () => true);
}

/** Says `taken` where the reference holds something already, which stays; of several at once, one puts. */
export function putNewSecret(vault: Vault, reference: VaultReference, value: Uint8Array): Result<'put' | 'taken'> {
  let isFree = true;
  const done = put(vault, reference, value, (entries) => {
    isFree = !entries.has(reference);
    return isFree;
  });
  return done.ok ? ok(isFree ? 'put' : 'taken') : done;
}

export function deleteSecret(vault: Vault, reference: VaultReference): Result<undefined> {
  return change(vault, (entries) => {
    if (!entries.has(reference)) return notFound(reference);
    const rest = new Map(entries);
    rest.delete(reference);
    return ok(rest);
  });
}

function put(
  vault: Vault,
  reference: VaultReference,
  value: Uint8Array,
  mayPut: (entries: VaultEntries) => boolean,
): Result<undefined> {
  if (value.length > largestSecretBytes) {
    return unwritable(vault, `a secret has at most ${largestSecretBytes} bytes, this one ${value.length}`);
  }
  return change(vault, (entries) => ok(mayPut(entries) ? new Map(entries).set(reference, value) : entries));
}

/** Undefined where there is no vault yet, which holds nothing for anybody. */
function read({ disk, unlock, derive }: Vault): Result<OpenVault | undefined> {
  const bytes = disk.read();
  if (!bytes.ok || bytes.value === undefined) return bytes.ok ? ok(undefined) : bytes;
  return openVault({ path: disk.path, bytes: bytes.value }, unlock, derive);
}

/** Far more commands than anybody runs at once; trying again is quick, because the keys are at hand. */
const attempts = 100;

/** Starts over where another process changed the vault in between, so that neither change is lost. */
function change(vault: Vault, edit: (entries: VaultEntries) => Result<VaultEntries>): Result<undefined> {
  const { disk, unlock, random, scryptLogN, derive } = vault;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = disk.read();
    if (!before.ok) return before;
    const opened =
      before.value === undefined
        ? newVault(unlock, scryptLogN, random, derive)
        : openVault({ path: disk.path, bytes: before.value }, unlock, derive);
    if (!opened.ok) return opened;
    const entries = edit(opened.value.entries);
    if (!entries.ok) return entries;
    if (entries.value === opened.value.entries) return ok(undefined);
    const replaced = disk.replace(before.value, sealVault({ ...opened.value, entries: entries.value }, random));
    if (!replaced.ok) return replaced;
    if (replaced.value === 'replaced') return ok(undefined);
  }
  return unwritable(vault, 'other commands keep changing it');
}

function notFound(reference: VaultReference) {
  return fail({ code: 'vault.not-found', reference });
}

function unwritable({ disk }: Vault, detail: string) {
  return fail({ code: 'vault.unwritable', path: disk.path, detail });
}
