import { isForeign } from '../../runtime/engine/link.ts';
import type { Limits } from '../../runtime/rewrite/declarations.ts';
import { external, type Import, type Outline } from '../../runtime/rewrite/outline.ts';
import { i32 } from '../../runtime/rewrite/value-type.ts';
import { asciiLower, trim } from '../../text/white-space.ts';
import type { CustomSections } from './custom-sections.ts';
import type { CodeFacts } from './scan-code.ts';

/** What an audit asks of a module. */
export interface ModuleFacts extends CodeFacts {
  /** Names of functions: two for a function that is exported twice. */
  readonly exportedFunctions: number;
  /** The exported functions that take nothing and give one i32. */
  readonly entrypoints: ReadonlySet<string>;
  readonly importsFilesystem: boolean;
  readonly foreignImports: number;
  readonly firstForeign: Import | undefined;
  /** Of the largest that it defines. */
  readonly memoryPages: bigint;
  readonly tableElements: bigint;
  readonly hasStart: boolean;
  readonly customSections: CustomSections;
}

export function factsOf(outline: Outline, code: CodeFacts, customSections: CustomSections): ModuleFacts {
  const { imports, exports, types, functionTypes, memories, tables, imported } = outline;
  const foreign = imports.filter(isForeign);
  const functions = [...exports].filter(([, { kind }]) => kind === external.function);
  const entrypoints = functions.filter(([, { index }]) => {
    const { params, results } = types[functionTypes[index] ?? -1] ?? {};
    return params?.length === 0 && results?.length === 1 && results[0] === i32;
  });
  return {
    ...code,
    exportedFunctions: functions.length,
    entrypoints: new Set(entrypoints.map(([name]) => name)),
    importsFilesystem: imports.some(({ module }) => asciiLower(trim(module)).startsWith('wasi:filesystem')),
    foreignImports: foreign.length,
    firstForeign: foreign[0],
    memoryPages: largest(memories.slice(imported.memories)),
    tableElements: largest(tables.slice(imported.tables)),
    hasStart: outline.start !== undefined,
    customSections,
  };
}

/** As a module begins with it. */
function largest(sizes: readonly Limits[]): bigint {
  return sizes.reduce((most, { min }) => (BigInt(min) > most ? BigInt(min) : most), 0n);
}
