import type { OptionalFeature, SizeCap } from '#spec/runtime.ts';
import type { ByteReader } from './byte-reader.ts';
import { type ConstantScope, skipConstant } from './constant-expression.ts';
import {
  type FunctionType,
  type Limits,
  readFunctionType,
  readGlobalType,
  readMemory,
  readTable,
  typeAt,
} from './declarations.ts';
import { readSections, type Section, type Sections, sectionId } from './sections.ts';
import { skipData, skipElements } from './segments.ts';

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

interface TypeMention {
  readonly type: number;
  readonly start: number;
  readonly end: number;
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
  /** Where each imported function names its type. */
  readonly importTypes: readonly TypeMention[];
  /** The imported functions that segments or globals refer to. */
  readonly mentioned: ReadonlySet<number>;
  /** Those of the longest element segment. */
  readonly entries: number;
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
  const importTypes: TypeMention[] = [];
  const mentioned = new Set<number>();
  let globals = 0;
  let entries = 0;

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
      importTypes.push({ type: index, start: offset + 1, end: reader.at });
    } else if (kind === external.table) tables.push(readTable(reader, uses));
    else if (kind === external.memory) memories.push(readMemory(reader, uses));
    else if (kind === external.global) {
      readGlobalType(reader);
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
    else if (kind > 4) reader.malformed('an unknown kind of export');
    if (exports.has(name)) reader.invalid();
    exports.set(name, { kind, index: reader.u32() });
  }

  each(sectionId.type, 'types', () => types.push(readFunctionType(reader)));
  each(sectionId.import, 'imports', readImport);
  const imported = { functions: functionTypes.length, tables: tables.length, memories: memories.length };
  const scope: ConstantScope = {
    importedGlobals: globals,
    uses,
    mention(index) {
      if (index < imported.functions) mentioned.add(index);
    },
  };
  each(sectionId.function, 'functions', () => functionTypes.push(reader.u32()));
  each(sectionId.table, 'tables', () => tables.push(readTable(reader, uses)));
  each(sectionId.memory, 'memories', () => memories.push(readMemory(reader, uses)));
  each(sectionId.global, 'globals', () => {
    skipGlobal(reader, scope);
    globals++;
  });
  each(sectionId.export, 'exports', readExport);
  const start = readNumber(reader, sections.get(sectionId.start));
  each(sectionId.element, 'elements', () => {
    entries = Math.max(entries, skipElements(reader, scope));
  });
  each(sectionId.data, 'data', () => skipData(reader, scope));
  const dataCount = readNumber(reader, sections.get(sectionId.dataCount));
  if (dataCount !== undefined && dataCount !== (items.get(sectionId.data)?.count ?? 0)) {
    reader.malformed('another number of data segments');
  }
  if (memories.length > 1) uses.add('multi-memory');
  return {
    ...{ sections, types, imports, functionTypes, tables, memories, globals, exports, start, items, imported },
    ...{ importTypes, mentioned, entries },
  };
}

export function skipGlobal(reader: ByteReader, scope: ConstantScope): void {
  readGlobalType(reader);
  skipConstant(reader, scope);
}

/** A section that is nothing but one number. */
function readNumber(reader: ByteReader, section: Section | undefined): number | undefined {
  if (section === undefined || reader.fault !== undefined) return undefined;
  reader.at = section.start;
  const value = reader.u32();
  if (reader.fault === undefined && reader.at !== section.end) reader.malformed('a section of another size');
  return value;
}
