import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readArchive } from './read.ts';
import { archiveOf, descriptor, type File } from './testing/archive-bytes.ts';
import { Random } from './testing/random.ts';
import { readWithYauzl } from './testing/yauzl.ts';
import { writeWithYazl, type YazlEntry } from './testing/yazl.ts';
import { writeArchive } from './write.ts';

test('what the writer makes, reader and yauzl read alike (BUILD-ZIP)', async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const entries = someEntries(new Random(seed * 7919));
    const archive = writeArchive(entries);
    expect(archive).toMatchObject({ ok: true });
    if (archive.ok) await expectSame(Buffer.from(archive.value), entries);
  }
});

test('what yazl makes, reader and yauzl read alike (ART-VARIATIONS)', async () => {
  const random = new Random(104_729);
  for (let round = 0; round < 100; round++) {
    const entries = someEntries(random);
    const archive = await writeWithYazl([...entries].map((entry) => someYazlEntry(random, entry)));
    await expectSame(archive, entries);
  }
});

test('entries of every accepted form are read alike (ART-VARIATIONS)', async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = new Random(seed * 15485863);
    const entries = someEntries(random);
    const files = [...entries].map(([name, content]) => someForm(random, name, content));
    await expectSame(archiveOf(files, { comment: random.bytes(random.below(9)) }), entries);
  }
});

async function expectSame(archive: Buffer, entries: ReadonlyMap<string, Buffer>): Promise<void> {
  const read = readArchive(archive);
  expect(read).toMatchObject({ ok: true });
  expect(read.ok && asPlain(read.value.entries)).toEqual(asPlain(entries));
  expect(asPlain(await readWithYauzl(archive))).toEqual(asPlain(entries));
}

function asPlain(entries: ReadonlyMap<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries([...entries].map(([name, content]) => [name, Buffer.from(content).toString('base64')]));
}

function someEntries(random: Random): ReadonlyMap<string, Buffer> {
  const entries = new Map<string, Buffer>();
  const count = random.below(8);
  for (let index = 0; index < count; index++) {
    const name = `${random.pick('', 'assets/', 'modules/é/', '𝄞/')}${index}${random.pick('.wasm', '\uffee', ' x', '')}`;
    const content = random.pick(
      Buffer.alloc(0),
      random.bytes(random.below(300)),
      Buffer.alloc(random.below(99_999), 'ab'),
    );
    entries.set(name, content);
  }
  return entries;
}

function someYazlEntry(random: Random, [name, content]: readonly [string, Buffer]): YazlEntry {
  return { name, content, compress: random.pick(true, false), forceDosTimestamp: random.pick(true, false) };
}

function someForm(random: Random, name: string, content: Buffer): File {
  const method = random.pick(0, 8);
  const packed = method === 8 ? deflateRawSync(content) : content;
  const file = { name, content, method, packed };
  if (random.pick(true, false)) return file;
  const flags = 0x0808;
  const local = { crc32: 0, compressedSize: 0, size: 0 };
  return { ...file, both: { flags }, local, after: descriptor(content, packed, random.pick(true, false)) };
}
