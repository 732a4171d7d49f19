/** A piece of a script: a word, a string by its bytes, or a list, which also knows how it is written. */
export type Expression = Word | Text | List;

interface Word {
  readonly kind: 'word';
  readonly word: string;
}

interface Text {
  readonly kind: 'text';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Expression[];
  readonly source: string;
}

/** A blank, a comment up to its end of line, or one piece; a comment in parentheses may hold others and is counted out. */
const token = /[ \t\r\n]+|;;[^\r\n]*|\(;|[()]|"(?:[^"\\]|\\.)*"|[^\s"();]+|;/sy;

/**
 * The lists of a script, whose characters are its bytes. The suite is trusted: what it does not say is a fault of this
 * reader, so that it throws.
 */
export function parseScript(source: string): readonly List[] {
  const stack: { readonly start: number; readonly items: Expression[] }[] = [{ start: 0, items: [] }];
  const add = (expression: Expression) => stack.at(-1)?.items.push(expression);
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const start = token.lastIndex;
    const [piece] = token.exec(source) ?? [];
    if (piece === undefined) throw new SyntaxError(`There is no reading the script at ${start}.`);
    const first = piece[0];
    if (piece === '(;') token.lastIndex = endOfComment(source, start);
    else if (piece === '(') stack.push({ start, items: [] });
    else if (piece === ')') {
      const list = stack.pop();
      if (list === undefined) throw new SyntaxError(`Nothing is open at ${start}.`);
      // An annotation is no more than a comment.
      if (source[list.start + 1] === '@') continue;
      add({ kind: 'list', items: list.items, source: source.slice(list.start, token.lastIndex) });
    } else if (first === '"') add({ kind: 'text', bytes: bytesOf(piece.slice(1, -1)) });
    else if (piece.trim() !== '' && !piece.startsWith(';;')) add({ kind: 'word', word: piece });
  }
  const [top] = stack;
  if (top === undefined || stack.length > 1) throw new SyntaxError('A list is left open.');
  return top.items.filter((item) => item.kind === 'list');
}

function endOfComment(source: string, start: number): number {
  const edge = /\(;|;\)/g;
  edge.lastIndex = start;
  let depth = 0;
  do {
    const [found] = edge.exec(source) ?? [];
    if (found === undefined) throw new SyntaxError('A comment is left open.');
    depth += found === '(;' ? 1 : -1;
  } while (depth > 0);
  return edge.lastIndex;
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '"': '"', "'": "'", '\\': '\\' };

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = text.replace(/\\(?:u\{([0-9a-fA-F_]+)\}|([0-9a-fA-F]{2})|(.))/gs, (_, scalar, byte, letter) => {
    if (scalar !== undefined) {
      return Buffer.from(String.fromCodePoint(Number(`0x${scalar.replaceAll('_', '')}`))).toString('latin1');
    }
    if (byte !== undefined) return String.fromCharCode(Number(`0x${byte}`));
    const escaped = escapes[letter];
    if (escaped === undefined) throw new SyntaxError(`There is no escape ${letter}.`);
    return escaped;
  });
  return new Uint8Array(Buffer.from(plain, 'latin1'));
}
