import type { OptionalFeature, SizeCap } from '../failure.ts';
import type { ByteReader } from './byte-reader.ts';
import { skipConstant } from './constant-expression.ts';
import { type FunctionType, type Limits, readFunctionType, readMemory, readTable, typeAt } from './declarations.ts';
import { readSections, type Section, type Sections, sectionId } from './sections.ts';
import { skipData, skipElements } from './segments.ts';
import { readValueType } from './value-type.ts';

export const external = { function: 0, table: 1, memory: 2, global: 3 } as const;

export interface Import {
  readonly module: string;
  readonly name: string;
  /** Nothing where it is no function. */
  readonly type: FunctionType | undefined;
}

interface Export {
  readonly kind: number;
  readonly index: number;
}

/** The items of a section, as they are copied: their number, and where they stand. */
interface Items extends Section {
  readonly count: number;
}

/** What a module declares, all but its code. */
export interface Outline {
  readonly sections: Sections;
  readonly types: readonly FunctionType[];
  readonly imports: readonly Import[];
  /** Of every function, the imported ones first. */
  readonly functionTypes: readonly number[];
  readonly tables: readonly Limits[];
  readonly memories: readonly Limits[];
  readonly globals: number;
  readonly exports: ReadonlyMap<string, Export>;
  readonly start: number | undefined;
  readonly items: ReadonlyMap<number, Items>;
  readonly imported: { readonly functions: number; readonly tables: number; readonly memories: number };
}

export function readOutline(reader: ByteReader, uses: Set<OptionalFeature>): Outline {
  const sections = readSections(reader);
  const items = new Map<number, Items>();
  const types: FunctionType[] = [];
  const imports: Import[] = [];
  const functionTypes: number[] = [];
  const tables: Limits[] = [];
  const memories: Limits[] = [];
  const exports = new Map<string, Export>();
  let globals = 0;

  function each(id: number, what: SizeCap, read: () => void): void {
    const section = sections.get(id);
    if (section === undefined || reader.fault !== undefined) return;
    reader.at = section.start;
    const count = reader.count(what);
    items.set(id, { count, start: reader.at, end: section.end });
    for (let i = 0; i < count && reader.fault === undefined; i++) read();
    if (reader.fault === undefined && reader.at !== section.end) reader.malformed('a section of another size');
  }

  function readImport(): void {
    const module = reader.name();
    const name = reader.name();
    const offset = reader.at;
    const kind = reader.u8();
    let type: FunctionType | undefined;
    if (kind === external.function) {
      const index = reader.u32();
      type = typeAt(reader, types, index);
      functionTypes.push(index);
    } else if (kind === external.table) tables.push(readTable(reader, uses));
    else if (kind === external.memory) memories.push(readMemory(reader, uses));
    else if (kind === external.global) {
      readValueType(reader);
      reader.u8();
      globals++;
    } else if (kind === 4) reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'exceptions' });
    else reader.malformed('an unknown kind of import');
    imports.push({ module, name, type });
  }

  function readExport(): void {
    const name = reader.name();
    const offset = reader.at;
    const kind = reader.u8();
    if (kind === 4) reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'exceptions' });
    if (exports.has(name)) reader.malformed('one name for two exports');
    exports.set(name, { kind, index: reader.u32() });
  }

  each(sectionId.type, 'types', () => types.push(readFunctionType(reader)));
  each(sectionId.import, 'imports', readImport);
  const imported = { functions: functionTypes.length, tables: tables.length, memories: memories.length };
  const importedGlobals = globals;
  each(sectionId.function, 'functions', () => functionTypes.push(reader.u32()));
  each(sectionId.table, 'tables', () => tables.push(readTable(reader, uses)));
  each(sectionId.memory, 'memories', () => memories.push(readMemory(reader, uses)));
  each(sectionId.global, 'globals', () => {
    readValueType(reader);
    reader.u8();
    skipConstant(reader, importedGlobals, uses);
    globals++;
  });
  each(sectionId.export, 'exports', readExport);
  const start = readStart(reader, sections.get(sectionId.start));
  each(sectionId.element, 'elements', () => skipElements(reader, importedGlobals, uses));
  each(sectionId.data, 'data', () => skipData(reader, importedGlobals, uses));
  if (memories.length > 1) uses.add('multi-memory');
  return { sections, types, imports, functionTypes, tables, memories, globals, exports, start, items, imported };
}

function readStart(reader: ByteReader, section: Section | undefined): number | undefined {
  if (section === undefined || reader.fault !== undefined) return undefined;
  reader.at = section.start;
  const start = reader.u32();
  if (reader.fault === undefined && reader.at !== section.end) reader.malformed('a section of another size');
  return start;
}
