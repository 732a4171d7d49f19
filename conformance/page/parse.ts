import { type DefaultTreeAdapterMap, parse } from 'parse5';

/** An element as a browser has it once the page is there; a template holds its content. */
export interface PageElement {
  readonly tag: string;
  /** Of SVG or MathML. */
  readonly isForeign: boolean;
  /** By their names in lower case and without a prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly PageNode[];
}

/** A string is text. */
export type PageNode = PageElement | string;

/** Nobody writes a page that is deeper than this by mistake, and whoever reads one goes no deeper. */
const deepest = 400;

/** The one door to the HTML parser. Undefined where the page is too deep to be read. */
export function parsePage(html: string): PageElement | undefined {
  // Scripts are switched on, as in a browser, so what a `noscript` holds is text.
  const document = parse(html, { scriptingEnabled: true });
  return isTooDeep(document) ? undefined : toElement('#document', document);
}

type Parsed = DefaultTreeAdapterMap['node'];
type Parent = DefaultTreeAdapterMap['parentNode'];

function contentOf(node: Parsed): readonly Parsed[] {
  const inner: readonly Parsed[] = 'childNodes' in node ? node.childNodes : [];
  return 'content' in node ? [...inner, ...node.content.childNodes] : inner;
}

function isTooDeep(document: Parsed): boolean {
  let level: readonly Parsed[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap(contentOf);
  }
  return false;
}

function toElement(tag: string, parent: Parent | DefaultTreeAdapterMap['element']): PageElement {
  const attributes = 'attrs' in parent ? parent.attrs : [];
  return {
    tag: tag.toLowerCase(),
    isForeign: 'namespaceURI' in parent && parent.namespaceURI !== 'http://www.w3.org/1999/xhtml',
    attributes: new Map(attributes.map(({ name, value }) => [name.toLowerCase(), value])),
    children: childrenOf(parent),
  };
}

/** Texts with nothing but a comment between them are one. */
function childrenOf(parent: Parsed): readonly PageNode[] {
  const children: PageNode[] = [];
  for (const node of contentOf(parent)) {
    const last = children.at(-1);
    if ('tagName' in node) children.push(toElement(node.tagName, node));
    else if ('value' in node)
      children.splice(typeof last === 'string' ? -1 : children.length, 1, joined(last, node.value));
  }
  return children;
}

function joined(last: PageNode | undefined, text: string): string {
  return typeof last === 'string' ? last + text : text;
}
