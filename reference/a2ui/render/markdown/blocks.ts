import type { BlockNode, HeadingLevel, InlineNode } from '../tree.ts';
import { readInline } from './inline.ts';

type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string }
  | { readonly kind: 'item'; readonly ordered: boolean; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string };

/** A2R-MD-LINES: each line by itself, except that items in a row are one list. */
export function readMarkdown(source: string): readonly BlockNode[] {
  const blocks: BlockNode[] = [];
  let items: (readonly InlineNode[])[] = [];
  let before: Line = { kind: 'blank' };
  for (const text of source.replace(/\r\n?/g, '\n').split('\n')) {
    const line = readLine(text);
    if (line.kind === 'item') {
      if (before.kind !== 'item' || before.ordered !== line.ordered) {
        items = [];
        blocks.push({ role: 'list', ordered: line.ordered, items });
      }
      items.push(readInline(line.text));
    } else if (line.kind === 'heading') {
      blocks.push({ role: 'heading', level: line.level, content: readInline(line.text) });
    } else if (line.kind === 'paragraph') {
      blocks.push({ role: 'paragraph', tone: 'normal', content: readInline(line.text) });
    }
    before = line;
  }
  return blocks;
}

function readLine(line: string): Line {
  const paragraph = line.trimEnd();
  if (paragraph === '') return { kind: 'blank' };
  return readHeading(paragraph) ?? readItem(line) ?? { kind: 'paragraph', text: paragraph };
}

const levels: readonly HeadingLevel[] = [1, 2, 3, 4];

function readHeading(line: string): Line | undefined {
  const level = levels.find((each) => line[each] !== '#');
  if (level === undefined || !line.startsWith('#'.repeat(level))) return undefined;
  const text = contentOf(line.slice(level));
  return text === undefined ? undefined : { kind: 'heading', level, text };
}

function readItem(line: string): Line | undefined {
  const [marker, number] = /^(?:[-*]|(\d+)\.)/.exec(line.trimStart()) ?? [];
  if (marker === undefined) return undefined;
  const text = contentOf(line.trimStart().slice(marker.length));
  return text === undefined ? undefined : { kind: 'item', ordered: number !== undefined, text };
}

/** What follows white space behind a marker, up to the end of the line; of white space alone the last piece. */
function contentOf(rest: string): string | undefined {
  const content = rest.trimStart() === '' ? rest.slice(1).slice(-1) : rest.trimStart();
  const isApart = content !== '' && content.length < rest.length;
  return isApart && !/[\u2028\u2029]/.test(content) ? content.trimEnd() : undefined;
}
