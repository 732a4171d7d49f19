import { unsigned } from '#fixtures/wasm/encoding.ts';
import { moduleHeader } from '#fixtures/wasm/wasm-module.ts';
import { ByteReader } from '#reference/runtime/rewrite/byte-reader.ts';
import type { Random } from '../random.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Damage = (random: Random, module: Bytes, other: Bytes) => Bytes;

/** A module that was one before something happened to it; sections may come from another. */
export function damaged(random: Random, module: Bytes, other: Bytes): Bytes {
  return random.pick(damages)(random, module, other);
}

const damages: readonly Damage[] = [
  changeByte,
  changeByte,
  changeByte,
  (random, module) => spliced(module, placeIn(random, module), 1 + random.below(6), []),
  (random, module) => spliced(module, placeIn(random, module), 0, someBytes(random)),
  (random, module) => spliced(module, placeIn(random, module), 5, [0xff, 0xff, 0xff, 0xff, 0x0f]),
  lengthenNumber,
  (random, module) => withSections(module, (sections) => sections.toSpliced(random.below(sections.length + 1), 1)),
  (random, module) => withSections(module, (sections) => inserted(random, sections, sections)),
  (random, module, other) => withSections(module, (sections) => inserted(random, sections, sectionsOf(other))),
  (random, module, other) => withSections(module, (sections) => replaced(random, sections, sectionsOf(other))),
  (random, module) => withSections(module, (sections) => sections.toSorted(() => random.below(3) - 1)),
];

/** Half of the time where a module says what it is made of. */
function placeIn(random: Random, { length }: Bytes): number {
  return random.below(random.chance(2) ? Math.min(length, 150) : length);
}

function changeByte(random: Random, module: Bytes): Bytes {
  const at = placeIn(random, module);
  const byte = module[at] ?? 0;
  return spliced(module, at, 1, [random.pick([random.below(256), byte ^ (1 << random.below(8)), byte + 1, byte - 1])]);
}

/** What may be the last byte of a number becomes one that is not. */
function lengthenNumber(random: Random, module: Bytes): Bytes {
  const at = placeIn(random, module);
  const more = Array.from({ length: random.pick([1, 2, 4, 9, 1000]) }, () => 0x80);
  return spliced(module, at, 1, [(module[at] ?? 0) | 0x80, ...more.slice(1), random.pick([0x00, 0x00, 0x7f])]);
}

function someBytes(random: Random): readonly number[] {
  return Array.from({ length: 1 + random.below(6) }, () => random.below(256));
}

function spliced(module: Bytes, at: number, less: number, more: readonly number[]): Bytes {
  return new Uint8Array(Buffer.concat([module.subarray(0, at), Uint8Array.from(more), module.subarray(at + less)]));
}

interface Section {
  readonly id: number;
  readonly content: Uint8Array;
}

/** The sections as far as they can be told. */
function sectionsOf(module: Bytes): readonly Section[] {
  const reader = new ByteReader(module);
  const sections: Section[] = [];
  reader.skip(moduleHeader.length);
  while (reader.at < module.length) {
    const [id, length, start] = [reader.u8(), reader.u32(), reader.at];
    reader.skip(length);
    if (reader.fault === undefined) sections.push({ id, content: module.subarray(start, start + length) });
  }
  return sections;
}

function withSections(module: Bytes, change: (sections: readonly Section[]) => readonly Section[]): Bytes {
  const written = change(sectionsOf(module)).map(({ id, content }) =>
    Buffer.concat([Uint8Array.from([id, ...unsigned(content.length)]), content]),
  );
  return new Uint8Array(Buffer.concat([Uint8Array.from(moduleHeader), ...written]));
}

function inserted(random: Random, sections: readonly Section[], from: readonly Section[]): readonly Section[] {
  return from.length === 0 ? sections : sections.toSpliced(random.below(sections.length + 1), 0, random.pick(from));
}

/** A section in the place of its like. */
function replaced(random: Random, sections: readonly Section[], from: readonly Section[]): readonly Section[] {
  const [chosen] = from.length === 0 ? [] : [random.pick(from)];
  return sections.map((each) => (each.id === chosen?.id ? chosen : each));
}
