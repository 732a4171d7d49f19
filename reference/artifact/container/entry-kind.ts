import type { Failure } from '#spec/failure.ts';
import type { Entry } from './entry.ts';

/** ART-REGULAR-FILES, ART-EMPTY-DIRECTORIES: an entry is a file or an empty folder, and every reader sees which. */
export function refuseUnclearKind({ name, isDirectory, record }: Entry): Failure | undefined {
  const special = (detail: string): Failure => ({ code: 'artifact.special-file', name, detail });
  // Whatever system the record names as its maker: there are extractors that make a link without looking at that.
  const type = (record.attributes >>> 16) & unixTypeMask;
  if (type !== 0 && type !== (isDirectory ? unixFolder : unixFile)) {
    return special(isDirectory ? 'its name is that of a folder, its mode is not' : 'its mode is not that of a file');
  }
  // Extractors skip what claims to be the label of a disk.
  if ((record.attributes & dosLabel) !== 0) return special('its attributes are those of a disk label');
  if (!isDirectory) {
    return (record.attributes & dosFolder) === 0 ? undefined : special('its attributes are those of a folder');
  }
  if (name.endsWith('\\')) return special('a backslash makes it a folder for some readers only');
  const isEmpty = record.size === 0 && record.compressedSize === 0 && record.crc32 === 0;
  return isEmpty ? undefined : { code: 'artifact.directory-with-content', name };
}

const unixTypeMask = 0xf000;
const unixFile = 0x8000;
const unixFolder = 0x4000;
const dosLabel = 0x08;
const dosFolder = 0x10;
