import type { ModuleContent } from '#fixtures/wasm/module-content.ts';
import type { Feature } from '#spec/features.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { StopClass } from '#spec/runtime.ts';
import type { Case } from '../../../../case.ts';
import { accepted } from '../../../../rows.ts';
import { body, running } from '../../given.ts';

/** What a run is given beside its fuel, where it is not the usual. */
export type Given = Omit<NonNullable<Parameters<typeof running>[1]>, 'fuelBudgets'>;

/** What these cases ask is a price list, and only those who declare it have to keep it. */
const needs: readonly Feature[] = ['fuel:wasmtime'];

/** More than any of these guests consumes, and round, so that what is left shows what was consumed. */
export const plenty = 1_000_000n;

/** What is consumed in the end, and the least budget that is enough; as often as not they are the same. */
export interface Price {
  readonly gives: number;
  readonly total: number;
  readonly least?: number;
}

/** On one unit too little, on just enough, and on plenty. */
export function costs(
  id: string,
  proves: readonly RequirementId[],
  module: ModuleContent,
  price: Price,
  given: Given = {},
): Case {
  const { gives, total, least = total } = price;
  const enough = BigInt(least);
  return onBudgets(id, proves, module, given, [
    [enough - 1n, 'limit', 0n],
    [enough, gives, left(enough, total)],
    [plenty, gives, left(plenty, total)],
  ]);
}

/** A guest that traps: what was last told of its fuel by then, and the least budget that takes it there. */
export interface Trap {
  readonly told: number;
  readonly least: number;
  readonly stop?: StopClass;
}

export function traps(
  id: string,
  proves: readonly RequirementId[],
  module: ModuleContent,
  { told, least, stop = 'execution' }: Trap,
  given: Given = {},
): Case {
  const enough = BigInt(least);
  return onBudgets(id, proves, module, given, [
    [enough - 1n, 'limit', 0n],
    [enough, stop, left(enough, told)],
    [plenty, stop, left(plenty, told)],
  ]);
}

/** One run: its budget, its exit code or why it stopped, and the fuel that is left then. */
export type Row = readonly [budget: bigint, end: number | StopClass, left: bigint];

export function onBudgets(
  id: string,
  proves: readonly RequirementId[],
  module: ModuleContent,
  given: Given,
  rows: readonly Row[],
  more: readonly Feature[] = [],
): Case {
  const fuelBudgets = rows.map(([budget]) => budget);
  const value = (): WireValue => ({
    runs: rows.map(([, end, fuelLeft]) =>
      typeof end === 'number' ? { stop: null, exitCode: BigInt(end), fuelLeft } : { stop: end, fuelLeft },
    ),
  });
  return accepted(`runtime/fuel-${id}`, proves, running(module, { ...given, fuelBudgets }), {
    value,
    needs: [...needs, ...more],
  });
}

/** A body that begins with this code, whose units are known, and ends with a look at the fuel. */
export function looked(code: string, fields = ''): ModuleContent {
  return body(`${code} (loop) i32.const 1`, fields);
}

/** What the guest of `looked` costs: its entry, the code, and the constant behind the loop. */
export function lookedAt(units: number): Price {
  return { gives: 1, total: units + 2, least: units + 2 };
}

function left(budget: bigint, consumed: number): bigint {
  const rest = budget - BigInt(consumed);
  return rest > 0n ? rest : 0n;
}
