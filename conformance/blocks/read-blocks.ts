import { isUtf8 } from 'node:buffer';
import type { FileProblem } from './problem.ts';
import { type LineValue, readValue } from './value.ts';

/**
 * One entry of a file that people and programs write in turn. Such a file is the part of TOML that is comments, empty
 * lines, `[[header]]` and `key = "text"`: every entry has lines of its own, and a change touches no others.
 *
 * Lines are counted from 1.
 */
export interface Block {
  /** The first comment directly above the header, or the header itself. */
  readonly from: number;
  readonly header: number;
  /** The last line of the entry: a key, or a comment directly below it. */
  readonly to: number;
  readonly fields: ReadonlyMap<string, Field>;
}

export interface Field extends LineValue {
  readonly line: number;
}

export type BlocksRead =
  | { readonly ok: true; readonly blocks: readonly Block[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const mostBytes = 8 * 1024 * 1024;
const longestLine = 4096;
/** Of one file; whoever mends those will read it again. */
export const mostProblems = 50;

type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export function decodeFile(bytes: Uint8Array): Decoded {
  if (bytes.length > mostBytes) {
    return { ok: false, problems: [{ line: 1, problem: 'too large', limit: mostBytes }] };
  }
  if (isUtf8(bytes)) return { ok: true, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString() };
  return { ok: false, problems: [{ line: firstBrokenLine(bytes), problem: 'not UTF-8' }] };
}

export function readBlocks(text: string, header: string): BlocksRead {
  const reader = new BlockReader(header);
  const problems: FileProblem[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const problem = reader.line(withoutMarks(line, index === 0), index + 1);
    if (problem !== undefined) problems.push(problem);
    if (problems.length === mostProblems) break;
  }
  reader.endComments(lines.length + 1);
  return problems.length === 0 ? { ok: true, blocks: reader.blocks } : { ok: false, problems };
}

interface OpenBlock {
  readonly from: number;
  readonly header: number;
  to: number;
  readonly fields: Map<string, Field>;
}

const blank = /^[ \t]*$/;
const comment = /^[ \t]*#/;
const headerLine = /^[ \t]*\[\[[ \t]*([A-Za-z0-9_-]+)[ \t]*\]\][ \t]*(?:#.*)?$/;
const keyPart = /^[ \t]*([A-Za-z0-9_-]+)[ \t]*=[ \t]*/;
const control = /[\u0000-\u0008\u000a-\u001f\u007f]/;

class BlockReader {
  readonly blocks: OpenBlock[] = [];
  readonly #header: string;
  /** Where the comments begin that no empty line has ended yet. */
  #comments: number | undefined;

  constructor(header: string) {
    this.#header = header;
  }

  line(text: string, line: number): FileProblem | undefined {
    if (text.length > longestLine) return { line, problem: 'long line', limit: longestLine };
    if (control.test(text)) return { line, problem: 'control character' };
    if (text.trimStart().startsWith('[')) return this.#open(text, line);
    if (comment.test(text)) this.#comments ??= line;
    else if (blank.test(text)) this.endComments(line);
    else return this.#field(text, line);
    return undefined;
  }

  /** Comments that end with an empty line belong to the entry that they stand directly below, if to any. */
  endComments(line: number): void {
    const block = this.blocks.at(-1);
    if (this.#comments !== undefined && block?.to === this.#comments - 1) block.to = line - 1;
    this.#comments = undefined;
  }

  #open(text: string, line: number): FileProblem | undefined {
    const found = headerLine.exec(text)?.[1];
    const header = this.#header;
    if (found === undefined) return { line, problem: 'unreadable line', header };
    if (found !== header) return { line, problem: 'other header', found, header };
    this.blocks.push({ from: this.#comments ?? line, header: line, to: line, fields: new Map() });
    this.#comments = undefined;
    return undefined;
  }

  #field(text: string, line: number): FileProblem | undefined {
    this.#comments = undefined;
    const header = this.#header;
    const [before, key] = keyPart.exec(text) ?? [];
    if (before === undefined || key === undefined) return { line, problem: 'unreadable line', header };
    const block = this.blocks.at(-1);
    if (block === undefined) return { line, problem: 'key before a header', key, header };
    const value = readValue(text, before.length);
    if (value === undefined) return { line, problem: 'unreadable value', key };
    const first = block.fields.get(key);
    if (first !== undefined) return { line, problem: 'repeated key', key, first: first.line };
    block.fields.set(key, { ...value, line });
    block.to = line;
    return undefined;
  }
}

/** Without the byte order mark of a file and the carriage return of a line. */
function withoutMarks(line: string, isFirst: boolean): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  return isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
}

function firstBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; ; line++) {
    const end = bytes.indexOf(lineFeed, from);
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}

const lineFeed = 0x0a;
