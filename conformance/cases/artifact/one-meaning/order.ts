import type { FailureCode } from '#spec/failure.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case, Edit } from '../../../case.ts';
import { ordered, put, rejected } from '../../../rows.ts';
import { both, directory, editArchive, opened, withArchive, withFiles } from '../given.ts';
import { renamingField, sizesField } from './bytes.ts';

const twoFiles = 'artifact/meaning-of-two-files';
const toAnother = renamingField('docs/a', 'docs/x');

type Fault = readonly [what: string, proves: RequirementId, code: FailureCode, edit: Edit];

/** A fault for each check, in the order of the checks, and each in a field of its own. */
const faults: readonly Fault[] = [
  ['disk-number', 'ART-ONE-END', 'artifact.ambiguous-end', knob('docs/b', 'central', { disk: 1 })],
  ['64-bit-field', 'ART-NO-ZIP64', 'artifact.zip64', knob('docs/b', 'local', { extra: sizesField(1, 1) })],
  ['bytes-behind', 'ART-NO-HIDDEN-BYTES', 'artifact.hidden-bytes', editArchive('suffix', '\n')],
  ['local-checksum', 'ART-HEADERS-AGREE', 'artifact.headers-disagree', knob('docs/a', 'local', { crc32: 1 })],
  ['false-size', 'ART-TRUE-SIZES', 'artifact.false-size', knob('docs/a', 'both', { size: 5 })],
  ['renaming-field', 'ART-NO-RENAMING', 'artifact.renaming-field', knob('docs/a', 'local', { extra: toAnother })],
  ['control-in-name', 'ART-NAMES-PRINTABLE', 'artifact.control-in-name', knob('docs/a', 'name', 'docs/a\u007f')],
  ['symbolic-link', 'ART-REGULAR-FILES', 'artifact.special-file', knob('docs/a', 'central', mode(0xa1ff))],
  ['next-local-checksum', 'ART-HEADERS-AGREE', 'artifact.headers-disagree', knob('docs/b', 'local', { crc32: 1 })],
  ['name-twice', 'ART-UNIQUE-RAW-NAMES', 'artifact.duplicate-entry', knob('docs/b', 'name', 'docs/c')],
  ['file-is-folder', 'ART-FILE-OR-FOLDER', 'artifact.file-is-folder', editArchive('before', [directory('docs/c/')])],
];

/** Each check, and one that it must come before; of two entries, the first is judged to its end. */
const pairs: readonly (readonly [string, string])[] = [
  ['disk-number', 'bytes-behind'],
  ['64-bit-field', 'bytes-behind'],
  ['bytes-behind', 'local-checksum'],
  ['local-checksum', 'false-size'],
  ['false-size', 'renaming-field'],
  ['renaming-field', 'control-in-name'],
  ['control-in-name', 'symbolic-link'],
  ['symbolic-link', 'next-local-checksum'],
  ['next-local-checksum', 'name-twice'],
  ['name-twice', 'file-is-folder'],
];

export const meaningOrder: readonly Case[] = [
  opened(
    twoFiles,
    faults.map(([, proves]) => proves).filter((id, index, all) => all.indexOf(id) === index),
    both(withFiles('docs/a', 'docs/b', 'docs/c'), withArchive({ entries: { 'docs/a': {}, 'docs/b': {} } })),
  ),
  ...faults.map(([what, proves, code, edit]) => rejected(`artifact/meaning-${what}`, [proves], twoFiles, code, edit)),
  ...pairs.map(([first, second]) =>
    ordered(`artifact/meaning-${first}-before-${second}`, [provenBy(first)], id(first), id(second)),
  ),
];

function id(what: string): string {
  return `artifact/meaning-${what}`;
}

function provenBy(what: string): RequirementId {
  const fault = faults.find(([name]) => name === what);
  if (fault === undefined) throw new Error(`no such fault: ${what}`);
  return fault[1];
}

function knob(entry: string, name: string, value: Parameters<typeof put>[1]): Edit {
  return put(['artifact', 'archive', 'entries', entry, name], value);
}

function mode(unix: number) {
  return { externalAttributes: unix * 0x10000 };
}
