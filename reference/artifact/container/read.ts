import { limits } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { NormalPath } from '../../text/path.ts';
import { ByteReader } from './byte-reader.ts';
import { findCentralDirectory } from './central-directory.ts';
import { decodeEntries } from './decode-entries.ts';
import { refuseSecondMeaning } from './one-meaning.ts';

/** The contents of an artifact that has only one reading. */
export interface Archive {
  /** In the order of the central directory; the content of a stored entry may be a view of the archive's bytes. */
  readonly entries: ReadonlyMap<NormalPath, Uint8Array>;
}

/**
 * ART-DECODE-ORDER: first the archive is read as shipping software reads it, with its verdicts; what it would accept is
 * then searched for a second meaning.
 */
export function readArchive(bytes: Uint8Array): Result<Archive> {
  const limit = limits.artifactBytes;
  if (bytes.length > limit) return fail({ code: 'artifact.too-large', actual: bytes.length, limit });
  const reader = new ByteReader(bytes);
  const directory = findCentralDirectory(reader);
  if (!directory.ok) return directory;
  const decoded = decodeEntries(reader, directory.value);
  if (!decoded.ok) return decoded;
  const failure = refuseSecondMeaning(reader, directory.value, decoded.value.realSizes);
  return failure === undefined ? ok({ entries: decoded.value.entries }) : fail(failure);
}
