import type { World } from '#fixtures/world.ts';
import { requirements } from '#spec/generated/requirements.ts';
import type { WireValue } from '#spec/operations.ts';
import { reasons } from '#spec/reasons.ts';
import type { Case } from '../case.ts';
import { type CaseIndex, codeOf } from '../recipe/case-index.ts';

/** The requirements that a subject could meet by saying one and the same thing, whatever it is asked. */
export function metByConstant(cases: readonly Case[], index: CaseIndex, worlds: readonly World[]): readonly string[] {
  const binding = requirements.filter(({ keyword, outside }) => keyword.startsWith('MUST') && outside === undefined);
  const met = binding.filter(({ id }) => {
    const proving = cases.filter(({ kind, proves }) => kind !== 'observed' && proves.includes(id));
    return outcomesOf(proving, index).size < 2 && !needsTwoValues(proving, worlds);
  });
  return met.map(({ id }) => id);
}

/** Two codes of one family are one outcome, since both are met by its name. */
function outcomesOf(cases: readonly Case[], index: CaseIndex): ReadonlySet<string> {
  return new Set(
    cases.map((one) => {
      const code = codeOf(one, index);
      return code === undefined ? 'ok' : reasons[code].family;
    }),
  );
}

function needsTwoValues(cases: readonly Case[], worlds: readonly World[]): boolean {
  const values = cases.flatMap((one) => (one.kind === 'accepted' ? worlds.map((world) => one.value?.(world)) : []));
  const given = values.filter((value) => value !== undefined);
  return given.some((one) => given.some((other) => valuesConflict(one, other)));
}

/** Whether no single value holds what both ask for. */
function valuesConflict(one: WireValue, other: WireValue): boolean {
  const fields = fieldsOf(one);
  const others = fieldsOf(other);
  if (fields === undefined || others === undefined) return textOf(one) !== textOf(other);
  return [...fields].some(([key, value]) => {
    const its = others.get(key);
    return its !== undefined && valuesConflict(value, its);
  });
}

function fieldsOf(value: WireValue): ReadonlyMap<string, WireValue> | undefined {
  if (value instanceof Map) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array)
    return undefined;
  return new Map(Object.entries(value));
}

function textOf(value: WireValue): string {
  return JSON.stringify(value, (_, each) => {
    if (typeof each === 'bigint') return `${each}n`;
    return each instanceof Map ? [...each] : each;
  });
}
