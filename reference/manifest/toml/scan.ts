import { datetimeKey, limits } from '#spec/constants.ts';
import { quote } from '#spec/failure/evidence.ts';
import type { ManifestFailure } from '#spec/failure/manifest.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import * as char from './characters.ts';
import { looksLikeDate, looksLikeDatetime, normaliseDatetime } from './datetime.ts';
import { DefinedTables } from './defined-tables.ts';
import type { Edit } from './edit.ts';
import { keySegments } from './key-segments.ts';
import { isReadable } from './number-range.ts';
import { hasMoreLines, lineOf, skipBareKey, skipBlank, skipComment, skipLiteral, skipSpace } from './skip.ts';
import { skipString, skipStringValue } from './strings.ts';

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** No shorter literal is out of range. */
const shortestOutOfRange = '1e309'.length;

/**
 * Walks once over a document and finds what the reader must not be handed as it stands: what it would read without a
 * limit, what it reads wrongly, and what it would not keep. Whatever else is wrong is left to the reader, as long as
 * both see the same keys, strings and brackets; where this walk loses its way, the document is refused.
 */
export function scanToml(bytes: Buffer): Result<readonly Edit[]> {
  const scanner = new Scanner(bytes);
  const failure = scanner.document();
  return failure === undefined ? ok(scanner.edits) : fail(failure);
}

/** What one step of the walk answers: nothing, or the reason to stop. */
type Step = ManifestFailure | undefined;

class Scanner {
  readonly edits: Edit[] = [];
  private readonly bytes: Buffer;
  private at = 0;
  private keysAndValues = 0;
  /** Only kept from the first array on that makes a table within a table: before, the reader remembers its headers. */
  private defined: DefinedTables | undefined;
  /** How many segments the last key or header has. */
  private segments = 0;
  private headerStart = 0;
  private headerEnd = 0;
  private keyStart = 0;
  private keyEnd = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  document(): Step {
    if (hasMoreLines(this.bytes, limits.manifestLines)) return this.tooLarge(limits.manifestLines, 'lines');
    // MAN-TOML-BOM: one is skipped; a second one is no letter of a key.
    if (byteOrderMark.every((byte, index) => this.bytes[index] === byte)) this.at += byteOrderMark.length;
    let depth = 0;
    for (this.skipBlank(); this.at < this.bytes.length; this.skipBlank()) {
      const isHeader = this.byte() === char.openBracket;
      const failure = (isHeader ? this.tableHeader() : this.statement(depth)) ?? this.lineEnd();
      if (failure !== undefined) return failure;
      if (isHeader) depth = this.segments;
    }
    return undefined;
  }

  private tableHeader(): Step {
    const brackets = this.bytes[this.at + 1] === char.openBracket ? 2 : 1;
    this.at += brackets;
    this.headerStart = this.at;
    const failure = this.keyPath();
    if (failure !== undefined) return failure;
    this.headerEnd = this.at;
    for (let i = 0; i < brackets; i++, this.at++) {
      if (this.byte() !== char.closeBracket) return this.syntax('a table header does not end');
    }
    if (brackets === 2 && this.segments > 2) this.defined ??= new DefinedTables();
    const segments = this.defined && keySegments(this.slice(this.headerStart, this.headerEnd));
    if (segments !== undefined) this.defined?.enter(segments, brackets === 2);
    return undefined;
  }

  private statement(depth: number): Step {
    this.keyStart = this.at;
    const failure = this.keyPath();
    if (failure !== undefined) return failure;
    this.keyEnd = this.at;
    const isDotted = this.defined !== undefined && this.segments > 1;
    const segments = isDotted ? keySegments(this.slice(this.keyStart, this.keyEnd)) : undefined;
    if (segments !== undefined && this.defined?.isReopenedBy(segments)) {
      return this.syntax('a dotted key adds to a table that has its own header');
    }
    return this.valueOfKey(depth, 0);
  }

  /** Ends behind the white space that follows the last segment. */
  private keyPath(): Step {
    this.segments = 0;
    for (;;) {
      this.skipSpace();
      const failure = this.keySegment();
      if (failure !== undefined) return failure;
      // MAN-DEPTH, for keys and headers.
      if (++this.segments > limits.tomlDepth) return this.tooDeep(limits.tomlDepth);
      this.skipSpace();
      if (this.byte() !== char.dot) return this.count(this.segments);
      this.at++;
    }
  }

  private keySegment(): Step {
    const first = this.byte();
    if (first === char.quotationMark || first === char.apostrophe) return this.goTo(skipString(this.bytes, this.at));
    const end = skipBareKey(this.bytes, this.at);
    if (end === this.at) return this.syntax('a key is missing, or holds a character that must stand in quotes');
    this.at = end;
    return undefined;
  }

  private valueOfKey(depth: number, nesting: number): Step {
    if (this.byte() !== char.equals) return this.syntax('a key is followed by something else than an equals sign');
    this.at++;
    this.skipSpace();
    return this.value(depth + this.segments, nesting);
  }

