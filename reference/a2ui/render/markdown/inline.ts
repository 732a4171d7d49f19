import { linkTarget } from '../link-policy.ts';
import type { InlineNode } from '../tree.ts';

/** A2R-MD-INLINE: one pass from left to right; what is inside a mark is taken as it is. */
export function readInline(line: string): readonly InlineNode[] {
  const marks = new Marks(line);
  const nodes: InlineNode[] = [];
  let plainFrom = 0;
  for (let at = 0; at < line.length; ) {
    const mark = marks.at(at);
    if (mark === undefined) {
      at++;
      continue;
    }
    if (at > plainFrom) nodes.push({ role: 'text', text: line.slice(plainFrom, at) });
    nodes.push(mark.node);
    at = mark.end;
    plainFrom = at;
  }
  if (plainFrom < line.length) nodes.push({ role: 'text', text: line.slice(plainFrom) });
  return nodes;
}

interface Mark {
  readonly node: InlineNode;
  readonly end: number;
}

/** Each search goes forward only, so the marks of a line cost no more than its length (A2R-MD-LINEAR). */
class Marks {
  readonly #line: string;
  readonly #afterCode: Search;
  readonly #afterStrong: Search;
  readonly #afterEmphasis: Search;
  readonly #afterLabel: Search;
  readonly #afterDestination: Search;

  constructor(line: string) {
    this.#line = line;
    this.#afterCode = forward(line, '`');
    this.#afterStrong = forward(line, '*');
    this.#afterEmphasis = forward(line, '*');
    this.#afterLabel = forward(line, ']');
    this.#afterDestination = forward(line, ')');
  }

  at(at: number): Mark | undefined {
    switch (this.#line[at]) {
      case '`':
        return this.#between('code', at + 1, this.#afterCode(at + 1), 1);
      case '*':
        return this.#strong(at) ?? this.#between('emphasis', at + 1, this.#afterEmphasis(at + 1), 1);
      case '[':
        return this.#link(at);
      default:
        return undefined;
    }
  }

  #between(role: 'code' | 'strong' | 'emphasis', from: number, to: number, closing: number): Mark | undefined {
    if (to <= from) return undefined;
    return { node: { role, text: this.#line.slice(from, to) }, end: to + closing };
  }

  #strong(at: number): Mark | undefined {
    if (this.#line[at + 1] !== '*') return undefined;
    const to = this.#afterStrong(at + 2);
    return this.#line[to + 1] === '*' ? this.#between('strong', at + 2, to, 2) : undefined;
  }

  #link(at: number): Mark | undefined {
    const label = this.#afterLabel(at + 1);
    if (label <= at + 1 || this.#line[label + 1] !== '(') return undefined;
    const close = this.#afterDestination(label + 2);
    if (close <= label + 2) return undefined;
    const text = this.#line.slice(at + 1, label);
    const href = linkTarget(this.#line.slice(label + 2, close));
    // A2R-LINKS: what may not be a link is its label, as text.
    return { node: href === undefined ? { role: 'text', text } : { role: 'link', text, href }, end: close + 1 };
  }
}

/** Where a character stands next, or -1; asked for places that only grow. */
type Search = (from: number) => number;

function forward(text: string, character: string): Search {
  let found = -2;
  return (from) => {
    if (found !== -1 && found < from) found = text.indexOf(character, from);
    return found;
  };
}
