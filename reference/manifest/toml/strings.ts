import * as char from './characters.ts';
import type { Edit } from './edit.ts';

/** What stands behind the string that begins at `start`, or -1 where it has no end. */
export function skipString(bytes: Uint8Array, start: number): number {
  const quote = bytes[start];
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte === char.lineFeed) return -1;
    if (byte === char.backslash && quote === char.quotationMark) at++;
  }
  return -1;
}

/** As `skipString`, for a value: three quotes open a string of many lines. */
export function skipStringValue(bytes: Uint8Array, start: number, edits: Edit[]): number {
  if (countQuotes(bytes, start, bytes[start]) < 3) return skipString(bytes, start);
  return bytes[start] === char.quotationMark
    ? skipBasicLines(bytes, start + 3, edits)
    : skipLiteralLines(bytes, start + 3);
}

function skipLiteralLines(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length) {
    const quotes = countQuotes(bytes, at, char.apostrophe);
    if (quotes >= 3) return at + quotes;
    at += quotes + 1;
  }
  return -1;
}

function skipBasicLines(bytes: Uint8Array, start: number, edits: Edit[]): number {
  let at = start;
  while (at < bytes.length) {
    const quotes = countQuotes(bytes, at, char.quotationMark);
    if (quotes >= 3) return at + quotes;
    at += quotes;
    if (bytes[at] !== char.backslash) {
      at++;
      continue;
    }
    const next = skipEscapedLineEnd(bytes, at + 1);
    if (next === -1) {
      at += 2;
      continue;
    }
    at = next;
    // smol-toml 1.9 loses the quotes between an escaped line end and the closing three, unless they are escaped.
    const own = countQuotes(bytes, at, char.quotationMark) - 3;
    if (own > 0) edits.push({ start: at, end: at + own, text: '\\"'.repeat(own) });
  }
  return -1;
}

/** Up to five: the closing three, and one or two before them that belong to the string. */
function countQuotes(bytes: Uint8Array, start: number, quote: number | undefined): number {
  let count = 0;
  while (count < 5 && bytes[start + count] === quote) count++;
  return count;
}

/** The first byte of the next line that is not blank, or -1 where no line ends here. */
function skipEscapedLineEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  let hasLineEnd = false;
  for (; char.isBlank(bytes[at] ?? char.none); at++) hasLineEnd ||= bytes[at] === char.lineFeed;
  return hasLineEnd ? at : -1;
}
