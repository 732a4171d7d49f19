import { isJsonArray, isJsonObject, type Json } from './value.ts';

/** One line without spaces. */
export function encodeJson(value: Json): string {
  return encode(value, compact);
}

/** Two spaces for each level, one member a line, no final newline; an empty container stays on its line. */
export function encodePrettyJson(value: Json): string {
  return encode(value, pretty);
}

interface Layout {
  readonly colon: string;
  newline(depth: number): string;
}

const compact: Layout = { colon: ':', newline: () => '' };
const pretty: Layout = { colon: ': ', newline: (depth) => `\n${'  '.repeat(depth)}` };

interface OpenContainer {
  readonly rest: Iterator<readonly [key: string | number, value: Json]>;
  readonly close: '}' | ']';
  separator: '' | ',';
}

/** Keeps the open containers in a list of its own, because a value made by a program may be deeper than any stack. */
function encode(root: Json, layout: Layout): string {
  const open: OpenContainer[] = [];
  let out = '';
  const begin = (value: Json) => {
    if (isJsonObject(value)) {
      out += '{';
      open.push({ rest: value.entries(), close: '}', separator: '' });
    } else if (isJsonArray(value)) {
      out += '[';
      open.push({ rest: value.entries(), close: ']', separator: '' });
    } else {
      out += encodeScalar(value);
    }
  };

  begin(root);
  for (let container = open.at(-1); container !== undefined; container = open.at(-1)) {
    const next = container.rest.next();
    if (next.done) {
      open.pop();
      if (container.separator !== '') out += layout.newline(open.length);
      out += container.close;
      continue;
    }
    const [key, value] = next.value;
    out += container.separator + layout.newline(open.length);
    container.separator = ',';
    if (typeof key === 'string') out += JSON.stringify(key) + layout.colon;
    begin(value);
  }
  return out;
}

function encodeScalar(value: null | boolean | string | bigint | number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return typeof value === 'number' ? encodeDouble(value) : String(value);
}

/** The fewest digits that read back as the same double, never in the form of an integer; JSON has no infinities. */
function encodeDouble(value: number): string {
  if (!Number.isFinite(value)) return 'null';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-5 || size >= 1e16)) return value.toExponential();
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
}
