import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

test('an unsigned number that is written is read again', () => {
  const property = fc.property(fc.nat(0xffff_ffff), (value) => {
    const out = new ByteWriter(0);
    out.u32(value);
    const reader = new ByteReader(out.view());
    expect([reader.u32(), reader.at, reader.fault]).toEqual([value, out.length, undefined]);
  });
  fc.assert(property, { examples: [[0xffff_ffff], [127], [128]] });
});

test('a signed number is as long as its sign needs', () => {
  const written = (value: number) => {
    const out = new ByteWriter(1);
    out.signed(value);
    return [...out.view()];
  };
  expect(written(63)).toEqual([0x3f]);
  expect(written(64)).toEqual([0xc0, 0x00]);
  expect(written(-64)).toEqual([0x40]);
  expect(written(-65)).toEqual([0xbf, 0x7f]);
  expect(written(-(2 ** 40))).toEqual([0x80, 0x80, 0x80, 0x80, 0x80, 0x60]);
});

test('a size is filled in behind the fact, and what follows stays where it is', () => {
  const out = new ByteWriter(2);
  const start = out.reserveSize();
  out.append(Array.from({ length: 300 }, () => 7));
  out.fillSize(start);
  const reader = new ByteReader(out.view());
  expect([reader.u32(), reader.at, out.length]).toEqual([300, 4, 304]);
});

test('the first fault stays, and the reader stands at its end from then on', () => {
  const reader = new ByteReader(new Uint8Array([0x80]));
  reader.u32();
  const first = reader.fault;
  expect(first).toMatchObject({ code: 'runtime.malformed' });
  reader.stop({ code: 'runtime.invalid' });
  expect([reader.u8(), reader.u32(), reader.u64(), reader.count('types'), reader.name()]).toEqual([0, 0, 0, 0, '']);
  expect([reader.fault, reader.at]).toEqual([first, 1]);
});

test('a name is UTF-8, keeps its byte order mark, and ends within the bytes', () => {
  const read = (...bytes: number[]) => {
    const reader = new ByteReader(new Uint8Array(bytes));
    return reader.fault ?? reader.name();
  };
  expect(read(4, 0xef, 0xbb, 0xbf, 0x61)).toBe('\ufeffa');
  for (const bytes of [
    [1, 0xff],
    [3, 0xed, 0xa0, 0x80],
    [2, 0x61],
  ]) {
    const reader = new ByteReader(new Uint8Array(bytes));
    reader.name();
    expect(reader.fault).toMatchObject({ code: 'runtime.malformed' });
  }
});
