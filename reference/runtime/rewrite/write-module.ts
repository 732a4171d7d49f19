import type { Additions } from './additions.ts';
import { ByteWriter } from './byte-writer.ts';
import { external, type Outline } from './outline.ts';
import type { Controls, FunctionHints } from './rewrite-module.ts';
import { sectionId } from './sections.ts';
import { funcref } from './value-type.ts';

interface Parts {
  /** The guest's own module. */
  readonly bytes: Uint8Array;
  readonly outline: Outline;
  readonly additions: Additions;
  /** The bodies of the guest's functions, metered. */
  readonly code: Uint8Array;
  readonly hints: readonly FunctionHints[];
  readonly controls: Controls;
}

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const branchHints = 'metadata.code.branch_hint';
const mutableI64Zero = [0x7e, 0x01, 0x42, 0x00, 0x0b];
const oneSlot = [funcref, 0x01, 0x01, 0x01];

export function writeModule(parts: Parts): Uint8Array<ArrayBuffer> {
  const { outline, additions, code } = parts;
  const checks = parts.hints.reduce((sum, { offsets }) => sum + offsets.length, 0);
  const out = new ByteWriter(parts.bytes.length + code.length + 8 * checks + 4096);
  out.append(header);
  extended(out, parts, sectionId.type, additions.types.length, () => {
    for (const type of additions.types) out.append(type);
  });
  extended(out, parts, sectionId.import, 0);
  extended(out, parts, sectionId.function, additions.functions.length, () => {
    for (const { type } of additions.functions) out.u32(type);
  });
  extended(out, parts, sectionId.table, 1, () => out.append(oneSlot));
  extended(out, parts, sectionId.memory, 0);
  extended(out, parts, sectionId.global, 4, () => {
    for (let i = 0; i < 4; i++) out.append(mutableI64Zero);
  });
  const exports = addedExports(parts);
  extended(out, parts, sectionId.export, exports.length, () => {
    for (const { name, kind, index } of exports) {
      out.name(name);
      out.u8(kind);
      out.u32(index);
    }
  });
  extended(out, parts, sectionId.element, 0);
  copySection(out, parts, sectionId.dataCount);
  writeHints(out, parts.hints);
  section(out, sectionId.code, () => {
    out.u32(outline.functionTypes.length - outline.imported.functions + additions.functions.length);
    out.append(code);
    for (const { body } of additions.functions) {
      out.u32(body.length);
      out.append(body);
    }
  });
  copySection(out, parts, sectionId.data);
  return out.view();
}

function addedExports({ outline, additions, controls }: Parts) {
  const { global, table, function: func } = external;
  const exports = [
    { name: controls.published, kind: global, index: additions.published },
    { name: controls.running, kind: global, index: additions.running },
    { name: controls.pageLimit, kind: global, index: additions.pageLimit },
    { name: controls.elementLimit, kind: global, index: additions.elementLimit },
    { name: controls.hookTable, kind: table, index: additions.hookTable },
    { name: controls.memoryBytes, kind: func, index: additions.memoryBytes },
  ];
  const { start } = outline;
  if (start === undefined || controls.start === undefined) return exports;
  return [...exports, { name: controls.start, kind: func, index: start }];
}

function section(out: ByteWriter, id: number, write: () => void): void {
  out.u8(id);
  const start = out.reserveSize();
  write();
  out.fillSize(start);
}

/** The guest's items of a section, and behind them those that are added. */
function extended(out: ByteWriter, { bytes, outline }: Parts, id: number, added: number, write = () => {}): void {
  const items = outline.items.get(id);
  const own = items?.count ?? 0;
  if (own + added === 0) return;
  section(out, id, () => {
    out.u32(own + added);
    if (items !== undefined) out.copy(bytes, items.start, items.end);
    write();
  });
}

function copySection(out: ByteWriter, { bytes, outline }: Parts, id: number): void {
  const found = outline.sections.get(id);
  if (found !== undefined) section(out, id, () => out.copy(bytes, found.start, found.end));
}

/** No check is expected to fail: without this an optimising compiler keeps every value of a loop ready for the call. */
function writeHints(out: ByteWriter, hints: readonly FunctionHints[]): void {
  if (hints.length === 0) return;
  section(out, 0, () => {
    out.name(branchHints);
    out.u32(hints.length);
    for (const { function: index, offsets } of hints) {
      out.u32(index);
      out.u32(offsets.length);
      for (const offset of offsets) {
        out.u32(offset);
        out.u8(0x01);
        out.u8(0x00);
      }
    }
  });
}
