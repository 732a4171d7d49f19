import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';

/**
 * The beginning of a value as JSON without white space. It stops once it is longer than `most`, and each container adds
 * to the length, so neither a wide value nor a deep one costs more than what is shown of it.
 */
export function compactJson(value: Json, most: number): string {
  let text = '';
  const write = (each: Json): void => {
    if (text.length > most) return;
    if (isJsonArray(each)) writeAll('[', each, write, ']');
    else if (isJsonObject(each)) {
      const member = ([key, inner]: readonly [string, Json]) => {
        text += `${JSON.stringify(key)}:`;
        write(inner);
      };
      writeAll('{', each, member, '}');
    } else text += scalar(each);
  };
  const writeAll = <T>(open: string, items: Iterable<T>, writeOne: (item: T) => void, close: string) => {
    text += open;
    let isFirst = true;
    for (const item of items) {
      if (text.length > most) return;
      if (!isFirst) text += ',';
      isFirst = false;
      writeOne(item);
    }
    text += close;
  };
  write(value);
  return text;
}

function scalar(value: null | boolean | string | bigint | number): string {
  // A number of a client is a double.
  return JSON.stringify(typeof value === 'bigint' ? Number(value) : value);
}
