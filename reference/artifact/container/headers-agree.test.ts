import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readArchive } from './read.ts';
import { archiveOf, descriptor, extraField, type File, type Header, u32 } from './testing/archive-bytes.ts';
import { expectRead, expectRefused } from './testing/expect.ts';

const file: File = { name: 'a', content: 'content', method: 8 };
const other: File = { name: 'b', content: 'other' };
const packed = deflateRawSync('content');
const content = Buffer.from('content');
const zeros = { crc32: 0, compressedSize: 0, size: 0 };
const streamed: File = { ...file, both: { flags: 8 }, local: zeros, after: descriptor(content, packed) };

const lies: readonly (readonly [string, Partial<Header>])[] = [
  ['name', { name: Buffer.from('b') }],
  ['flags', { flags: 2 }],
  ['method', { method: 0 }],
  ['checksum', { crc32: 1 }],
  ['compressed size', { compressedSize: 1 }],
  ['size', { size: 1 }],
  ['extra data', { extra: Buffer.from([1, 2, 3, 0]) }],
];

test.each(lies)('a local header with another %s is refused (ART-HEADERS-AGREE)', (field, local) => {
  expect(readArchive(archiveOf([{ ...file, local }]))).toMatchObject({
    failure: { code: 'artifact.headers-disagree', name: 'a', field },
  });
});

test('the headers may differ in what nobody reads contents by (ART-VARIATIONS)', () => {
  const local = { version: 10, time: 1, extra: extraField(0x5455, Buffer.from([3, 0, 0, 0, 0, 0, 0, 0, 0])) };
  expect(expectRead([{ ...file, local }, other])).toEqual({ a: 'content', b: 'other' });
});

test('zeros in a local header need a descriptor (ART-HEADERS-AGREE)', () => {
  expectRefused('artifact.headers-disagree', [{ ...file, local: zeros }]);
});

test('a data descriptor with or without signature is read, behind zeros or the true numbers (ART-VARIATIONS)', () => {
  const plain = { ...streamed, after: descriptor(content, packed, false) };
  for (const entry of [streamed, plain, { ...streamed, local: {} }, { ...plain, local: {} }]) {
    expect(expectRead([entry, other])).toEqual({ a: 'content', b: 'other' });
    expect(expectRead([other, entry])).toEqual({ a: 'content', b: 'other' });
  }
});

test('a data descriptor that is missing, lies, or has 64 bits is refused (ART-HEADERS-AGREE)', () => {
  const lying = descriptor(Buffer.from('another'), packed);
  const wide = Buffer.concat([lying.subarray(0, 4), ...[crc32(content), packed.length, 0, content.length, 0].map(u32)]);
  for (const after of [Buffer.alloc(0), lying, lying.subarray(4), wide, wide.subarray(4)]) {
    expectRefused('artifact.headers-disagree', [{ ...streamed, after }, other]);
    expectRefused('artifact.headers-disagree', [other, { ...streamed, after }]);
  }
});

test('a descriptor that no flag announces is hidden bytes (ART-NO-HIDDEN-BYTES)', () => {
  expectRefused('artifact.hidden-bytes', [{ ...file, after: descriptor(content, packed) }]);
});

test('bytes between a descriptor and the next entry are hidden (ART-NO-HIDDEN-BYTES)', () => {
  const after = Buffer.concat([descriptor(content, packed), Buffer.from('x')]);
  expectRefused('artifact.hidden-bytes', [{ ...streamed, after }, other]);
});

test('flags that change what the data are, for readers that know them, are refused (ART-PLAIN-FLAGS)', () => {
  for (const flags of [0x0020, 0x0040, 0x2000]) expectRefused('artifact.unusual-flags', [{ ...file, both: { flags } }]);
  expectRead([{ ...file, both: { flags: 0x0006 } }]);
});

test('declared sizes are the real ones (ART-TRUE-SIZES)', () => {
  expectRefused('artifact.false-size', [{ ...file, both: { size: 6 } }]);
  expectRefused('artifact.false-size', [{ ...file, both: { size: 8 } }]);
  expectRefused('artifact.false-size', [{ ...file, both: { size: 0 } }]);
  expectRefused('artifact.false-size', [{ ...other, both: { size: 6 } }]);
});

test('nothing follows the end of a stream inside its range (ART-TRUE-SIZES)', () => {
  expectRefused('artifact.false-size', [{ ...file, packed: Buffer.concat([packed, Buffer.from('x')]) }]);
  expectRefused('artifact.false-size', [{ ...file, packed: Buffer.concat([packed, packed]) }]);
});
