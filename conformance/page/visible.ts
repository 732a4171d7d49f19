import type { PageElement, PageNode } from './parse.ts';

const unseen: ReadonlySet<string> = new Set(['head', 'template', 'noscript', 'script', 'style', 'title', 'datalist']);

/** Whether nobody sees the element, or whoever listens to the page does not hear it. */
export function isHidden({ tag, isForeign, attributes }: PageElement): boolean {
  if (unseen.has(tag) && !isForeign) return true;
  if (isForeign && ['title', 'desc', 'style', 'defs'].includes(tag)) return true;
  if (attributes.has('hidden') || attributes.get('aria-hidden') === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(attributes.get('style') ?? '');
}

/** The element and what is in it, hidden or not, in the order of the page. */
export function* elementsIn(root: PageElement): Generator<PageElement> {
  const rest: PageElement[] = [root];
  for (let element = rest.pop(); element !== undefined; element = rest.pop()) {
    yield element;
    rest.push(...element.children.filter(isElement).reverse());
  }
}

/** The first elements on each way down that fit; what is inside them is not looked at, nor what is hidden. */
export function outermost(root: PageElement, fits: (element: PageElement) => boolean): readonly PageElement[] {
  return root.children.flatMap((child) => {
    if (typeof child === 'string' || isHidden(child)) return [];
    return fits(child) ? [child] : outermost(child, fits);
  });
}

export function isElement(node: PageNode): node is PageElement {
  return typeof node !== 'string';
}

/** White space in a row is one blank, and none at the ends. */
export function collapsed(text: string): string {
  return text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');
}
