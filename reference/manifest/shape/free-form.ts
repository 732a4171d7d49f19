import type { Json } from '#spec/json/value.ts';
import { ok, type Result } from '#spec/result.ts';
import { isTomlArray, type TomlValue } from '../toml/value.ts';
import { listOf, mapOf } from './collections.ts';
import { outOfRange } from './scalars.ts';

const least = -(2n ** 63n);
const greatest = 2n ** 64n - 1n;

const readItems = listOf(readFreeForm);
const readMembers = mapOf(readFreeForm);

/** MAN-FREE-FORM: any value at all, as JSON. How deep it can go, the walk over the text has settled. */
export function readFreeForm(value: TomlValue): Result<Json> {
  switch (typeof value) {
    case 'bigint':
      return value >= least && value <= greatest ? ok(value) : outOfRange(value);
    case 'number':
      // MAN-FREE-NONFINITE: JSON knows no such number.
      return ok(Number.isFinite(value) ? value : null);
    case 'object':
      return isTomlArray(value) ? readItems(value) : readMembers(value);
    default:
      return ok(value);
  }
}
