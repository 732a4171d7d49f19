/** A chapter cut along the lines that matter here: block quotes, fenced code, and everything else line by line. */
export type Piece =
  | { readonly kind: 'quote'; readonly line: number; readonly lines: readonly string[] }
  | {
      readonly kind: 'fence';
      readonly line: number;
      readonly info: string;
      readonly indented: boolean;
      readonly closed: boolean;
      readonly lines: readonly string[];
    }
  | { readonly kind: 'prose'; readonly line: number; readonly text: string };

const opening = /^(?<indent> *)(?<ticks>`{3,}|~{3,})(?<info>[^`]*)$/;

export function cutChapter(text: string): readonly Piece[] {
  const lines = text.split(/\r?\n/);
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; ) {
    const piece = readFence(lines, at) ?? readQuote(lines, at) ?? prose(lines, at);
    pieces.push(piece.piece);
    at = piece.next;
  }
  return pieces;
}

interface Cut {
  readonly piece: Piece;
  readonly next: number;
}

function readFence(lines: readonly string[], at: number): Cut | null {
  const groups = opening.exec(lines[at] ?? '')?.groups;
  if (groups === undefined) return null;
  const { indent = '', ticks = '', info = '' } = groups;
  const end = lines.findIndex((line, index) => index > at && closes(line, ticks));
  const closed = end !== -1;
  const body = lines.slice(at + 1, closed ? end : lines.length);
  const piece = {
    kind: 'fence',
    line: at + 1,
    info: info.trim(),
    indented: indent !== '',
    closed,
    lines: body,
  } as const;
  return { piece, next: closed ? end + 1 : lines.length };
}

function closes(line: string, ticks: string): boolean {
  const text = line.trim();
  return text.startsWith(ticks) && text.split('').every((character) => character === ticks[0]);
}

function readQuote(lines: readonly string[], at: number): Cut | null {
  let next = at;
  while (lines[next]?.startsWith('>')) next++;
  if (next === at) return null;
  const quoted = lines.slice(at, next).map((line) => line.replace(/^> ?/, ''));
  return { piece: { kind: 'quote', line: at + 1, lines: quoted }, next };
}

function prose(lines: readonly string[], at: number): Cut {
  return { piece: { kind: 'prose', line: at + 1, text: lines[at] ?? '' }, next: at + 1 };
}
