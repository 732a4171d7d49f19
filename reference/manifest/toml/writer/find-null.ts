import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import { indexSegment, joinPath, keySegment } from '../../field-path.ts';

/** Where the first null stands, which TOML cannot write. */
export function findNull(value: Json): string | undefined {
  if (value === null) return '';
  if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) {
      const path = findNull(item);
      if (path !== undefined) return joinPath(indexSegment(index), path);
    }
  } else if (isJsonObject(value)) {
    for (const [key, member] of value) {
      const path = findNull(member);
      if (path !== undefined) return joinPath(keySegment(key), path);
    }
  }
  return undefined;
}
