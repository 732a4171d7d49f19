import type { Failure } from '#spec/failure.ts';
import type { Entry } from './entry.ts';

/** ART-UNIQUE-RAW-NAMES: one reader keeps the first copy, the next the last, and another both. */
export function refuseRepeatedName(entries: readonly Entry[]): Failure | undefined {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (seen.has(name)) return { code: 'artifact.duplicate-entry', name };
    seen.add(name);
  }
  return undefined;
}

/** ART-FILE-OR-FOLDER: no file system can hold a file and a folder of the same name. */
export function refuseFileAsFolder(entries: readonly Entry[]): Failure | undefined {
  const paths = entries
    .map(({ name, isDirectory }) => ({ name, isDirectory, asFolder: isDirectory ? name : `${name}/` }))
    .sort((a, b) => compareText(a.asFolder, b.asFolder) || Number(a.isDirectory) - Number(b.isDirectory));
  // In this order, whatever lies below a name follows it without a gap, so its neighbour alone decides.
  const clash = paths.find((path, index) => !path.isDirectory && paths[index + 1]?.asFolder.startsWith(path.asFolder));
  return clash === undefined ? undefined : { code: 'artifact.file-is-folder', name: clash.name };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
