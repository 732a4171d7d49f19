import { moduleCaps } from '#spec/constants.ts';
import type { OptionalFeature } from '#spec/runtime.ts';
import type { RuntimeResult } from '../result.ts';
import { Additions } from './additions.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { type Limits, typeAt } from './declarations.ts';
import { FunctionPass } from './function-pass.ts';
import { external, type Import, type Outline, readOutline } from './outline.ts';
import type { ProfileLayout } from './profile-layout.ts';
import { sectionId } from './sections.ts';
import { i32 } from './value-type.ts';
import { frontOf, writeModule } from './write-module.ts';

/** The names under which a host reaches what was added. */
export interface Controls {
  readonly published: string;
  readonly running: string;
  readonly pageLimit: string;
  readonly elementLimit: string;
  readonly hookTable: string;
  readonly memoryBytes: string;
  /** What the name of each counter of a profile begins with; its place follows. */
  readonly counters: string;
  /** Nothing where the module has no start function. */
  readonly start: string | undefined;
}

export interface RewrittenModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly imports: readonly Import[];
  /** The exported functions that take nothing and give one i32. */
  readonly entrypoints: ReadonlySet<string>;
  /** The sizes that an instance begins with. */
  readonly memories: readonly Limits[];
  readonly tables: readonly Limits[];
  readonly controls: Controls;
  /** Nothing where no profile is wanted. */
  readonly profile: ProfileLayout | undefined;
  readonly uses: ReadonlySet<OptionalFeature>;
  /** The largest numbers of what an engine may take less of than a module may have. */
  readonly extent: Extent;
  /** How many functions, imports and exports it has. */
  readonly items: number;
}

export interface Extent {
  readonly imports: number;
  readonly exports: number;
  /** Of one branch table, and of one element segment. */
  readonly targets: number;
  readonly entries: number;
}

/** Each takes a few globals and exports, of which an engine has a million. */
const mostProfiled = 100_000;

/**
 * One pass over a binary module: its fuel is counted as Wasmtime 44 counts it, and its memories and tables keep to
 * limits. A profile changes neither what it does nor what it consumes.
 */
export function rewriteModule(bytes: Uint8Array, { profiled = false } = {}): RuntimeResult<RewrittenModule> {
  if (bytes.length > moduleCaps.module) {
    return { ok: false, failure: { code: 'runtime.too-large', what: 'module', limit: moduleCaps.module } };
  }
  const reader = new ByteReader(bytes);
  const uses = new Set<OptionalFeature>();
  const outline = readOutline(reader, uses);
  if (reader.fault !== undefined) return { ok: false, failure: reader.fault };
  const profile = profiled ? layoutOf(outline) : undefined;
  if (profile !== undefined && profile.functions > mostProfiled) {
    const detail = `a profile has no room for more than ${mostProfiled} functions`;
    return { ok: false, failure: { code: 'runtime.engine-refused', detail } };
  }
  const additions = new Additions(outline, uses, profile);
  const code = new ByteWriter(bytes.length + (bytes.length >> 1) + 1024, frontOf(bytes, outline));
  const pass = new FunctionPass(reader, code, additions);
  writeFunctions(reader, outline, pass);
  if (reader.fault !== undefined) return { ok: false, failure: reader.fault };
  const controls = nameControls(outline);
  return {
    ok: true,
    value: {
      bytes: writeModule({ bytes, outline, additions, code, hints: pass.hints, controls }),
      imports: outline.imports,
      entrypoints: entrypointsOf(outline),
      memories: outline.memories.slice(outline.imported.memories),
      tables: outline.tables.slice(outline.imported.tables),
      controls,
      profile,
      uses,
      extent: {
        imports: outline.imports.length,
        exports: outline.exports.size,
        targets: pass.mostTargets,
        entries: outline.entries,
      },
      items: outline.functionTypes.length + outline.imports.length + outline.exports.size,
    },
  };
}

function layoutOf({ functionTypes, imported }: Outline): ProfileLayout {
  return { firstFunction: imported.functions, functions: functionTypes.length - imported.functions };
}

function writeFunctions(reader: ByteReader, outline: Outline, pass: FunctionPass): void {
  const section = outline.sections.get(sectionId.code);
  const first = outline.imported.functions;
  const defined = outline.functionTypes.length - first;
  if (section === undefined) {
    if (defined > 0) reader.malformed('functions without code');
    return;
  }
  reader.at = section.start;
  if (reader.count('functions') !== defined) reader.malformed('other functions than code');
  for (let i = first; i < first + defined && reader.fault === undefined; i++) {
    const typeIndex = outline.functionTypes[i] ?? -1;
    const type = typeAt(reader, outline.types, typeIndex);
    const length = reader.u32();
    if (length > moduleCaps.function) {
      reader.stop({ code: 'runtime.too-large', what: 'function', limit: moduleCaps.function });
    }
    const signature = { index: i, type: typeIndex, params: type.params.length, results: type.results.length };
    pass.rewrite(reader.at + length, signature);
  }
  if (reader.fault === undefined && reader.at !== section.end) reader.malformed('a section of another size');
}

function entrypointsOf({ exports, functionTypes, types }: Outline): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, { kind, index }] of exports) {
    const type = kind === external.function ? types[functionTypes[index] ?? -1] : undefined;
    if (type?.params.length === 0 && type.results.length === 1 && type.results[0] === i32) names.add(name);
  }
  return names;
}

/** Names that the guest has not taken: they begin with the first number between tildes that none of its own begin with. */
function nameControls({ exports, start }: Outline): Controls {
  const taken = new Set<string>();
  for (const name of exports.keys()) taken.add(/^~\d{1,7}~/.exec(name)?.[0] ?? '');
  let number = 0;
  while (taken.has(`~${number}~`)) number++;
  const prefix = `~${number}~`;
  return {
    published: `${prefix}published`,
    running: `${prefix}running`,
    pageLimit: `${prefix}pages`,
    elementLimit: `${prefix}elements`,
    hookTable: `${prefix}hook`,
    memoryBytes: `${prefix}bytes`,
    counters: `${prefix}counter`,
    start: start === undefined ? undefined : `${prefix}start`,
  };
}
