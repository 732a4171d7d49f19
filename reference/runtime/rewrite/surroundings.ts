import type { OptionalFeature } from '#spec/runtime.ts';
import type { MemoryShape } from './immediates.ts';
import type { MeterIndices } from './metered-code.ts';

/** What the code of a function refers to. */
export interface Surroundings extends MeterIndices {
  readonly memories: readonly MemoryShape[];
  readonly uses: Set<OptionalFeature>;
  /** The added function that grows this memory or table as far as the limits let it. */
  growMemory(memory: number): number;
  growTable(table: number): number;
  /** The added function that the length of a bulk operator passes through, with the running count above it. */
  weigh(isWide: boolean): number;
  /** Functions below this index are those of the host. */
  readonly hostFunctions: number;
  /** Nothing where there is no such function. */
  typeOf(index: number): number | undefined;
  /** How many values a type has in all; a block's type may have some on both sides. */
  valuesOf(type: number | undefined): number;
  /** The type of a block that gives what functions of this type give to the guest. */
  blockType(type: number): number;
  /** Whether functions of this type take the count behind their parameters, and give it back behind their results. */
  passesCount(type: number | undefined): boolean;
  /** Whether a table has an index of 64 bits. */
  isWide(table: number): boolean;
  /** A type of the guest as the guest wrote it, for a block. */
  plainType(type: number): number;
  /** The added function that stands for one of the host wherever it is not called by its index. */
  standIn(hostFunction: number): number;
}
