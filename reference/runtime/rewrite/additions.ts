import { moduleCaps } from '#spec/constants.ts';
import type { OptionalFeature } from '#spec/runtime.ts';
import { ByteWriter } from './byte-writer.ts';
import { mostBytes, noType } from './declarations.ts';
import type { Outline } from './outline.ts';
import { counterCount, type ProfileLayout } from './profile-layout.ts';
import type { Surroundings } from './surroundings.ts';
import type { ProfileGlobals } from './tally.ts';
import { funcref, i32, i64 } from './value-type.ts';

/** So many bytes or elements that bulk operators move take about a millisecond; the host looks at the time then. */
const workBetweenLooks = 2 ** 20;
/** What moves less costs next to nothing beyond being called, which its unit pays for. */
const leastWork = 256;

/** Where the functions of the host stand in the table of hooks. */
export const hookSlots = { refill: 0, look: 1 } as const;

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
  /** How many there are; each is of 64 bits, mutable and zero. */
  readonly globals: number;
  readonly memories;
  readonly uses: Set<OptionalFeature>;
  readonly published: number;
  readonly running: number;
  readonly pageLimit: number;
  readonly elementLimit: number;
  readonly hookTable: number;
  readonly refill: number;
  readonly memoryBytes: number;
  readonly profile: ProfileGlobals | undefined;
  readonly hostFunctions: number;
  readonly #outline: Outline;
  /** Of each type, how many parameters and results it has. */
  readonly #values: Uint16Array;
  /** The global with what bulk operators have moved since the host last looked at the time. */
  readonly #work: number;
  readonly #hook: number;
  readonly #passing: boolean;
  readonly #typeIndices = new Map<string, number>();
  readonly #blockTypes = new Map<number, number>();
  readonly #operators = new Map<string, number>();
  readonly #standIns = new Map<number, number>();

  constructor(outline: Outline, uses: Set<OptionalFeature>, profile: ProfileLayout | undefined) {
    this.#outline = outline;
    this.uses = uses;
    this.memories = outline.memories.map((memory) => ({ is64: memory.is64, mostBytes: mostBytes(memory) }));
    this.published = outline.globals;
    this.running = outline.globals + 1;
    this.pageLimit = outline.globals + 2;
    this.elementLimit = outline.globals + 3;
    this.#work = outline.globals + 4;
    this.globals = 5 + (profile === undefined ? 0 : counterCount(profile));
    // Each type needs room for one more of both, since a tail call leads from any to any. A profile is kept where the
    // count is published.
    this.#passing =
      profile === undefined &&
      outline.types.every(
        ({ params, results }) => params.length < moduleCaps.params && results.length < moduleCaps.results,
      );
    this.#values = Uint16Array.from(outline.types, ({ params, results }) => params.length + results.length);
    this.hostFunctions = outline.imported.functions;
    this.profile = profile && { first: outline.globals + 5, layout: profile };
    this.hookTable = outline.tables.length;
    this.#hook = this.type([], []);
    this.refill = this.#add([i64], [i64], (code) => {
      this.#askHost(code, 0, hookSlots.refill);
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
    writeType(out, params, results);
    this.types.push([...out.view()]);
    this.#typeIndices.set(key, index);
    return index;
  }

  typeOf(index: number): number | undefined {
    return this.#outline.functionTypes[index];
  }

  valuesOf(index: number | undefined): number {
    return this.#values[index ?? -1] ?? 0;
  }

  passesCount(index: number | undefined): boolean {
    return this.#passing && index !== undefined && index < this.#outline.types.length;
  }

  isWide(table: number): boolean {
    return this.#outline.tables[table]?.is64 === true;
  }

  /** A type of the guest as the guest wrote it. */
  plainType(type: number): number {
    const { params, results } = this.#outline.types[type] ?? noType;
    return this.passesCount(type) ? this.type(params, results) : type;
  }

  standIn(hostFunction: number): number {
    const known = this.#standIns.get(hostFunction);
    if (known !== undefined) return known;
    const type = this.typeOf(hostFunction);
    if (!this.passesCount(type)) return hostFunction;
    const { params, results } = this.#outline.types[type ?? -1] ?? noType;
    const index = this.#add([...params, i64], [...results, i64], (code) => {
      const count = [0x20, ...unsigned(params.length)];
      code.append([...count, 0x24, ...unsigned(this.published)]);
      for (let i = 0; i < params.length; i++) code.append([0x20, ...unsigned(i)]);
      code.append([0x10, ...unsigned(hostFunction), ...count]);
    });
    this.#standIns.set(hostFunction, index);
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

  /**
   * A unit may pay for a fill of the whole memory. What the length and the running count pass through ahead of a bulk
   * operator lets the host look at the time once enough was moved.
   */
  weigh(isWide: boolean): number {
    const address = isWide ? i64 : i32;
    const key = `weigh ${address}`;
    const known = this.#operators.get(key);
    if (known !== undefined) return known;
    const work = unsigned(this.#work);
    const index = this.#add([address, i64], [address], (code) => {
      code.append([0x20, 0, isWide ? 0x42 : 0x41]);
      code.signed(leastWork);
      code.append([isWide ? 0x5a : 0x4f, 0x04, 0x40]);
      code.append([0x23, ...work, 0x20, 0, ...(isWide ? [] : [0xad]), 0x7c, 0x24, ...work]);
      code.append([0x23, ...work, 0x42]);
      code.signed(workBetweenLooks);
      code.append([0x5a, 0x04, 0x40, 0x42, 0, 0x24, ...work]);
      this.#askHost(code, 1, hookSlots.look);
      code.append([0x0b, 0x0b, 0x20, 0]);
    });
    this.#operators.set(key, index);
    return index;
  }

  /** Calls the host, which finds the running count, a parameter of the function, in its global. */
  #askHost(code: ByteWriter, count: number, slot: number): void {
    code.append([0x20, count, 0x24, ...unsigned(this.running)]);
    code.append([0x41, slot, 0x11, ...unsigned(this.#hook), ...unsigned(this.hookTable)]);
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
    const known = this.#operators.get(key);
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
    this.#operators.set(key, index);
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

export function writeType(out: ByteWriter, params: readonly number[], results: readonly number[]): void {
  out.u8(0x60);
  for (const list of [params, results]) {
    out.u32(list.length);
    out.append(list);
  }
}

function unsigned(value: number): readonly number[] {
  const out = new ByteWriter(5);
  out.u32(value);
  return [...out.view()];
}
