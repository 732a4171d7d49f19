import type { StateNameKind } from '#spec/failure/state.ts';
import { fail, ok, type Result } from '#spec/result.ts';

/** What stands in the folder `skills` beside the skills; also what is made of such a name. */
const taken = /^(?:installed-index\.json|audit\.ndjson|trust-store\.json|bindings\.json)/;
/** Names that Windows keeps for devices, whatever follows the first dot. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
const longestName = 255;

/**
 * STATE-PATHS: the folder of a skill or plugin. Two ids never have the same, on no file system, and none has one of
 * another meaning: `..` is an identifier too.
 */
export function folderName(kind: StateNameKind, id: string): Result<string> {
  if (!/^[a-z0-9._:-]+$/.test(id)) return unsafe(kind, id);
  let name = id.replaceAll(':', '%3a');
  if (/\.$/.test(name)) name = `${name.slice(0, -1)}%2e`;
  if (name.startsWith('.') || device.test(name) || taken.test(name)) name = `${escaped(name)}${name.slice(1)}`;
  return name.length > longestName ? unsafe(kind, id) : ok(name);
}

/** STATE-PATHS: a version names its folder as it is. It begins with a digit, so it is none of the other names there. */
export function versionFolderName(version: string): Result<string> {
  const isSafe = /^[+\d][0-9a-z.+-]*$/.test(version) && !version.endsWith('.') && version.length <= longestName;
  return isSafe ? ok(version) : unsafe('version', version);
}

/** STATE-PATHS: inspection lets through normal paths only; here they become files. */
export function entryParts(name: string): Result<readonly string[]> {
  const parts = name.split('/');
  const isSafe = parts.every(
    (part) =>
      part !== '' && part !== '.' && part !== '..' && !/[\\:\0]/.test(part) && Buffer.byteLength(part) <= longestName,
  );
  return isSafe && !ownFiles.has(name.toLowerCase()) ? ok(parts) : unsafe('entry', name);
}

export const artifactName = 'artifact.palyra-skill';
export const metadataName = 'install-metadata.json';
const ownFiles: ReadonlySet<string> = new Set([artifactName, metadataName]);

function escaped(name: string): string {
  return `%${name.charCodeAt(0).toString(16)}`;
}

function unsafe(kind: StateNameKind, name: string) {
  return fail({ code: 'state.unsafe-name', kind, name });
}
