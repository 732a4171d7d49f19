import { limits } from '#spec/constants.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case, RecipeValue } from '../../case.ts';
import { ordered, put, refusals } from '../../rows.ts';
import { both, editArchive, opened, withArchive, withFiles } from './given.ts';

const proves = ['ART-DECODE-ORDER'] as const;
const twoFiles = 'artifact/decoding-two-files';
const tooLarge = refusals(proves, twoFiles, 'artifact.too-large');
const notZip = refusals(proves, twoFiles, 'artifact.not-zip');
const tooMany = refusals(proves, twoFiles, 'artifact.too-many-entries');
const encrypted = refusals(proves, twoFiles, 'artifact.encrypted');
const method = refusals(proves, twoFiles, 'artifact.unsupported-method');
const badPath = refusals(proves, twoFiles, 'artifact.invalid-path');
const entryTooLarge = refusals(proves, twoFiles, 'artifact.entry-too-large');
const corrupt = refusals(proves, twoFiles, 'artifact.corrupt-entry');
const twice = refusals(proves, twoFiles, 'artifact.duplicate-entry');
const hidden = refusals(['ART-NO-HIDDEN-BYTES'], twoFiles, 'artifact.hidden-bytes');
const named = refusals(['ART-UNIQUE-RAW-NAMES'], twoFiles, 'artifact.duplicate-entry');

/** Each fault in a field of its own, so that any two can meet in one archive, and mostly in one entry. */
const faults: readonly Case[] = [
  opened(
    twoFiles,
    proves,
    both(withFiles('docs/a', 'docs/b'), withArchive({ entries: { 'docs/a': {}, 'docs/b': {} } })),
  ),
  tooLarge('artifact/decoding-64-mib-behind', editArchive('suffix', { zeros: limits.artifactBytes })),
  notZip('artifact/decoding-no-end-record', editArchive('end', { signature: 0 })),
  notZip('artifact/decoding-broken-directory', knob('docs/b', 'central', { signature: 0 })),
  tooMany('artifact/decoding-257-entries', editArchive('after', manyEntries(250))),
  notZip('artifact/decoding-no-local-header', knob('docs/a', 'local', { signature: 0 })),
  encrypted('artifact/decoding-encrypted', knob('docs/a', 'central', { flags: 1 })),
  method('artifact/decoding-method-12', knob('docs/a', 'both', { method: 12 })),
  badPath('artifact/decoding-bad-name', knob('docs/a', 'name', '../a')),
  entryTooLarge('artifact/decoding-size-beyond-16-mib', knob('docs/a', 'both', { size: limits.entryBytes + 1 })),
  corrupt('artifact/decoding-wrong-checksum', knob('docs/a', 'central', { crc32: 1 })),
  encrypted('artifact/decoding-second-encrypted', knob('docs/b', 'both', { flags: 1 })),
  corrupt('artifact/decoding-second-wrong-checksum', knob('docs/b', 'central', { crc32: 1 })),
  twice('artifact/decoding-second-named-as-first', knob('docs/b', 'name', 'docs\\a')),
  hidden('artifact/decoding-bytes-in-front', editArchive('prefix', 'in front')),
  named('artifact/decoding-second-name-twice', editArchive('after', [{ name: 'docs/b', content: 'another' }])),
];

/** Each step, and one that it must come before. */
const pairs: readonly (readonly [string, string])[] = [
  ['64-mib-behind', 'no-end-record'],
  ['broken-directory', '257-entries'],
  ['broken-directory', 'bad-name'],
  ['257-entries', 'encrypted'],
  ['257-entries', 'bad-name'],
  ['no-local-header', 'encrypted'],
  ['encrypted', 'method-12'],
  ['encrypted', 'bad-name'],
  ['method-12', 'bad-name'],
  ['bad-name', 'size-beyond-16-mib'],
  ['size-beyond-16-mib', 'wrong-checksum'],
  ['second-wrong-checksum', 'second-named-as-first'],
  ['bad-name', 'second-encrypted'],
  ['wrong-checksum', 'second-encrypted'],
  ['wrong-checksum', 'second-named-as-first'],
];

/** A step of decoding before a check that only readers of the set `hardened` make; nobody else is asked. */
const hardenedPairs: readonly (readonly [string, string, RequirementId])[] = [
  ['wrong-checksum', 'bytes-in-front', 'ART-NO-HIDDEN-BYTES'],
  ['second-named-as-first', 'bytes-in-front', 'ART-NO-HIDDEN-BYTES'],
  ['bad-name', 'second-name-twice', 'ART-UNIQUE-RAW-NAMES'],
  ['size-beyond-16-mib', 'second-name-twice', 'ART-UNIQUE-RAW-NAMES'],
  ['wrong-checksum', 'second-name-twice', 'ART-UNIQUE-RAW-NAMES'],
];

export const decodeOrder: readonly Case[] = [
  ...faults,
  ...pairs.map(([first, second]) => before(first, second, 'ART-DECODE-ORDER')),
  ...hardenedPairs.map((pair) => before(...pair)),
];

function before(first: string, second: string, proven: RequirementId): Case {
  const id = `artifact/decoding-${first}-before-${second}`;
  return ordered(id, [proven], `artifact/decoding-${first}`, `artifact/decoding-${second}`);
}

function knob(entry: string, name: string, value: RecipeValue) {
  return put(['artifact', 'archive', 'entries', entry, name], value);
}

function manyEntries(count: number) {
  return Array.from({ length: count }, (_, number) => ({ name: `more/${number}`, content: '' }));
}
