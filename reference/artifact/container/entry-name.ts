import { isAscii, isUtf8 } from 'node:buffer';
import type { Failure } from '#spec/failure.ts';
import { parsePath } from '../../text/path.ts';
import type { Entry } from './entry.ts';
import { flagBits } from './flag-bits.ts';

/** Every reader gets the same name out of the entry, and needs to repair nothing. */
export function refuseUnclearName(entry: Entry): Failure | undefined {
  const { name, record, local } = entry;
  // ART-NAMES-UTF8: without the flag, other bytes than ASCII mean what the reader's code page says.
  const isMarked = (record.flags & flagBits.utf8) !== 0;
  if (isMarked ? !isUtf8(record.rawName) : !isAscii(record.rawName)) return { code: 'artifact.name-encoding', name };
  // ART-NO-RENAMING: half of the readers do not know the field.
  const isRenamed = local.extra.isRenaming;
  if (isRenamed || record.newName !== undefined) return { code: 'artifact.renaming-field', name };
  // ART-NAMES-PRINTABLE: a terminal obeys these characters, and some file systems drop them.
  if (controls.test(name)) return { code: 'artifact.control-in-name', name };
  return entry.isDirectory ? refuseHostileFolder(name) : refuseOtherSpelling(name);
}

const controls = /[\u0000-\u001f\u007f-\u009f]/;

/** ART-NAMES-CANONICAL: whoever extracts the entry without normalising its name gets the same file. */
function refuseOtherSpelling(name: string): Failure | undefined {
  const path = parsePath(name);
  if (!path.ok) return path.failure;
  if (path.value === name) return undefined;
  return { code: 'artifact.name-not-canonical', name, canonical: path.value };
}

/** ART-EMPTY-DIRECTORIES: shipping software ignores the name, but whoever extracts the archive makes a folder of it. */
function refuseHostileFolder(name: string): Failure | undefined {
  const folder = name.slice(0, -1);
  const path = parsePath(folder);
  return path.ok && path.value === folder ? undefined : { code: 'artifact.invalid-path', path: name };
}
