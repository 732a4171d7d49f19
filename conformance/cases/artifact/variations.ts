import { wasmModuleSize } from '#fixtures/artifact/model.ts';
import { extraField, u32, u64 } from '#fixtures/zip/records.ts';
import type { Case } from '../../case.ts';
import { both, mainModule, opened, withArchive, withKnobs } from './given.ts';

const proves = ['ART-VARIATIONS'] as const;
const unknownField = extraField(0xcafe, Uint8Array.from([1, 2, 3]));
const timeOfChange = extraField(0x5455, Uint8Array.from([1, 0, 0, 0, 0]));
/** A central record states the first of the three times alone, under the same flags. */
const threeTimes = (count: number) => extraField(0x5455, Uint8Array.from([7, ...new Uint8Array(4 * count)]));
const ntfsTimes = extraField(0x000a, Buffer.concat([u32(0), Uint8Array.from([1, 0, 24, 0]), u64(0), u64(0), u64(0)]));

export const variations: readonly Case[] = [
  opened('artifact/stored-and-deflated-mixed', proves, withKnobs('skill.toml', { method: 'deflated' })),
  opened('artifact/entries-reversed', proves, withArchive({ order: 'reversed' })),
  opened('artifact/data-descriptor', proves, withKnobs(mainModule, { descriptor: {} })),
  opened(
    'artifact/data-descriptor-without-signature',
    proves,
    withKnobs(mainModule, { descriptor: { signature: false } }),
  ),
  opened(
    'artifact/data-descriptor-behind-deflated',
    proves,
    withKnobs(mainModule, { method: 'deflated', descriptor: {} }),
  ),
  opened(
    'artifact/data-descriptors-everywhere',
    proves,
    both(withArchive({ method: 'deflated' }), (base, world) => {
      const names = ['skill.toml', 'provenance.json', 'signature.json', world.parameters.names.sbomEntry, mainModule];
      const entries = Object.fromEntries(names.map((name) => [name, { descriptor: {} }]));
      return { ...base, archive: { ...base.archive, entries } };
    }),
  ),
  opened(
    'artifact/data-descriptor-repeats-local-sizes',
    proves,
    withKnobs(mainModule, { descriptor: {}, local: { compressedSize: wasmModuleSize, size: wasmModuleSize } }),
  ),
  opened('artifact/archive-comment', proves, withArchive({ end: { comment: 'made by hand' } })),
  opened('artifact/entry-comment', proves, withKnobs(mainModule, { central: { comment: 'the module' } })),
  opened('artifact/unknown-extra-field', proves, withKnobs(mainModule, { both: { extra: unknownField } })),
  opened(
    'artifact/unknown-extra-field-in-directory',
    proves,
    withKnobs(mainModule, { central: { extra: unknownField } }),
  ),
  opened('artifact/extra-field-of-times', proves, withKnobs(mainModule, { both: { extra: timeOfChange } })),
  opened(
    'artifact/extra-field-of-three-times',
    proves,
    withKnobs(mainModule, { local: { extra: threeTimes(3) }, central: { extra: threeTimes(1) } }),
  ),
  opened('artifact/extra-field-of-ntfs-times', proves, withKnobs(mainModule, { both: { extra: ntfsTimes } })),
  opened(
    'artifact/two-extra-fields',
    proves,
    withKnobs(mainModule, { both: { extra: Buffer.concat([timeOfChange, unknownField]) } }),
  ),
  opened(
    'artifact/single-byte-behind-extra-fields',
    proves,
    withKnobs(mainModule, { central: { extra: Uint8Array.from([7]) } }),
  ),
  opened('artifact/any-version-needed', proves, withKnobs(mainModule, { both: { version: 63 } })),
  opened('artifact/versions-needed-differ', proves, withKnobs(mainModule, { local: { version: 10 } })),
  opened(
    'artifact/made-by-another-system',
    proves,
    withKnobs(mainModule, { central: { madeBy: 0x0b3f, externalAttributes: 0x20 } }),
  ),
  opened('artifact/executable', proves, withKnobs(mainModule, { central: { externalAttributes: 0x81ed0000 } })),
  opened('artifact/no-attributes', proves, withKnobs(mainModule, { central: { externalAttributes: 0 } })),
  opened('artifact/marked-as-text', proves, withKnobs(mainModule, { central: { internalAttributes: 1 } })),
  opened('artifact/another-time', proves, withKnobs(mainModule, { both: { time: 0x6b2f, date: 0x5a31 } })),
  opened(
    'artifact/utf8-flag-on-ascii-name',
    [...proves, 'ART-NAMES-UTF8'],
    withKnobs(mainModule, { both: { flags: 0x0800 } }),
  ),
];
