import { ByteReader } from '../rewrite/byte-reader.ts';
import type { FunctionType } from '../rewrite/declarations.ts';
import { external, type Import, readOutline } from '../rewrite/outline.ts';
import { readFunctionNames } from './function-names.ts';

type External = keyof typeof external;

export interface ExportedItem {
  readonly name: string;
  readonly kind: External;
  /** Nothing where it is no function. */
  readonly type: FunctionType | undefined;
}

/** What a valid module shows of itself, for whoever has to find out what is wrong with it. */
export interface Description {
  readonly imports: readonly Import[];
  readonly exports: readonly ExportedItem[];
  /** Those of the guest, the imported ones counted too. */
  readonly functions: number;
  /** By the section of names, else by an export, else by the index. */
  readonly functionName: (index: number) => string;
}

export function describeModule(bytes: Uint8Array): Description {
  const { imports, exports, functionTypes, types } = readOutline(new ByteReader(bytes), new Set());
  const items: ExportedItem[] = [];
  const exported = new Map<number, string>();
  for (const [name, { kind, index }] of exports) {
    const isFunction = kind === external.function;
    const type = isFunction ? types[functionTypes[index] ?? -1] : undefined;
    items.push({ name, kind: kindNamed(kind), type });
    if (isFunction && name !== '' && !exported.has(index)) exported.set(index, name);
  }
  const written = readFunctionNames(bytes);
  const functionName = (index: number) => written.get(index) ?? exported.get(index) ?? `func[${index}]`;
  return { imports, exports: items, functions: functionTypes.length, functionName };
}

const kinds: readonly External[] = ['function', 'table', 'memory', 'global'];

function kindNamed(kind: number): External {
  return kinds.find((name) => external[name] === kind) ?? 'global';
}
