import { type Code, unsigned } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import type { Type } from '#fixtures/wasm/wasm-module.ts';
import type { Random } from './random.ts';

const { i32, i64, none } = op;

/** Types that blocks use by their index; functions draw their own from the same list, so that indirect calls find some. */
export const types: readonly Type[] = [
  { params: [], results: [] },
  { params: [], results: [i32] },
  { params: [i32], results: [i32] },
  { params: [i32], results: [] },
  { params: [], results: [i32, i64] },
  { params: [i64, i32], results: [i32, i32] },
  { params: [i32, i32], results: [i64] },
  { params: [], results: [i32, i32, i32] },
];

/** What the functions of a module know of it. */
export interface Scene {
  readonly random: Random;
  readonly functions: readonly Type[];
  readonly tables: number;
}

/** The code of one function, written from the outside in; `#left` keeps it from growing without end. */
export class RandomBody {
  readonly #scene: Scene;
  readonly #random: Random;
  readonly #type: Type;
  readonly #locals: readonly number[];
  /** What a branch to each open label takes along; the outermost first. */
  readonly #labels: (readonly number[])[] = [];
  #left: number;

  constructor(scene: Scene, type: Type, locals: readonly number[], size: number) {
    this.#scene = scene;
    this.#random = scene.random;
    this.#type = type;
    this.#locals = locals;
    this.#left = size;
  }

  write(): Code {
    const { results } = this.#type;
    return this.#labelled(results, () =>
      results.length === 1 && this.#random.chance(3)
        ? [this.#sequence([]), this.#lastIf(results, 3)]
        : this.#sequence(results),
    );
  }

  /** An `if` with nothing behind it but the ends of others. */
  #lastIf(results: readonly number[], depth: number): Code {
    const arm = () => this.#labelled(results, () => this.#sequence(results));
    const nested = () => this.#labelled(results, () => [this.#sequence([]), this.#lastIf(results, depth - 1)]);
    const otherwise = depth > 0 && this.#random.chance(2) ? nested() : arm();
    return [this.#value(i32), 0x04, results, arm(), 0x05, otherwise, 0x0b];
  }

