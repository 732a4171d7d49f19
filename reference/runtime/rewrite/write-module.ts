import { type Additions, hookSlots, writeType } from './additions.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import type { ConstantScope } from './constant-expression.ts';
import type { Hints } from './hints.ts';
import { external, type Outline, skipGlobal } from './outline.ts';
import { counterCount } from './profile-layout.ts';
import type { Controls } from './rewrite-module.ts';
import { moduleHeader, sectionId } from './sections.ts';
import { skipElements } from './segments.ts';
import { funcref, i64 } from './value-type.ts';

interface Parts {
  /** The guest's own module. */
  readonly bytes: Uint8Array;
  readonly outline: Outline;
  readonly additions: Additions;
  /** The bodies of the guest's functions, metered, with room in front for what comes before them. */
  readonly code: ByteWriter;
  readonly hints: Hints;
  readonly controls: Controls;
}

const branchHints = 'metadata.code.branch_hint';
const mutableI64Zero = [0x7e, 0x01, 0x42, 0x00, 0x0b];
const hooks = Object.keys(hookSlots).length;
const tableOfHooks = [funcref, 0x01, hooks, hooks];

export function writeModule(parts: Parts): Uint8Array<ArrayBuffer> {
  const { outline, additions, code } = parts;
  const out = new ByteWriter(frontOf(parts.bytes, outline));
  out.append(moduleHeader);
  // Whatever has to be added for these stands in sections that come before them.
  const importTypes = outline.importTypes.map(({ type }) => additions.plainType(type));
  for (const hostFunction of outline.mentioned) additions.standIn(hostFunction);
  writeTypes(out, parts);
  writeImports(out, parts, importTypes);
  extended(out, parts, sectionId.function, additions.functions.length, () => {
    for (const { type } of additions.functions) out.u32(type);
  });
  extended(out, parts, sectionId.table, 1, () => out.append(tableOfHooks));
  extended(out, parts, sectionId.memory, 0);
  withStandIns(out, parts, sectionId.global, skipGlobal, additions.globals, () => {
    for (let i = 0; i < additions.globals; i++) out.append(mutableI64Zero);
  });
  const exports = addedExports(parts);
  extended(out, parts, sectionId.export, exports.length, () => {
    for (const { name, kind, index } of exports) {
      out.name(name);
      out.u8(kind);
      out.u32(index);
    }
  });
  withStandIns(out, parts, sectionId.element, skipElements, 0);
  copySection(out, parts, sectionId.dataCount);
  writeHints(out, parts.hints);
  for (const { body } of additions.functions) {
    code.u32(body.length);
    code.append(body);
  }
  const bodies = code.view().length;
  out.u8(sectionId.code);
  const start = out.reserveSize();
  out.u32(outline.functionTypes.length - outline.imported.functions + additions.functions.length);
  out.fillSize(start, bodies);
  code.precede(out.view());
  copySection(code, parts, sectionId.data);
  return code.view();
}

/** About as much as stands ahead of the code once it is metered. */
export function frontOf({ length }: Uint8Array, { sections }: Outline): number {
  const own = [sectionId.code, sectionId.data]
    .map((id) => sections.get(id))
    .map((found) => (found ? found.end - found.start : 0));
  const [code = 0, data = 0] = own;
  return length - code - data + (code >> 4) + 4096;
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
  const { profile } = additions;
  const counters = profile === undefined ? 0 : counterCount(profile.layout);
  for (let i = 0; i < counters; i++) {
    exports.push({ name: `${controls.counters}${i}`, kind: global, index: (profile?.first ?? 0) + i });
  }
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

/** Functions take and give their count behind what else they take and give, also where they are called through a table. */
function writeTypes(out: ByteWriter, { outline, additions }: Parts): void {
  section(out, sectionId.type, () => {
    out.u32(outline.types.length + additions.types.length);
    for (const [index, { params, results }] of outline.types.entries()) {
      const count = additions.passesCount(index) ? [i64] : [];
      writeType(out, [...params, ...count], [...results, ...count]);
    }
    for (const type of additions.types) out.append(type);
  });
}

/** Functions of the host are as the guest declared them. */
function writeImports(out: ByteWriter, { bytes, outline }: Parts, types: readonly number[]): void {
  const items = outline.items.get(sectionId.import);
  if (items === undefined) return;
  section(out, sectionId.import, () => {
    out.u32(items.count);
    let copied = items.start;
    for (const [position, { start, end }] of outline.importTypes.entries()) {
      out.copy(bytes, copied, start);
      out.u32(types[position] ?? 0);
      copied = end;
    }
    out.copy(bytes, copied, items.end);
  });
}

/** The guest's items of a section, in which what stands in for a function of the host takes its place. */
function withStandIns(
  out: ByteWriter,
  parts: Parts,
  id: number,
  skip: (reader: ByteReader, scope: ConstantScope) => void,
  added: number,
  write = () => {},
): void {
  const { bytes, outline, additions } = parts;
  const items = outline.items.get(id);
  if (items === undefined || outline.mentioned.size === 0) {
    extended(out, parts, id, added, write);
    return;
  }
  const reader = new ByteReader(bytes);
  reader.at = items.start;
  let copied = items.start;
  const scope: ConstantScope = {
    importedGlobals: outline.globals,
    uses: new Set(),
    mention(index, start) {
      if (!outline.mentioned.has(index)) return;
      out.copy(bytes, copied, start);
      out.u32(additions.standIn(index));
      copied = reader.at;
    },
  };
  section(out, id, () => {
    out.u32(items.count + added);
    for (let i = 0; i < items.count; i++) skip(reader, scope);
    out.copy(bytes, copied, items.end);
    write();
  });
}

function copySection(out: ByteWriter, { bytes, outline }: Parts, id: number): void {
  const found = outline.sections.get(id);
  if (found !== undefined) section(out, id, () => out.copy(bytes, found.start, found.end));
}

/** No check is expected to fail: without this an optimising compiler keeps every value of a loop ready for the call. */
function writeHints(out: ByteWriter, hints: Hints): void {
  if (hints.functions === 0) return;
  section(out, 0, () => {
    out.name(branchHints);
    out.u32(hints.functions);
    out.append(hints.written.view());
  });
}
