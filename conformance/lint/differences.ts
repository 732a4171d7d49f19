import type { EditPath, RecipeValue } from '../case.ts';
import { isList, isObject, type RecipeObject } from '../recipe/edit.ts';

/** The places in which two models differ; elements put into a list, or taken from it, side by side are one place. */
export function differences(one: RecipeValue, other: RecipeValue, at: EditPath = []): readonly EditPath[] {
  if (isList(one) && isList(other)) return listDifferences(one, other, at);
  if (isObject(one) && isObject(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    const own = (from: RecipeObject, key: string) => (Object.hasOwn(from, key) ? from[key] : undefined);
    return [...keys].flatMap((key) => memberDifferences(own(one, key), own(other, key), [...at, key]));
  }
  return isSame(one, other) ? [] : [at];
}

function memberDifferences(one: RecipeValue | undefined, other: RecipeValue | undefined, at: EditPath) {
  return one === undefined || other === undefined ? [at] : differences(one, other, at);
}

function listDifferences(
  one: readonly RecipeValue[],
  other: readonly RecipeValue[],
  at: EditPath,
): readonly EditPath[] {
  if (one.length === other.length)
    return one.flatMap((item, index) => memberDifferences(item, other[index], [...at, index]));
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const start = short.findIndex((item, index) => !isEqual(item, long[index]));
  const kept = start === -1 ? short.length : start;
  const surplus = long.length - short.length;
  const rest = short
    .slice(kept)
    .flatMap((item, index) => memberDifferences(item, long[kept + surplus + index], [...at, kept + index]));
  return [[...at, kept], ...rest];
}

function isEqual(one: RecipeValue, other: RecipeValue | undefined): boolean {
  return other !== undefined && differences(one, other).length === 0;
}

function isSame(one: RecipeValue, other: RecipeValue): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other) === 0;
  return Object.is(one, other);
}
