import { ok } from '#spec/result.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { indexSegment, keySegment } from '../field-path.ts';
import { isTomlArray, isTomlTable, type TomlValue } from '../toml/value.ts';
import { type Reader, within, wrongType } from './reader.ts';

export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!isTomlArray(value)) return wrongType('an array');
    const items: T[] = [];
    for (const element of value) {
      const item = read(element);
      if (!item.ok) return within(indexSegment(items.length), item);
      items.push(item.value);
    }
    return ok(items);
  };
}

/** A table whose keys are the author's. They come in byte order, whatever their order in the document. */
export function mapOf<T>(read: Reader<T>): Reader<ReadonlyMap<string, T>> {
  return (value) => {
    if (!isTomlTable(value)) return wrongType('a table');
    const members = new Map<string, T>();
    for (const key of Object.keys(value).sort(compareBytes)) {
      const member = read(value[key] as TomlValue);
      if (!member.ok) return within(keySegment(key), member);
      members.set(key, member.value);
    }
    return ok(members);
  };
}