  private value(depth: number, nesting: number): Step {
    if (depth > limits.manifestTreeDepth) return this.tooLarge(limits.manifestTreeDepth, 'levels in all');
    const failure = this.count(1);
    if (failure !== undefined) return failure;
    switch (this.byte()) {
      case char.quotationMark:
      case char.apostrophe:
        return this.goTo(skipStringValue(this.bytes, this.at, this.edits));
      case char.openBracket:
        return this.array(depth, nesting + 1);
      case char.openBrace:
        return this.inlineTable(depth, nesting + 1);
      default:
        return this.scalar();
    }
  }

  private array(depth: number, nesting: number): Step {
    let failure = this.enter(nesting);
    while (failure === undefined && !this.leave(char.closeBracket)) {
      failure = this.value(depth + 1, nesting) ?? this.separator(char.closeBracket);
    }
    return failure;
  }

  private inlineTable(depth: number, nesting: number): Step {
    let failure = this.enter(nesting);
    while (failure === undefined && !this.leave(char.closeBrace)) {
      failure = this.keyPath() ?? this.valueOfKey(depth, nesting) ?? this.separator(char.closeBrace);
    }
    return failure;
  }

  private enter(nesting: number): Step {
    // MAN-DEPTH, for values.
    if (nesting > limits.tomlDepth) return this.tooDeep(limits.tomlDepth);
    this.at++;
    return undefined;
  }

  private leave(close: number): boolean {
    this.skipBlank();
    if (this.byte() !== close) return false;
    this.at++;
    return true;
  }

  private separator(close: number): Step {
    this.skipBlank();
    if (this.byte() === char.comma) this.at++;
    else if (this.byte() !== close) return this.syntax('an array or inline table lacks a comma or its end');
    return undefined;
  }

  private scalar(): Step {
    const { bytes, at: start } = this;
    const first = this.byte();
    this.at = skipLiteral(bytes, start);
    if (this.at === start) return this.syntax('a value is missing');
    const isDigit = char.isDigit(first);
    const hasMark = bytes[start + 2] === char.colon || bytes[start + 4] === char.minus;
    if (isDigit && hasMark && looksLikeDatetime(this.slice(start, this.at))) return this.datetime(start);
    const isNumber = isDigit || first === char.plus || first === char.minus;
    if (!isNumber || this.at - start < shortestOutOfRange) return undefined;
    const literal = this.slice(start, this.at);
    return isReadable(literal) ? undefined : { code: 'manifest.number-range', path: this.place(), literal };
  }

  /** MAN-FREE-DATETIME: the reader would check it loosely and cut it to milliseconds, so it gets a table instead. */
  private datetime(start: number): Step {
    const mayHaveTime = this.byte() === char.space && char.isDigit(this.bytes[this.at + 1] ?? char.none);
    if (mayHaveTime && looksLikeDate(this.slice(start, this.at))) this.at = skipLiteral(this.bytes, this.at + 1);
    const literal = this.slice(start, this.at);
    const datetime = normaliseDatetime(literal);
    if (datetime === undefined) return this.syntax(`${quote(literal)} is no date or time`);
    this.edits.push({ start, end: this.at, text: `{"${datetimeKey}"="${datetime}"}` });
    return undefined;
  }

  private lineEnd(): Step {
    this.skipSpace();
    if (this.byte() === char.hash) this.at = skipComment(this.bytes, this.at);
    const isEnd = this.at === this.bytes.length || char.isBlank(this.byte());
    return isEnd ? undefined : this.syntax('a key or table header shares its line with something else');
  }

  private byte(): number {
    return this.bytes[this.at] ?? char.none;
  }

  private skipSpace(): void {
    this.at = skipSpace(this.bytes, this.at);
  }

  private skipBlank(): void {
    this.at = skipBlank(this.bytes, this.at);
  }

  private goTo(end: number): Step {
    if (end === -1) return this.syntax('a string does not end');
    this.at = end;
    return undefined;
  }

  private count(more: number): Step {
    this.keysAndValues += more;
    const limit = limits.manifestKeysAndValues;
    return this.keysAndValues > limit ? this.tooLarge(limit, 'keys and values') : undefined;
  }

  private tooLarge(limit: number, unit: string): ManifestFailure {
    return { code: 'manifest.too-large', limit, unit };
  }

  private tooDeep(limit: number): ManifestFailure {
    return { code: 'manifest.too-deep', limit, line: lineOf(this.bytes, this.at) };
  }

  private syntax(detail: string): ManifestFailure {
    return { code: 'manifest.toml-syntax', detail, line: lineOf(this.bytes, this.at) };
  }

  /** The key of the statement that the walk is in, as it is written. */
  private place(): string {
    const header = this.slice(this.headerStart, this.headerEnd);
    const key = this.slice(this.keyStart, this.keyEnd);
    const path = (header === '' ? key : `${header}.${key}`).replace(/[ \t]/g, '');
    return /^[\w.-]{1,200}$/.test(path) ? path : quote(path);
  }

  private slice(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }
}
