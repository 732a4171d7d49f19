import { moduleCaps } from '#spec/constants.ts';
import type { OptionalFeature, RuntimeResult } from '../failure.ts';
import { Additions } from './additions.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { type Limits, typeAt } from './declarations.ts';
import { FunctionPass } from './function-pass.ts';
import { external, type Import, type Outline, readOutline } from './outline.ts';
import { sectionId } from './sections.ts';
import { writeModule } from './write-module.ts';

/** The names under which a host reaches what was added. */
export interface Controls {
  readonly published: string;
  readonly running: string;
  readonly pageLimit: string;
  readonly elementLimit: string;
  readonly hookTable: string;
  readonly memoryBytes: string;
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
  readonly uses: ReadonlySet<OptionalFeature>;
}

/** One pass over a binary module: its fuel is counted as Wasmtime 44 counts it, and its memories and tables keep to limits. */
export function rewriteModule(bytes: Uint8Array): RuntimeResult<RewrittenModule> {
  if (bytes.length > moduleCaps.module) {
    return { ok: false, failure: { code: 'runtime.too-large', what: 'module', limit: moduleCaps.module } };
  }
  const reader = new ByteReader(bytes);
  const uses = new Set<OptionalFeature>();
  const outline = readOutline(reader, uses);
  if (reader.fault !== undefined) return { ok: false, failure: reader.fault };
  const additions = new Additions(outline, uses);
  const code = new ByteWriter(bytes.length + (bytes.length >> 1) + 1024);
  const hints = writeFunctions(reader, code, outline, additions);
  if (reader.fault !== undefined) return { ok: false, failure: reader.fault };
  const controls = nameControls(outline);
  return {
    ok: true,
    value: {
      bytes: writeModule({ bytes, outline, additions, code: code.view(), hints, controls }),
      imports: outline.imports,
      entrypoints: entrypointsOf(outline),
      memories: outline.memories.slice(outline.imported.memories),
      tables: outline.tables.slice(outline.imported.tables),
      controls,
      uses,
    },
  };
}

export interface FunctionHints {
  readonly function: number;
  readonly offsets: readonly number[];
}

function writeFunctions(
  reader: ByteReader,
  code: ByteWriter,
  outline: Outline,
  additions: Additions,
): readonly FunctionHints[] {
  const section = outline.sections.get(sectionId.code);
  const first = outline.imported.functions;
  const defined = outline.functionTypes.length - first;
  if (section === undefined) {
    if (defined > 0) reader.malformed('functions without code');
    return [];
  }
  const hints: FunctionHints[] = [];
  const pass = new FunctionPass(reader, code, additions);
  reader.at = section.start;
  if (reader.count('functions') !== defined) reader.malformed('other functions than code');
  for (let i = first; i < first + defined && reader.fault === undefined; i++) {
    const typeIndex = outline.functionTypes[i] ?? -1;
    const type = typeAt(reader, outline.types, typeIndex);
    const length = reader.u32();
    if (length > moduleCaps.function) {
      reader.stop({ code: 'runtime.too-large', what: 'function', limit: moduleCaps.function });
    }
    const wrapper = () => additions.blockType(typeIndex);
    const offsets = pass.rewrite(reader.at + length, { params: type.params.length, wrapper });
    hints.push({ function: i, offsets });
  }
  if (reader.fault === undefined && reader.at !== section.end) reader.malformed('a section of another size');
  return hints;
}

function entrypointsOf({ exports, functionTypes, types }: Outline): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name, { kind, index }] of exports) {
    const type = kind === external.function ? types[functionTypes[index] ?? -1] : undefined;
    if (type?.params.length === 0 && type.results.length === 1 && type.results[0] === 0x7f) names.add(name);
  }
  return names;
}

/** Names that the guest has not taken: they begin with one tilde more than any of its own. */
function nameControls({ exports, start }: Outline): Controls {
  let most = 0;
  for (const name of exports.keys()) most = Math.max(most, /^~*/.exec(name)?.[0].length ?? 0);
  const tildes = '~'.repeat(most + 1);
  return {
    published: `${tildes}published`,
    running: `${tildes}running`,
    pageLimit: `${tildes}pages`,
    elementLimit: `${tildes}elements`,
    hookTable: `${tildes}hook`,
    memoryBytes: `${tildes}bytes`,
    start: start === undefined ? undefined : `${tildes}start`,
  };
}
