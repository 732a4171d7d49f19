import type { WireValue } from '#spec/operations.ts';
import { fieldsOf, firstMismatch, isList } from '../runner/match.ts';

/** Whether no single answer holds what both ask for. */
export function valuesConflict(one: WireValue, other: WireValue): boolean {
  if (isList(one) && isList(other)) {
    return one.length !== other.length || one.some((item, at) => conflictsAt(item, other[at]));
  }
  const [fields, others] = [fieldsOf(one), fieldsOf(other)];
  if (fields === undefined || others === undefined) return firstMismatch(one, other) !== undefined;
  if (lacksOne(one, others) || lacksOne(other, fields)) return true;
  return [...fields].some(([key, value]) => conflictsAt(value, others.get(key)));
}

function conflictsAt(one: WireValue, other: WireValue | undefined): boolean {
  return other !== undefined && valuesConflict(one, other);
}

/** A Map has its own members and no others. */
function lacksOne(whole: WireValue, wanted: ReadonlyMap<string, WireValue>): boolean {
  return whole instanceof Map && [...wanted.keys()].some((key) => !whole.has(key));
}
