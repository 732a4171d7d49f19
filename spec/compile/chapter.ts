import { areas } from '../areas.ts';
import { isBlock, looksLikeBlock, parseBlock } from './block.ts';
import type { Complaint, Place, Source } from './complaint.ts';
import { type Example, isExample, parseExample } from './example-marker.ts';
import { cutChapter, type Piece } from './pieces.ts';
import type { Requirement, Tombstone } from './requirement.ts';
import { withoutCode } from './words.ts';

export interface Chapter {
  readonly requirements: readonly Requirement[];
  readonly tombstones: readonly Tombstone[];
  readonly examples: readonly Example[];
  readonly complaints: readonly Complaint[];
}

export function parseChapter({ file, text }: Source): Chapter {
  const pieces = cutChapter(text);
  const parts = pieces.map((piece, index) => readPiece(piece, pieces[index + 1], file));
  return {
    requirements: parts.flatMap(({ requirements = [] }) => requirements),
    tombstones: parts.flatMap(({ tombstones = [] }) => tombstones),
    examples: parts.flatMap(({ examples = [] }) => examples),
    complaints: parts.flatMap(({ complaints = [] }) => complaints),
  };
}

function readPiece(piece: Piece, next: Piece | undefined, file: string): Partial<Chapter> {
  const place = { file, line: piece.line };
  switch (piece.kind) {
    case 'prose':
      return { complaints: normativeProse([piece.text], place) };
    case 'quote':
      return isBlock(piece.lines)
        ? readBlock(piece.lines, next, place)
        : { complaints: normativeProse(piece.lines, place) };
    case 'fence': {
      if (!piece.closed)
        return { complaints: [{ ...place, problem: 'the fenced block never ends', remedy: 'close it' }] };
      if (!isExample(piece.info)) return {};
      const example = parseExample({ ...place, ...piece });
      return 'problem' in example ? { complaints: [example] } : { examples: [example] };
    }
  }
}

function readBlock(lines: readonly string[], next: Piece | undefined, place: Place): Partial<Chapter> {
  const complaints: Complaint[] = [];
  if (next?.kind === 'prose' && next.text.trim() !== '') {
    const problem = 'Markdown takes this line for a part of the requirement above it';
    const remedy = 'begin it with >, or leave a blank line before it';
    complaints.push({ file: place.file, line: next.line, problem, remedy });
  }
  // A large area has more chapters than the one that is named like it: `runtime.md`, `runtime-runner.md`.
  const area = areas.find((name) => new RegExp(`/${name}(?:-\\w+)?\\.md$`).test(place.file));
  if (area === undefined) {
    const problem = 'this chapter belongs to no area, so a requirement has none either';
    const remedy = `move the block to one of the chapters ${areas.join(', ')}`;
    return { complaints: [...complaints, { ...place, problem, remedy }] };
  }
  const block = parseBlock(lines, place, area);
  switch (block.kind) {
    case 'requirement':
      return { requirements: [block.requirement], complaints };
    case 'tombstone':
      return { tombstones: [block.tombstone], complaints };
    case 'malformed':
      return { complaints: [...complaints, ...block.complaints] };
  }
}

/** What stands outside the blocks is explanation: nobody would confirm or prove a MUST that stood there. */
function normativeProse(lines: readonly string[], { file, line }: Place): readonly Complaint[] {
  return lines.flatMap((text, index) => {
    const place = { file, line: line + index };
    const words = withoutCode(text);
    const word = /\b(?:MUST|SHALL|SHOULD|MAY)\b/.exec(words)?.[0];
    if (looksLikeBlock(words)) {
      const problem = 'this looks like a requirement and is none';
      return [{ ...place, problem, remedy: 'begin a quote with it, at the margin: > **ID** · …' }];
    }
    if (word === undefined) return [];
    const problem = `a ${word} outside a requirement block`;
    return [{ ...place, problem, remedy: 'give it a block, or say it in other words' }];
  });
}
