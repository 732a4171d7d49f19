import type { WireValue } from '#spec/operations.ts';
import { type Control, readControl } from './controls.ts';
import { descriptionOf, nameOf, type PageIndex, textOf } from './names.ts';
import type { PageElement, PageNode } from './parse.ts';
import { lineOf, type Piece, pieceOf, piecesIn } from './pieces.ts';
import { isBlock, type Role, roleOf } from './roles.ts';
import { readTable } from './tables.ts';
import { collapsed, elementsIn, isHidden, outermost } from './visible.ts';

/** What a part of a page says, in several ways; a case asks for those that matter to it. */
export type Section = { readonly [name: string]: WireValue };

export function readSection(root: PageElement, index: PageIndex): Section {
  const reader = new SectionReader(index);
  for (const child of root.children) reader.read(child);
  return reader.told();
}

class SectionReader {
  readonly #index: PageIndex;
  readonly #blocks: WireValue[] = [];
  readonly #lists: WireValue[] = [];
  readonly #tables: WireValue[] = [];
  readonly #images: string[] = [];
  readonly #controls: Control[] = [];
  readonly #buttons: string[] = [];
  readonly #headings = new Set<string>();
  readonly #said = new Set<string>();
  /** What opens a choice, and the choices that are hidden behind it. */
  readonly #openers: { readonly at: number; readonly name: string; readonly description: string }[] = [];
  readonly #hiddenChoices: Control[] = [];
  #line: Piece[] = [];
  #isBare = true;

  constructor(index: PageIndex) {
    this.#index = index;
  }

  told(): Section {
    this.#endLine();
    for (const [n, { at, name, description }] of this.#openers.entries()) {
      const choice = this.#hiddenChoices[n] ?? { control: 'choice', name, description };
      const described = choice['description'] === '' ? { ...choice, description } : choice;
      this.#controls.splice(at + n, 0, described['name'] === '' ? { ...described, name } : described);
    }
    return {
      blocks: this.#blocks,
      lists: this.#lists,
      tables: this.#tables,
      images: this.#images,
      controls: this.#controls,
      buttons: this.#buttons,
      headings: membersOf(this.#headings),
      says: membersOf(this.#said),
      bare: this.#isBare,
    };
  }

  read(node: PageNode): void {
    if (typeof node === 'string') {
      this.#line.push({ kind: 'plain', text: node });
      this.#say(node);
    } else if (isHidden(node)) this.#readHidden(node);
    else this.#readElement(node);
  }

  #readElement(element: PageElement): void {
    const piece = pieceOf(element);
    if (piece !== undefined) {
      this.#line.push(piece);
      this.#say(piece.text);
      return;
    }
    if (element.tag === 'br') {
      this.#line.push({ kind: 'plain', text: ' ' });
      return;
    }
    const isApart = isBlock(element);
    if (isApart) this.#endLine();
    this.#readContent(element);
    if (isApart) this.#endLine();
  }

  #readContent(element: PageElement): void {
    const role = roleOf(element);
    switch (role) {
      case 'heading':
        this.#readHeading(element);
        return;
      case 'list':
        this.#readList(element);
        return;
      case 'table': {
        const { told, names } = readTable(element, this.#index);
        this.#tables.push(told);
        this.#blocks.push({ table: told });
        this.#sayAll(element, names);
        return;
      }
      case 'image':
        this.#images.push(nameOf(element, this.#index));
        this.#sayAll(element, noNames);
        return;
      case 'button':
        this.#readButton(element);
        return;
      case 'textbox':
      case 'spinbutton':
      case 'choice':
      case 'checkbox':
        this.#controls.push(readControl(element, role, this.#index));
        return;
      default:
        for (const child of element.children) this.read(child);
    }
  }

  #readHeading(element: PageElement): void {
    const level = Number(element.attributes.get('aria-level') ?? /^h([1-6])$/.exec(element.tag)?.[1] ?? 2);
    this.#blocks.push({ heading: BigInt(Math.trunc(level) || 2), line: lineOf(piecesIn(element)) });
    this.#headings.add(textOf(element));
    this.#sayAll(element, noNames);
  }

  #readList(element: PageElement): void {
    const items = outermost(element, (each) => roleOf(each) === 'listitem');
    for (const item of items) this.#sayAll(item, noNames);
    if (items.length === 0) return;
    const told = { ordered: element.tag === 'ol', items: items.map((item) => lineOf(piecesIn(item))) };
    this.#lists.push(told);
    this.#blocks.push({ list: told });
  }

  #readButton(element: PageElement): void {
    const name = nameOf(element, this.#index);
    if (element.attributes.get('aria-haspopup') !== 'listbox') this.#buttons.push(name);
    else this.#openers.push({ at: this.#controls.length, name, description: descriptionOf(element, this.#index) });
  }

  /** A choice behind a button is often one of HTML's own that is hidden. */
  #readHidden(element: PageElement): void {
    for (const each of elementsIn(element)) {
      if (each.tag === 'select') this.#hiddenChoices.push(readControl(each, 'choice', this.#index));
    }
  }

  #endLine(): void {
    const line = lineOf(this.#line);
    if (line.length > 0) {
      this.#blocks.push({ line });
      this.#say(this.#line.map(({ text }) => text).join(''));
    }
    this.#line = [];
  }

  #say(text: string): void {
    const said = collapsed(text);
    if (said === '') return;
    this.#said.add(said);
    this.#isBare = false;
  }

  /** The texts in an element, one by one, and together where they belong together; names say nothing of their own. */
  #sayAll(element: PageElement, names: ReadonlySet<PageElement>): void {
    if (names.has(element)) return;
    if (together.includes(roleOf(element))) this.#say(textOf(element));
    for (const child of element.children) {
      if (typeof child === 'string') this.#say(child);
      else if (!isHidden(child)) this.#sayAll(child, names);
    }
  }
}

/** As members, so that a case can ask for some of them, in whatever order they come. */
function membersOf(texts: ReadonlySet<string>): WireValue {
  return new Map([...texts].map((text) => [text, true]));
}

const together: readonly (Role | undefined)[] = ['heading', 'listitem', 'cell', 'rowheader', 'paragraph'];
const noNames: ReadonlySet<PageElement> = new Set();
