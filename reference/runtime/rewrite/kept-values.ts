import { moduleCaps } from '#spec/constants.ts';

type Excess = 'localsAtLabels' | 'values';

const block = 0x02;
const loop = 0x03;

/** How much of one function an engine may have to keep at the same time (RT-BULK), for all that was read of it so far. */
export class KeptValues {
  #locals = 0;
  #atLabels = 0;
  #values = 0;

  begin(locals: number): void {
    this.#locals = locals;
    this.#atLabels = 0;
    this.#values = 0;
  }

  /** A compiler keeps every local for each label. */
  label(opcode: number): Excess | undefined {
    this.#atLabels += this.#locals * (opcode === block ? 1 : opcode === loop ? 4 : 2);
    return this.#atLabels > moduleCaps.localsAtLabels ? 'localsAtLabels' : undefined;
  }

  /** Two bytes are enough for a call that gives a thousand values, and a validator keeps each of them. */
  typed(values: number): Excess | undefined {
    this.#values += values;
    return this.#values > moduleCaps.values ? 'values' : undefined;
  }
}
