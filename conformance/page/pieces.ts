import type { WireValue } from '#spec/operations.ts';
import type { PageElement } from './parse.ts';
import { isBlock, roleOf } from './roles.ts';
import { isHidden } from './visible.ts';

/** A part of a line: plain text, or text that is marked as something. */
export type Piece =
  | { readonly kind: 'plain' | 'code' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly link: PageElement };

/** The piece that an element is by itself; undefined where it is none. */
export function pieceOf(element: PageElement): Piece | undefined {
  const role = roleOf(element);
  if (role === 'link') return { kind: role, text: rawPiece(element), link: element };
  return role === 'code' || role === 'strong' || role === 'emphasis'
    ? { kind: role, text: rawPiece(element) }
    : undefined;
}

/** Of a mark inside a mark only the text is told. */
function rawPiece(element: PageElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : isHidden(child) ? '' : rawPiece(child)))
    .join('');
}

/** Everything in an element as one line. */
export function piecesIn(element: PageElement): readonly Piece[] {
  return element.children.flatMap((child): readonly Piece[] => {
    if (typeof child === 'string') return [{ kind: 'plain', text: child }];
    if (isHidden(child)) return [];
    if (child.tag === 'br') return [blank];
    const piece = pieceOf(child);
    if (piece !== undefined) return [piece];
    return isBlock(child) ? [blank, ...piecesIn(child), blank] : piecesIn(child);
  });
}

const blank: Piece = { kind: 'plain', text: ' ' };

/** What a line says: white space as one blank and none at its ends, neighbours of one kind of text together. */
export function lineOf(pieces: readonly Piece[]): readonly WireValue[] {
  const line: Piece[] = [];
  let endsInBlank = true;
  for (const piece of pieces) {
    const spaced = piece.text.replace(/[\t\n\f\r ]+/g, ' ');
    const text: string = endsInBlank && spaced.startsWith(' ') ? spaced.slice(1) : spaced;
    if (text === '') continue;
    endsInBlank = text.endsWith(' ');
    const last = line.at(-1);
    if (piece.kind === 'plain' && last?.kind === 'plain') {
      line.splice(-1, 1, { kind: 'plain', text: last.text + text });
    } else line.push({ ...piece, text });
  }
  const last = line.at(-1);
  if (last !== undefined && endsInBlank) line.splice(-1, 1, { ...last, text: last.text.slice(0, -1) });
  return line.filter(({ text }) => text !== '').map(shown);
}

function shown(piece: Piece): WireValue {
  if (piece.kind === 'plain') return piece.text;
  return piece.kind === 'link' ? { link: piece.text, ...whereTo(piece.link) } : { [piece.kind]: piece.text };
}

/** Some page of a console; what stays on it is told as a path. */
const aPage = 'https://console.invalid';

function whereTo({ attributes }: PageElement): { readonly [name: string]: WireValue } {
  const href = attributes.get('href') ?? '';
  const url = URL.canParse(href, aPage) ? new URL(href, aPage) : undefined;
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/[\t\n\f\r ]+/);
  return {
    to: url === undefined ? href : url.origin === aPage ? url.href.slice(aPage.length) : url.href,
    apart: ['noreferrer', 'noopener'].every((token) => rel.includes(token)),
    target: (attributes.get('target') ?? '').toLowerCase(),
  };
}
