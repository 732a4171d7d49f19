import { resolve } from 'node:path';
import type { Host } from '#reference/artifact/inspect.ts';
import { chooseEntry } from '#reference/lifecycle/registry/build-index.ts';
import { readRegistry, readRegistryArtifact, writeRegistryIndex } from '#reference/lifecycle/registry/read-registry.ts';
import type { RegistryEntry } from '#reference/lifecycle/registry/registry-index.ts';
import { ok } from '#spec/result.ts';
import type { Outcome } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';

export interface RegistryChoice {
  readonly entry: RegistryEntry;
  readonly artifact: () => Outcome<Uint8Array>;
  /** Empty where there is nothing to say. */
  readonly warning: string;
}

/** The version of a skill that a folder offers. */
export function chooseFromRegistry(
  folder: string,
  wanted: { readonly skillId: string; readonly version: string | undefined },
  host: Host,
  shell: Shell,
): Outcome<RegistryChoice> {
  const absolute = resolve(shell.folder, folder);
  const index = readRegistry(absolute, host, shell.nowUnixMs());
  if (!index.ok) return index;
  const entry = chooseEntry(index.value, wanted.skillId, wanted.version);
  if (!entry.ok) return entry;
  const detail = writeRegistryIndex(absolute, index.value);
  return ok({
    entry: entry.value,
    artifact: () => readRegistryArtifact(absolute, entry.value),
    warning: detail === undefined ? '' : `note: index.json of the registry was not written: ${detail}\n`,
  });
}

export function sourceOf(folder: string, { artifact }: RegistryEntry) {
  return { kind: 'local_registry', reference: `${folder.replace(/[/]+$/, '')}/${artifact}` };
}
