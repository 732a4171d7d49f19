import { moduleSuffix, modulesFolder } from '#spec/constants.ts';
import { describeRuntime } from '#spec/failure/runtime.ts';
import { enableFeatures } from '../../runtime/engine/features.ts';
import type { RuntimeResult } from '../../runtime/result.ts';
import { isBinary } from '../../runtime/text/to-binary.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { Effort } from './effort.ts';
import type { ModuleFacts } from './module-facts.ts';
import { readModule } from './read-module.ts';
import { TextReader } from './text-reader.ts';

/** A module of an artifact, and what came of looking at it. */
export interface ExaminedModule {
  readonly path: string;
  readonly size: number;
  readonly outcome:
    | { readonly kind: 'read'; readonly facts: ModuleFacts }
    | { readonly kind: 'too-large' }
    | { readonly kind: 'refused'; readonly says: string };
}

/** All of them, in the order of their paths; one that is larger than the policy allows is not looked at. */
export async function examineModules(
  entries: ReadonlyMap<string, Uint8Array>,
  maxBytes: bigint,
): Promise<readonly ExaminedModule[]> {
  enableFeatures();
  const modules = [...entries].filter(([path]) => path.startsWith(modulesFolder) && path.endsWith(moduleSuffix));
  const sorted = modules.sort(([a], [b]) => compareBytes(a, b));
  const texts = new TextReader();
  const effort = new Effort();
  const examined: ExaminedModule[] = [];
  for (const [path, bytes] of sorted) {
    const size = bytes.length;
    const outcome = size > maxBytes ? ({ kind: 'too-large' } as const) : await examine(bytes, texts, effort);
    examined.push({ path, size, outcome });
  }
  await texts.close();
  return examined;
}

async function examine(bytes: Uint8Array, texts: TextReader, effort: Effort): Promise<ExaminedModule['outcome']> {
  const read = await readEither(bytes, texts, effort);
  if (read.ok) return { kind: 'read', facts: read.value };
  return { kind: 'refused', says: describeRuntime(read.failure) };
}

/** AUD-TEXT: what is run from a text is looked at as the binary that it stands for. */
async function readEither(bytes: Uint8Array, texts: TextReader, effort: Effort): Promise<RuntimeResult<ModuleFacts>> {
  const module = unshared(bytes);
  if (isBinary(module)) return readModule(module, effort);
  const binary = await texts.read(module);
  return binary.ok ? readModule(binary.value, effort) : binary;
}

/** Only what another thread can write to has to be copied before it is judged. */
function unshared(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
