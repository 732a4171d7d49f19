import { expect, test } from 'vitest';
import { readArchive } from './read.ts';
import { archiveOf, descriptor, extraField, type File } from './testing/archive-bytes.ts';
import { Random } from './testing/random.ts';
import { readWithYauzl } from './testing/yauzl.ts';

const content = Buffer.from('streamed');
const files: readonly File[] = [
  {
    name: 'assets/é',
    content: 'content of the first',
    method: 8,
    both: { extra: extraField(0x5455, Buffer.of(1, 0, 0, 0, 0)) },
  },
  { name: 'folder/' },
  { name: 'folder/b', content, both: { flags: 8 }, local: { crc32: 0, size: 0 }, after: descriptor(content, content) },
  { name: 'skill.toml', content: 'x = 1', method: 8, central: { comment: Buffer.from('comment') } },
];
const archive = archiveOf(files, { comment: Buffer.from('archive comment') });

test('each flipped bit is refused or changes nothing that is read (ART-HEADERS-AGREE, ART-INTACT)', () => {
  let accepted = 0;
  for (let at = 0; at < archive.length * 8; at++) {
    const changed = Buffer.from(archive);
    flipBit(changed, at);
    if (isSameOrRefused(changed) === 'same') accepted++;
  }
  // Dates, versions, permissions, comments: some bits must be free, or nothing was tested.
  expect(accepted).toBeGreaterThan(100);
});

test('each byte that becomes another is refused or changes nothing that is read (ART-HEADERS-AGREE, ART-INTACT)', () => {
  const random = new Random(20_240_229);
  for (let at = 0; at < archive.length; at++) {
    for (const value of [0x00, 0xff, 0x2f, 0x5c, 0x50, random.below(256), random.below(256)]) {
      const changed = Buffer.from(archive);
      changed[at] = value;
      isSameOrRefused(changed);
    }
  }
});

test('cut, doubled and patched archives are refused or read as yauzl reads them, and nothing throws (ART-ZIP)', async () => {
  const random = new Random(65_537);
  for (let round = 0; round < 4000; round++) {
    const changed = mutate(random, archive);
    const read = readArchive(changed);
    if (!read.ok) continue;
    const other = await readWithYauzl(changed);
    expect([...other.keys()]).toEqual([...read.value.entries.keys()]);
    expect([...other.values()]).toEqual([...read.value.entries.values()]);
  }
});

const original = readArchive(archive);

function isSameOrRefused(changed: Buffer): 'same' | 'refused' {
  const read = readArchive(changed);
  if (!read.ok) return 'refused';
  expect(read).toEqual(original);
  return 'same';
}

function mutate(random: Random, bytes: Buffer): Buffer {
  let changed = bytes;
  for (let edits = 1 + random.below(3); edits > 0; edits--) changed = edit(random, changed);
  return changed;
}

function edit(random: Random, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1);
  const length = random.below(1 + Math.min(60, bytes.length - at));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
  const patched = Buffer.from(bytes);
  switch (random.below(6)) {
    case 0:
      return Buffer.concat([before, after]);
    case 1:
      return Buffer.concat([before, part, part, after]);
    case 2:
      return Buffer.concat([before, random.bytes(length), after]);
    case 3:
      return Buffer.concat([part, before, after]);
    case 4:
      patched.set(part.subarray(0, 4), Math.min(random.below(bytes.length), bytes.length - 4));
      return patched;
    default:
      flipBit(patched, random.below(bytes.length * 8));
      return patched;
  }
}

function flipBit(bytes: Buffer, bit: number): void {
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
}