  #labelled(taken: readonly number[], write: () => Code): Code {
    this.#labels.push(taken);
    const code = write();
    this.#labels.pop();
    return code;
  }

  #sequence(results: readonly number[]): Code {
    const count = this.#labels.length > 8 ? 0 : this.#random.below(4);
    return [Array.from({ length: count }, () => this.#statement()), results.map((type) => this.#value(type))];
  }

  #statement(): Code {
    if (this.#left-- <= 0) return this.#random.chance(2) ? op.nop : [op.i32Const(1), op.drop];
    const random = this.#random;
    switch (random.below(20)) {
      case 0:
      case 1:
        return this.#block();
      case 2:
        return this.#loop();
      case 3:
      case 4:
        return [this.#value(i32), this.#if(false)];
      case 5:
      case 6:
        return [this.#value(i32), this.#if(true)];
      case 7:
        return this.#perhaps(() => this.#branch());
      case 8:
      case 9:
        return this.#branchIf();
      case 10:
        return this.#perhaps(() => this.#branchTable());
      case 11:
        return this.#perhaps(() => [this.#type.results.map((type) => this.#value(type)), op.ret]);
      case 12:
      case 13:
        return this.#call();
      case 14:
        return random.chance(6) ? this.#perhaps(() => op.unreachable) : this.#perhaps(() => this.#branchTable());
      case 15:
        return [this.#address(), this.#value(i32), op.i32Store(random.below(8) === 0 ? 200_000 : random.below(100))];
      case 16:
        return this.#perhaps(() => this.#tailCall());
      case 17:
        return this.#bulk();
      default:
        return this.#set();
    }
  }

  #value(type: number): Code {
    if (this.#left-- <= 0) return this.#constant(type);
    const random = this.#random;
    switch (random.below(16)) {
      case 0:
      case 1:
      case 2:
        return this.#constant(type);
      case 3:
      case 4:
      case 5:
        return this.#get(type);
      case 6:
        return [0x02, type, this.#labelled([type], () => this.#sequence([type])), 0x0b];
      case 7:
        return [
          this.#value(i32),
          0x04,
          type,
          this.#labelled([type], () => [this.#sequence([type]), 0x05, this.#sequence([type])]),
          0x0b,
        ];
      case 8:
        return [0x03, type, this.#labelled([], () => this.#sequence([type])), 0x0b];
      case 9:
        return [this.#value(type), this.#value(type), this.#value(i32), op.select];
      case 10:
        return this.#divide(type);
      case 11:
        return type === i32 ? [this.#address(), op.i32Load(random.chance(12) ? 70_000 : 4)] : this.#constant(type);
      case 12:
        return type === i32 ? this.#callFor(i32) : this.#constant(type);
      case 13:
        return type === i32
          ? random.pick([op.memorySize(), [op.i32Const(random.below(3)), op.memoryGrow()]])
          : this.#get(type);
      case 14:
        return this.#branchIfWith(type);
      default:
        return [this.#value(type), this.#value(type), type === i32 ? op.i32Add : op.i64Mul];
    }
  }

  #constant(type: number): Code {
    const value = this.#random.below(7) - 1;
    return type === i32 ? op.i32Const(value) : op.i64Const(value);
  }

  #address(): Code {
    return this.#random.chance(10) ? op.i32Const(65_536) : this.#random.chance(2) ? op.i32Const(8) : this.#value(i32);
  }

  #get(type: number): Code {
    const known = this.#locals.flatMap((local, index) => (local === type ? [index] : []));
    if (known.length === 0) return op.globalGet(type === i32 ? 0 : 3);
    return op.localGet(this.#random.pick(known));
  }

  #set(): Code {
    if (this.#random.chance(4)) return [this.#value(i32), op.globalSet(0)];
    const index = this.#random.below(this.#locals.length);
    return [this.#value(this.#locals[index] ?? i32), op.localSet(index)];
  }

  #divide(type: number): Code {
    return [this.#value(type), this.#value(type), type === i32 ? op.i32DivS : [0x7f]];
  }

  /** A block that may take values, and leaves its results for nobody. */
  #block(): Code {
    const index = this.#typeOfBlock();
    const { params, results } = types[index] ?? { params: [], results: [] };
    const body = this.#labelled(results, () => [params.map(() => op.drop), this.#sequence(results)]);
    return [params.map((type) => this.#value(type)), 0x02, unsigned(index), body, 0x0b, results.map(() => op.drop)];
  }

  /** Half of all blocks take and give nothing, so that many labels want the same and one table can lead to all of them. */
  #typeOfBlock(): number {
    return this.#random.chance(2) ? 0 : this.#random.below(types.length);
  }

  #loop(): Code {
    const index = this.#typeOfBlock();
    const { params, results } = types[index] ?? { params: [], results: [] };
    const body = this.#labelled(params, () => [params.map(() => op.drop), this.#sequence(results)]);
    return [params.map((type) => this.#value(type)), 0x03, unsigned(index), body, 0x0b, results.map(() => op.drop)];
  }

  #if(withElse: boolean): Code {
    const arm = () => this.#labelled([], () => this.#sequence([]));
    return op.ifThen(none, arm(), withElse ? arm() : undefined);
  }

  #label(): { readonly index: number; readonly takes: readonly number[] } {
    const index = this.#random.below(this.#labels.length);
    return { index, takes: this.#labels[this.#labels.length - 1 - index] ?? [] };
  }

  #branch(): Code {
    const { index, takes } = this.#label();
    return [takes.map((type) => this.#value(type)), op.br(index)];
  }

  #branchIf(): Code {
    const { index, takes } = this.#label();
    return [takes.map((type) => this.#value(type)), this.#value(i32), op.brIf(index), takes.map(() => op.drop)];
  }

  #branchIfWith(type: number): Code {
    const fitting = this.#labels.flatMap((takes, i) =>
      takes.length === 1 && takes[0] === type ? [this.#labels.length - 1 - i] : [],
    );
    if (fitting.length === 0) return this.#constant(type);
    return [this.#value(type), this.#value(i32), op.brIf(this.#random.pick(fitting))];
  }

  #branchTable(): Code {
    const { index, takes } = this.#label();
    const same = this.#labels.flatMap((other, i) => (`${other}` === `${takes}` ? [this.#labels.length - 1 - i] : []));
    const listed = Array.from({ length: this.#random.below(5) }, () => this.#random.pick(same));
    return [takes.map((type) => this.#value(type)), this.#value(i32), op.brTable(listed, index)];
  }

  /** Behind what leaves nothing runs, so most of it stands where it may be passed by. */
  #perhaps(leave: () => Code): Code {
    if (this.#random.chance(4)) return leave();
    return [this.#value(i32), op.ifThen(none, this.#labelled([], leave))];
  }

  #call(): Code {
    if (this.#scene.tables > 0 && this.#random.chance(4)) {
      const index = this.#random.below(types.length);
      const { params, results } = types[index] ?? { params: [], results: [] };
      return [
        params.map((type) => this.#value(type)),
        this.#value(i32),
        op.callIndirect(index),
        results.map(() => op.drop),
      ];
    }
    const index = this.#random.below(this.#scene.functions.length);
    const { params, results } = this.#scene.functions[index] ?? { params: [], results: [] };
    return [params.map((type) => this.#value(type)), op.call(index), results.map(() => op.drop)];
  }

  #callFor(type: number): Code {
    const fitting = this.#scene.functions.flatMap(({ results }, i) => (`${results}` === `${type}` ? [i] : []));
    const index = this.#random.pick(fitting);
    const { params } = this.#scene.functions[index] ?? { params: [] };
    return [params.map((each) => this.#value(each)), op.call(index)];
  }

  #tailCall(): Code {
    const wanted = `${this.#type.results}`;
    const fitting = this.#scene.functions.flatMap(({ results }, i) => (`${results}` === wanted ? [i] : []));
    if (fitting.length === 0) return op.nop;
    const index = this.#random.pick(fitting);
    const { params } = this.#scene.functions[index] ?? { params: [] };
    return [params.map((each) => this.#value(each)), op.returnCall(index)];
  }

  #bulk(): Code {
    const small = () => op.i32Const(this.#random.below(9));
    if (this.#scene.tables > 0 && this.#random.chance(2)) {
      return this.#random.chance(2)
        ? [op.refNull, small(), op.tableGrow(), op.drop]
        : [small(), op.refNull, small(), [0xfc, 17, 0]];
    }
    const far = this.#random.chance(5) ? op.i32Const(65_530) : small();
    return [far, small(), small(), this.#random.chance(2) ? op.memoryFill() : [0xfc, 10, 0, 0]];
  }
}
