import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { encodeZip } from '#fixtures/zip/encode.ts';
import type { ZipModel } from '#fixtures/zip/model.ts';
import { archiveMismatch } from './open-archive.ts';

const plain: ZipModel = {
  entries: [
    { name: 'a', content: 'one', method: 'deflated' },
    { name: '\u00e9', content: 'two', method: 'deflated' },
  ],
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const entries = { a: sha256('one'), '\u00e9': null };

test('a plain archive with the expected contents is as expected (BUILD-ZIP)', () => {
  expect(archiveMismatch(encodeZip(plain), { entries, plain: true })).toBeUndefined();
});

test.each<[string, ZipModel, string]>([
  [
    'another content',
    { entries: [{ name: 'a', content: 'other' }, ...plain.entries.slice(1)] },
    'archive: content of a',
  ],
  ['an entry is missing', { entries: plain.entries.slice(0, 1) }, 'archive: no entry \u00e9'],
  ['an entry too many', { entries: [...plain.entries, { name: 'b', content: '' }] }, 'archive: entry b'],
  ['an entry twice', { entries: [...plain.entries, ...plain.entries.slice(0, 1)] }, 'archive: number of entries'],
  ['another order', { entries: plain.entries.toReversed() }, 'archive: order of entries'],
  [
    'a stored entry',
    { entries: plain.entries.map((entry) => ({ ...entry, method: 'stored' })) },
    'archive: fields of a',
  ],
  [
    'a false checksum',
    { entries: plain.entries.map((entry) => ({ ...entry, both: { crc32: 1 } })) },
    'archive that can be read',
  ],
  ['no end record', { ...plain, end: { signature: 0 } }, 'archive that can be read'],
  ['records that lead away', { ...plain, end: { centralOffset: 1 } }, 'archive that can be read'],
  [
    'data that lies elsewhere',
    { entries: [{ name: 'a', content: '', central: { offset: 0xfffffff0 } }] },
    'archive that can be read',
  ],
])('the difference is named: %s (BUILD-ENTRIES)', (_, model, mismatch) => {
  expect(archiveMismatch(encodeZip(model), { entries, plain: true })).toBe(mismatch);
});

test('any archive will do where it need not be plain (BUILD-ENTRIES)', () => {
  const reversed = { ...plain, entries: plain.entries.toReversed(), end: { comment: 'by hand' } };
  expect(archiveMismatch(encodeZip(reversed), { entries })).toBeUndefined();
});
