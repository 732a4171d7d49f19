import type { WireValue } from '../operations.ts';
import type { Json } from './value.ts';

/** One line without spaces. */
export function encodeJson(value: Json): string {
  return encodeCompact(value, noBytes);
}

/** Two spaces for each level, one member a line, no final newline; an empty container stays on its line. */
export function encodePrettyJson(value: Json): string {
  return encode(value, pretty);
}

/** One line without spaces, in which bytes have the text that `encodeBytes` gives them. */
export function encodeWith(value: WireValue, encodeBytes: EncodeBytes): string {
  return encodeCompact(value, encodeBytes);
}

type EncodeBytes = (bytes: Uint8Array) => string;

const fastLevels = 64;

/** Recursion is faster and a list of open containers goes deeper, so the first levels have the one and all below the other. */
function encodeCompact(value: WireValue, encodeBytes: EncodeBytes, levels = fastLevels): string {
  if (typeof value !== 'object' || value === null) return encodeScalar(value);
  if (value instanceof Uint8Array) return encodeBytes(value);
  if (levels === 0) return encode(value, compact, encodeBytes);
  let out = '';
  if (isList(value)) {
    for (const item of value) out += (out && ',') + encodeCompact(item, encodeBytes, levels - 1);
    return `[${out}]`;
  }
  const entries = value instanceof Map ? value : Object.entries(value);
  for (const [key, member] of entries) {
    out += `${out && ','}${JSON.stringify(key)}:${encodeCompact(member, encodeBytes, levels - 1)}`;
  }
  return `{${out}}`;
}

interface Layout {
  readonly colon: string;
  newline(depth: number): string;
}

const compact: Layout = { colon: ':', newline: () => '' };
const pretty: Layout = { colon: ': ', newline: (depth) => `\n${'  '.repeat(depth)}` };

interface OpenContainer {
  readonly rest: Iterator<readonly [key: string | number, value: WireValue]>;
  readonly close: '}' | ']';
  separator: '' | ',';
}

/** Keeps the open containers in a list of its own, because a value made by a program may be deeper than any stack. */
function encode(root: WireValue, layout: Layout, encodeBytes: EncodeBytes = noBytes): string {
  const open: OpenContainer[] = [];
  let out = '';
  const begin = (value: WireValue) => {
    if (typeof value !== 'object' || value === null) {
      out += encodeScalar(value);
    } else if (isList(value)) {
      out += '[';
      open.push({ rest: value.entries(), close: ']', separator: '' });
    } else if (value instanceof Uint8Array) {
      out += encodeBytes(value);
    } else {
      out += '{';
      open.push({ rest: members(value), close: '}', separator: '' });
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

function members(value: WireObject): Iterator<readonly [string, WireValue]> {
  return value instanceof Map ? value.entries() : Object.entries(value).values();
}

type WireObject = Exclude<Extract<WireValue, object>, Uint8Array | readonly WireValue[]>;

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}

/** JSON holds no bytes, so nothing of it is ever left to this. */
function noBytes(): string {
  return 'null';
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
