import type { Failure } from '#spec/failure.ts';
import type { ByteReader } from './byte-reader.ts';
import type { CentralDirectory } from './central-directory.ts';
import type { Entry } from './entry.ts';

/**
 * ART-NO-HIDDEN-BYTES, ART-NO-OVERLAP: entries, directory and end record stand one behind the other, so that whoever
 * reads the file from its front meets the same entries as those who begin at the end.
 */
export function refuseHiddenOrShared(
  reader: ByteReader,
  directory: CentralDirectory,
  entries: readonly Entry[],
): Failure | undefined {
  const { endRecord } = directory;
  let reached = 0;
  let shared: Failure | undefined;
  for (const entry of entries.toSorted((a, b) => a.local.start - b.local.start)) {
    const { start } = entry.local;
    if (start > reached) return hidden(reached, start);
    if (start < reached || entry.end > directory.start) shared ??= { code: 'artifact.overlap', name: entry.name };
    reached = Math.max(reached, entry.end);
  }
  if (reached < directory.start) return hidden(reached, directory.start);
  if (directory.end < endRecord.at) return hidden(directory.end, endRecord.at);
  if (endRecord.end < reader.length) return hidden(endRecord.end, reader.length);
  return shared;
}

function hidden(offset: number, end: number): Failure {
  return { code: 'artifact.hidden-bytes', offset, length: end - offset };
}
