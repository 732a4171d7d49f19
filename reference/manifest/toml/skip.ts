import * as char from './characters.ts';

// Each function answers where the thing that begins at `start` is over. The thing may have no bytes at all.

export function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === char.space || bytes[at] === char.tab) at++;
  return at;
}

/** White space, line ends and comments. */
export function skipBlank(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    while (char.isBlank(bytes[at] ?? char.none)) at++;
    if (bytes[at] !== char.hash) return at;
    at = skipComment(bytes, at);
  }
}

/** The line feed stays behind. */
export function skipComment(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== char.lineFeed) at++;
  return at;
}

export function skipBareKey(bytes: Uint8Array, start: number): number {
  let at = start;
  while (char.isBareKey(bytes[at] ?? char.none)) at++;
  return at;
}

/** A value without quotes. */
export function skipLiteral(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && !char.isDelimiter(bytes[at] ?? char.none)) at++;
  return at;
}

export function lineOf(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let at = 0; at < position; at++) {
    if (bytes[at] === char.lineFeed) line++;
  }
  return line;
}

/** Looks no further than it must. */
export function hasMoreLines(bytes: Uint8Array, most: number): boolean {
  let lines = 1;
  for (let at = bytes.indexOf(char.lineFeed); at !== -1; at = bytes.indexOf(char.lineFeed, at + 1)) {
    if (++lines > most) return true;
  }
  return false;
}
