import { unsigned } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { type FunctionPart, wasmModule } from '#fixtures/wasm/wasm-module.ts';
import { capability } from './guest.ts';
import { Random } from './random.ts';
import { RandomBody, type Scene, types } from './random-body.ts';

const { i32, i64 } = op;
const values = [i32, i32, i32, i64] as const;
const imports = [
  capability('http-count'),
  capability('http-handle', [i32]),
  capability('secret-count'),
  capability('channel-handle', [i32]),
];

/** So many that every offset of a load or store lies within: where it ends up then depends on the address. */
const mostPages = 8;

/** A valid module with much control flow: what a meter can get wrong is where control goes. */
export function randomGuest(seed: number): Uint8Array<ArrayBuffer> {
  const random = new Random(seed);
  const signatures = Array.from({ length: random.below(6) + 1 }, () => random.pick(types));
  const run = { params: [], results: [i32] };
  const first = imports.length;
  const scene: Scene = {
    random,
    functions: [...imports.map(({ what }) => what), ...signatures, run],
    tables: random.below(3) === 0 ? 0 : 1,
  };
  const functions = [...signatures, run].map((type, i): FunctionPart => {
    const locals = Array.from({ length: random.below(4) + 1 }, () => random.pick(values));
    const body = new RandomBody(scene, type, [...type.params, ...locals], random.below(120)).write();
    return { ...type, locals, body, ...(i === signatures.length && { export: 'run' }) };
  });
  const empty = scene.functions.findIndex(
    ({ params, results }, i) => i >= first && params.length + results.length === 0,
  );
  const slots = Array.from({ length: 6 }, () => first + random.below(signatures.length));
  return wasmModule({
    types,
    imports,
    functions,
    tables: scene.tables === 0 ? [] : [{ min: 8, max: 12 }],
    // Declared, and far below the limit of a run: a guest that grows without end would be refused by the meter at a size
    // that the bare engine still gives it, go another way there, and not come back for minutes.
    memories: [{ min: 1, max: random.chance(2) ? mostPages : random.below(3) + 1 }],
    globals: values.map((type) => ({ type, mutable: true, init: type === i32 ? op.i32Const(3) : op.i64Const(5) })),
    ...(random.chance(3) && empty > 0 && { start: empty }),
    elements: scene.tables === 0 ? [] : [[0, op.i32Const(0), 0x0b, unsigned(slots.length), slots.map(unsigned)]],
  });
}
