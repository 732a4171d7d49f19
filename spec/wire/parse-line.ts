import { parseJson } from '../json/parse.ts';
import { isJsonObject, type JsonObject } from '../json/value.ts';
import { wireLimits } from '../protocol.ts';

export type LineParse =
  | {
      readonly ok: true;
      readonly message: JsonObject;
      /** The paths of keys that an object holds more than once. */
      readonly repeated: readonly (readonly string[])[];
    }
  | {
      readonly ok: false;
      readonly problem: 'not-utf8' | 'byte-order-mark' | 'not-json' | 'not-object';
      /** Nothing of the line itself, so it is short and harmless. */
      readonly detail: string;
    };

/** One line without its line feed. A carriage return before it is white space of JSON. */
export function parseLine(line: Uint8Array): LineParse {
  if (beginsWithMark(line)) return { ok: false, problem: 'byte-order-mark', detail: 'U+FEFF at byte 0' };
  const json = parseJson(line, wireLimits.depth);
  if (!json.ok) {
    const problem = json.problem.startsWith('not UTF-8') ? 'not-utf8' : 'not-json';
    return { ok: false, problem, detail: json.problem };
  }
  if (isJsonObject(json.value)) return { ok: true, message: json.value, repeated: json.repeated };
  return { ok: false, problem: 'not-object', detail: 'a JSON value that is not an object' };
}

function beginsWithMark(line: Uint8Array): boolean {
  return line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
}
