import { fail, ok, type Result } from '#spec/result.ts';
import type { ByteReader } from './byte-reader.ts';
import type { CentralDirectory } from './central-directory.ts';
import { type CentralRecord, decodeName } from './central-record.ts';
import { type Descriptor, findDescriptor } from './data-descriptor.ts';
import { isDirectoryName } from './decode-entries.ts';
import { flagBits } from './flag-bits.ts';
import { type LocalHeader, readLocalHeader } from './local-header.ts';

/** All that the file says of one entry, in its three places. */
export interface Entry {
  readonly name: string;
  readonly isDirectory: boolean;
  readonly record: CentralRecord;
  readonly local: LocalHeader;
  readonly descriptor: Descriptor | undefined;
  /** Where the bytes of the entry end. */
  readonly end: number;
}

/** Every record with its local header, also those that a later record of the same name replaces. */
export function pairEntries(reader: ByteReader, directory: CentralDirectory): Result<readonly Entry[]> {
  const pairs: { record: CentralRecord; local: LocalHeader }[] = [];
  let headerBytes = 0;
  for (const record of directory.records) {
    const local = readLocalHeader(reader, record.offset + directory.shift);
    if (local === undefined) {
      // Only a record that a later one replaces gets here without a local header.
      return fail({ code: 'artifact.headers-disagree', name: decodeName(record), field: 'place' });
    }
    pairs.push({ record, local });
    headerBytes += local.dataStart - local.start;
    // ART-NO-OVERLAP: more headers than the file has room for share bytes, and need not all be read to know it.
    if (headerBytes > reader.length) return fail({ code: 'artifact.overlap', name: decodeName(record) });
  }
  const following = followingStarts(pairs.map(({ local }) => local.start));
  return ok(
    pairs.map(({ record, local }) => {
      const name = decodeName(record);
      const dataEnd = local.dataStart + record.compressedSize;
      const next = following.get(local.start) ?? directory.start;
      const isAnnounced = ((record.flags | local.flags) & flagBits.descriptor) !== 0;
      const descriptor = isAnnounced ? findDescriptor(reader, record, dataEnd, next) : undefined;
      const end = dataEnd + (descriptor?.length ?? 0);
      return { name, isDirectory: isDirectoryName(name), record, local, descriptor, end };
    }),
  );
}

/** For each place where an entry starts, the next one. */
function followingStarts(starts: readonly number[]): ReadonlyMap<number, number> {
  const inPlace = [...new Set(starts)].sort((a, b) => a - b);
  return new Map(inPlace.slice(1).map((start, index) => [inPlace[index] ?? start, start]));
}
