import { join, resolve } from 'node:path';
import { type AroundReplacement, readState, type StateRoot } from '#reference/state/state.ts';
import { ok } from '#spec/result.ts';
import type { Outcome } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import type { GlobalOptions } from './options.ts';
import { stateRoot, trustStorePath } from './settings.ts';
import { canonicalPath, closeRecord, expectRecord } from './trust-record.ts';
import { type OpenVault, openVault } from './vault.ts';

/** The state of one host, as the options and variables lead to it, with all that a change of it needs. */
export interface OpenState {
  readonly root: StateRoot;
  readonly skillsFolder: string;
  /** As it was given, to be shown. */
  readonly trustStorePath: string;
  /** Behind symbolic links: the path by which the vault knows it. */
  readonly trustStore: string;
  readonly vault: OpenVault;
}

/** Nothing of it is touched before the first use. */
export async function openState(
  options: GlobalOptions,
  shell: Shell,
  trustStoreOption?: string,
): Promise<Outcome<OpenState>> {
  const folder = stateRoot(options, shell);
  if (!folder.ok) return folder;
  const path = trustStorePath(trustStoreOption, options, shell);
  if (!path.ok) return path;
  const trustStore = canonicalPath(resolve(shell.folder, path.value));
  if (!trustStore.ok) return trustStore;
  const vault = await openVault(options, shell);
  if (!vault.ok) return vault;
  return ok({
    root: rootWithStore(folder.value, trustStore.value, vault.value),
    skillsFolder: join(folder.value, 'skills'),
    trustStorePath: path.value,
    trustStore: trustStore.value,
    vault: vault.value,
  });
}

/**
 * For a command that changes a trust store apart from any state: an interrupted change of the state is finished first, else
 * it would be finished later, over what this command is about to save. What cannot be finished is told by the commands
 * that need it.
 */
export function finishInterrupted(options: GlobalOptions, shell: Shell, trustStore: string, vault: OpenVault): void {
  const folder = stateRoot(options, shell);
  const canonical = canonicalPath(resolve(shell.folder, trustStore));
  if (folder.ok && canonical.ok) readState(rootWithStore(folder.value, canonical.value, vault), () => ok(undefined));
}

/** TRUST-INTEGRITY-RECORD: the record goes with the store, also where a change is finished by a later command. */
function rootWithStore(folder: string, trustStore: string, vault: OpenVault): StateRoot {
  const aroundTrustStore: AroundReplacement = {
    before: (files) => expectRecord(trustStore, files, vault),
    after: (bytes) => closeRecord(trustStore, bytes, vault),
  };
  return { folder, trustStore, aroundTrustStore };
}
