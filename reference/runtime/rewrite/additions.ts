import type { OptionalFeature } from '../failure.ts';
import { ByteWriter } from './byte-writer.ts';
import { mostBytes } from './declarations.ts';
import type { Surroundings } from './function-pass.ts';
import type { Outline } from './outline.ts';
import { funcref } from './value-type.ts';

const i32 = 0x7f;
const i64 = 0x7e;

interface AddedFunction {
  readonly type: number;
  readonly body: readonly number[];
}

/**
 * What a module is given besides its own. All of it stands behind what the guest declares, so that no index of the
 * guest's changes, and none of it has a name that the guest could say.
 */
export class Additions implements Surroundings {
  readonly types: number[][] = [];
  readonly functions: AddedFunction[] = [];
  readonly memories;
  readonly uses: Set<OptionalFeature>;
  readonly published: number;
  readonly running: number;
  readonly pageLimit: number;
  readonly elementLimit: number;
  readonly hookTable: number;
  readonly refill: number;
  readonly memoryBytes: number;
  readonly #outline: Outline;
  readonly #typeIndices = new Map<string, number>();
  readonly #blockTypes = new Map<number, number>();
  readonly #growers = new Map<string, number>();

  constructor(outline: Outline, uses: Set<OptionalFeature>) {
    this.#outline = outline;
    this.uses = uses;
    this.memories = outline.memories.map((memory) => ({ is64: memory.is64, mostBytes: mostBytes(memory) }));
    this.published = outline.globals;
    this.running = outline.globals + 1;
    this.pageLimit = outline.globals + 2;
    this.elementLimit = outline.globals + 3;
    this.hookTable = outline.tables.length;
    const hook = this.type([], []);
    this.refill = this.#add([i64], [i64], (code) => {
      code.append([0x20, 0, 0x24]);
      code.u32(this.running);
      code.append([0x41, 0, 0x11]);
      code.u32(hook);
      code.u32(this.hookTable);
      code.u8(0x23);
      code.u32(this.running);
    });
    this.memoryBytes = this.#add([], [i64], (code) => this.#sumOfMemories(code));
  }

  type(params: readonly number[], results: readonly number[]): number {
    const key = `${params}>${results}`;
    const known = this.#typeIndices.get(key);
    if (known !== undefined) return known;
    const index = this.#outline.types.length + this.types.length;
    const out = new ByteWriter(16);
    out.u8(0x60);
    for (const list of [params, results]) {
      out.u32(list.length);
      out.append(list);
    }
    this.types.push([...out.view()]);
    this.#typeIndices.set(key, index);
    return index;
  }

  /** The type of a block that takes nothing and gives what a function of this type gives. */
  blockType(typeIndex: number): number {
    const known = this.#blockTypes.get(typeIndex);
    if (known !== undefined) return known;
    const { results = [] } = this.#outline.types[typeIndex] ?? {};
    const [only] = results;
    const type = only === undefined ? -0x40 : results.length === 1 ? only - 0x80 : this.type([], results);
    this.#blockTypes.set(typeIndex, type);
    return type;
  }

  growMemory(memory: number): number {
    const address = this.memories[memory]?.is64 ? i64 : i32;
    const size = [0x3f, ...unsigned(memory)];
    return this.#grower(`memory ${memory}`, [address], address, this.pageLimit, size, [0x40, ...unsigned(memory)]);
  }

  growTable(table: number): number {
    const address = this.#outline.tables[table]?.is64 ? i64 : i32;
    const size = [0xfc, 16, ...unsigned(table)];
    const grow = [0xfc, 15, ...unsigned(table)];
    return this.#grower(`table ${table}`, [funcref, address], address, this.elementLimit, size, grow);
  }

  /** Grows only where the new size is within the limit, and answers -1 elsewhere, as the operator itself does. */
  #grower(
    key: string,
    params: readonly number[],
    address: number,
    limit: number,
    size: readonly number[],
    grow: readonly number[],
  ): number {
    const known = this.#growers.get(key);
    if (known !== undefined) return known;
    const extend = address === i32 ? [0xad] : [];
    const delta = params.length - 1;
    const beyond = [0x23, ...unsigned(limit), 0x56];
    const index = this.#add(params, [address], (code) => {
      // A delta beyond the limit is refused by itself, since the sum of 64 bits might wrap around.
      code.append([0x20, delta, ...extend, ...beyond]);
      code.append([...size, ...extend, 0x20, delta, ...extend, 0x7c, ...beyond]);
      code.append([0x72, 0x04, address]);
      code.append([address === i32 ? 0x41 : 0x42, 0x7f, 0x05]);
      for (let i = 0; i < params.length; i++) code.append([0x20, i]);
      code.append([...grow, 0x0b]);
    });
    this.#growers.set(key, index);
    return index;
  }

  #sumOfMemories(code: ByteWriter): void {
    code.append([0x42, 0]);
    for (const [index, memory] of this.memories.entries()) {
      code.append([0x3f, ...unsigned(index), ...(memory.is64 ? [] : [0xad]), 0x7c]);
    }
    code.append([0x42, 16, 0x86]);
  }

  #add(params: readonly number[], results: readonly number[], write: (code: ByteWriter) => void): number {
    const code = new ByteWriter(64);
    code.u8(0);
    write(code);
    code.u8(0x0b);
    this.functions.push({ type: this.type(params, results), body: [...code.view()] });
    return this.#outline.functionTypes.length + this.functions.length - 1;
  }
}

function unsigned(value: number): readonly number[] {
  const out = new ByteWriter(5);
  out.u32(value);
  return [...out.view()];
}
