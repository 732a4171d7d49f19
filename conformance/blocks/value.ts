/** A value in a line, and where it stands there. */
export interface LineValue {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const basic = /"(?:[^"\\]|\\(?:[btnfr"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}))*"/y;
const literal = /'[^']*'/y;
const date = /\d{4}-\d{2}-\d{2}/y;
const rest = /[ \t]*(?:#.*)?$/y;

/** Reads text in quotes, or a date, and nothing behind it but a comment. */
export function readValue(line: string, from: number): LineValue | undefined {
  const token = matchAt(basic, line, from) ?? matchAt(literal, line, from) ?? matchAt(date, line, from);
  if (token === undefined) return undefined;
  const to = from + token.length;
  if (matchAt(rest, line, to) === undefined) return undefined;
  const value = unquote(token);
  return value === undefined ? undefined : { value, from, to };
}

/** Text in quotes as `readValue` reads it; what is no Unicode becomes the replacement character. */
export function writeValue(value: string): string {
  return JSON.stringify(value.toWellFormed()).replaceAll('\u007f', '\\u007f');
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function matchAt(pattern: RegExp, line: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0];
}

function unquote(token: string): string | undefined {
  if (token.startsWith("'")) return token.slice(1, -1);
  if (!token.startsWith('"')) return isDate(token) ? token : undefined;
  let valid = true;
  const value = token.slice(1, -1).replace(/\\(?:u(.{4})|U(.{8})|(.))/g, (_, short, long, letter) => {
    if (letter !== undefined) return letters[letter] ?? letter;
    const point = Number.parseInt(short ?? long, 16);
    const isScalar = point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
    valid &&= isScalar;
    return isScalar ? String.fromCodePoint(point) : '';
  });
  return valid ? value : undefined;
}

const letters: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };
