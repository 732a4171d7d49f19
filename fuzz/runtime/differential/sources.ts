import type { Code } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { wasmModule } from '#fixtures/wasm/wasm-module.ts';
import type { Outline } from '#reference/runtime/rewrite/outline.ts';
import { capability, engine } from '../guest.ts';
import { damaged } from '../hostile/damage.ts';
import { typeOfFunction } from '../outline-of.ts';
import { Random } from '../random.ts';
import { randomGuest } from '../random-guest.ts';
import { f32, f64, v128 } from '../value-types.ts';
import { BinaryenGenerator } from './binaryen.ts';
import { type Call, enclose } from './enclose.ts';
import type { Oracle } from './oracle.ts';
import type { NamedTrial, Trial } from './trial.ts';

/** Where random modules come from: two generators of others, our own, and small damage to what those made. */
export const sourceNames = ['wasm-smith', 'binaryen', 'own', 'damaged'] as const;
type SourceName = (typeof sourceNames)[number];

interface Generators {
  readonly oracle: Oracle;
  readonly binaryen: BinaryenGenerator;
}

const page = 65_536;
const grants = { http: 2, secret: 1, storage: 3, channel: 1 };
const entrypoints = ['run', 'run2', 'run3'];
const functionNames = ['http', 'secret', 'storage', 'channel'].flatMap((name) => [
  capability(`${name}-count`),
  capability(`${name}-handle`, [op.i32]),
]);
const smithShape = {
  imports: wasmModule({ imports: functionNames }),
  exports: wasmModule({
    functions: entrypoints.map((name) => ({ params: [], results: [op.i32], body: op.i32Const(0), export: name })),
  }),
};

/** So many trials, from the sources in turns; the seeds follow each other from the first. */
export async function* randomTrials(oracle: Oracle, modules: number, firstSeed: number): AsyncGenerator<NamedTrial> {
  const binaryen = new BinaryenGenerator(engine.features);
  try {
    let made = 0;
    for (let seed = firstSeed; made < modules; seed++) {
      const source = sourceNames[seed % sourceNames.length] ?? 'own';
      const trial = await trialOf(source, seed, { oracle, binaryen });
      if (trial === undefined) continue;
      made++;
      yield { source, name: `seed ${seed}`, trial };
    }
  } finally {
    binaryen.close();
  }
}

/** The trial of a seed, always the same; not every seed has one. */
async function trialOf(source: SourceName, seed: number, generators: Generators): Promise<Trial | undefined> {
  const random = new Random(seed);
  switch (source) {
    case 'wasm-smith': {
      const module = await generators.oracle.generate(seed, { ...smithShape, features: engine.features });
      return module && trial(random, { module, entrypoints }, 3);
    }
    case 'binaryen': {
      const food = Uint8Array.from({ length: 100 + random.below(3000) }, () => random.below(256));
      const enclosed = enclose(await generators.binaryen.generate(food), (outline) => someCalls(random, outline));
      // Its memories begin with sixteen pages.
      return enclosed && trial(random, enclosed, 16);
    }
    case 'own':
      return trial(random, { module: randomGuest(seed), entrypoints: ['run'] }, 3);
    case 'damaged': {
      const whole = await trialOf(random.pick(['wasm-smith', 'own']), random.below(1000), generators);
      return whole && { ...whole, module: damaged(random, whole.module, randomGuest(random.below(1000))) };
    }
  }
}

function trial(random: Random, guest: Pick<Trial, 'module' | 'entrypoints'>, pages: number): Trial {
  const limits = {
    memoryBytes: BigInt((pages + random.below(2)) * page + random.below(7)),
    tableElements: BigInt(random.pick([10, 40, 1000])),
    instances: 1n,
  };
  return { ...guest, budgets: budgetsOf(random), limits, grants };
}

/** So small that hardly anything fits into them, in between, and enough for most. */
function budgetsOf(random: Random): readonly bigint[] {
  const small = [0, 1, 2, 3, 4, 5, 7].map(BigInt);
  const between = Array.from({ length: 7 }, () => BigInt(6 + random.below(random.pick([20, 100, 500]))));
  return [...small, ...between, 1000n, 20_000n];
}

const mostCalls = 6;

/** Calls of some of a module's own functions with whatever they take. */
function someCalls(random: Random, outline: Outline): readonly Call[] {
  const { imports, functionTypes } = outline;
  const own = functionTypes.length - imports.length;
  return Array.from({ length: Math.min(own, mostCalls) }, () => {
    const index = imports.length + random.below(own);
    const { params } = typeOfFunction(outline, index);
    return { function: index, given: params.map((type) => someValue(random, type)) };
  });
}

function someValue(random: Random, type: number): Code {
  const bytes = (count: number) => Array.from({ length: count }, () => random.below(256));
  switch (type) {
    case op.i32:
      return op.i32Const(random.below(2 ** 32) >> random.below(32));
    case op.i64:
      return op.i64Const(BigInt.asIntN(64, BigInt(random.below(2 ** 32)) << BigInt(random.below(64))));
    case f32:
      return [0x43, bytes(3), random.pick([0x3f, 0x40, 0xc1, 0x00])];
    case f64:
      return [0x44, bytes(7), random.pick([0x3f, 0x40, 0xc1, 0x00])];
    case v128:
      return [0xfd, 0x0c, bytes(16)];
    default:
      return op.refNull;
  }
}
