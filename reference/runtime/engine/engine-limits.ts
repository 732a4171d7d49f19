import { ByteWriter } from '../rewrite/byte-writer.ts';
import type { Extent } from '../rewrite/rewrite-module.ts';
import { moduleHeader } from '../rewrite/sections.ts';
import { wasm } from './web-assembly.ts';

/** So many of anything every engine takes. */
const takenByAll = 65_000;

const told: Readonly<Record<keyof Extent, string>> = {
  imports: 'imports',
  exports: 'exports',
  targets: 'targets of one br_table',
  entries: 'entries in one element segment',
};

/** For each, a valid module that has so many of it and little else. */
const probes: Readonly<Record<keyof Extent, (count: number) => Uint8Array<ArrayBuffer>>> = {
  imports: (count) => moduleWith([[2, count, (out) => out.append([0, 0, 0, 0])]], 0),
  exports: (count) => moduleWith([[7, count, (out, index) => writeExport(out, index)]]),
  targets: (count) => moduleWith([], 1, (out) => writeTable(out, count)),
  entries: (count) => moduleWith([[9, 1, (out) => writeSegment(out, count)]]),
};

/**
 * An engine says of a module with more of something than it takes that it is not valid, as it says of one that is not
 * WebAssembly. Which of the two it is shows in what the engine says of a module that has as many and is valid.
 */
export function beyondEngine(extent: Extent): string | undefined {
  const names = Object.keys(probes) as (keyof Extent)[];
  const beyond = names.find((name) => extent[name] > takenByAll && !wasm.validate(probes[name](extent[name])));
  return beyond && `it does not take ${extent[beyond]} ${told[beyond]}`;
}

type Section = readonly [id: number, count: number, write: (out: ByteWriter, index: number) => void];

/** A module with a type and, unless there are none, a function that takes and gives nothing. */
function moduleWith(sections: readonly Section[], functions = 1, body = (_: ByteWriter): void => {}) {
  const all: readonly Section[] = [
    [1, 1, (out) => out.append([0x60, 0, 0])],
    [3, functions, (out) => out.u8(0)],
    ...sections,
    [10, functions, (out) => writeBody(out, body)],
  ];
  const out = new ByteWriter(1024);
  out.append(moduleHeader);
  for (const [id, count, write] of all.toSorted(([one], [other]) => one - other)) {
    if (count === 0) continue;
    out.u8(id);
    const start = out.reserveSize();
    out.u32(count);
    for (let index = 0; index < count; index++) write(out, index);
    out.fillSize(start);
  }
  return out.view();
}

function writeBody(out: ByteWriter, body: (out: ByteWriter) => void): void {
  const start = out.reserveSize();
  out.u8(0);
  body(out);
  out.u8(0x0b);
  out.fillSize(start);
}

function writeExport(out: ByteWriter, index: number): void {
  out.name(String(index));
  out.append([0, 0]);
}

function writeTable(out: ByteWriter, targets: number): void {
  out.append([0x41, 0, 0x0e]);
  out.u32(targets);
  for (let i = 0; i <= targets; i++) out.u8(0);
}

function writeSegment(out: ByteWriter, entries: number): void {
  out.append([0x01, 0x00]);
  out.u32(entries);
  for (let i = 0; i < entries; i++) out.u8(0);
}
