/** The bytes that structure a document. All are ASCII, so none is part of a longer character of UTF-8. */
export const tab = 0x09;
export const lineFeed = 0x0a;
const carriageReturn = 0x0d;
export const space = 0x20;
export const quotationMark = 0x22;
export const hash = 0x23;
export const apostrophe = 0x27;
export const plus = 0x2b;
export const comma = 0x2c;
export const minus = 0x2d;
export const dot = 0x2e;
export const colon = 0x3a;
export const equals = 0x3d;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
const underscore = 0x5f;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

/** Stands for the byte behind the end of a document. */
export const none = -1;

/** What a key may hold without quotes. */
export function isBareKey(byte: number): boolean {
  const isLetter = (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
  return isLetter || isDigit(byte) || byte === underscore || byte === minus;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** What ends a value that stands without quotes, but for the end of the document. */
export function isDelimiter(byte: number): boolean {
  return isBlank(byte) || byte === comma || byte === closeBracket || byte === closeBrace || byte === hash;
}

/** White space and line ends. A CR counts wherever it stands: the reader finds the ones without a line feed. */
export function isBlank(byte: number): boolean {
  return byte === space || byte === lineFeed || byte === tab || byte === carriageReturn;
}
