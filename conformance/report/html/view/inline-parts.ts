export interface InlinePart {
  readonly kind: 'text' | 'code' | 'keyword';
  readonly text: string;
}

/** A sentence of the specification: what stands between backticks is code, and the keyword is told apart. */
export function inlineParts(text: string): readonly InlinePart[] {
  const pieces = text.split(/(`[^`]+`|\b(?:MUST|SHOULD)(?: NOT)?\b|\bMAY\b)/);
  return pieces.flatMap((piece, index): readonly InlinePart[] => {
    if (piece === '') return [];
    if (index % 2 === 0) return [{ kind: 'text', text: piece }];
    return [piece.startsWith('`') ? { kind: 'code', text: piece.slice(1, -1) } : { kind: 'keyword', text: piece }];
  });
}
