import type { Shape } from '../view/shapes.ts';

export type Child = Node | string | false | undefined;
export type Attributes = Readonly<Record<string, string | boolean>>;

/** An element. Texts become text nodes: nothing on this page is ever parsed as markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.toggleAttribute(name, value !== false);
  for (const [name, value] of Object.entries(attributes))
    if (value) element.setAttribute(name, value === true ? '' : value);
  put(element, ...children);
  return element;
}

/** These and no other children. */
export function put(element: HTMLElement, ...children: readonly Child[]): void {
  element.replaceChildren(...children.filter((child) => child !== false && child !== undefined));
}

const svg = 'http://www.w3.org/2000/svg';

/** A verdict or status: its shape and, beside it, its word. */
export function tally(shape: Shape, text: string): HTMLElement {
  return h('span', { class: 'tally' }, icon(shape), text);
}

/** One of the drawings in the page's sheet. */
function icon(shape: Shape): SVGElement {
  const element = document.createElementNS(svg, 'svg');
  element.setAttribute('class', `icon is-${shape}`);
  element.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#i-${shape}`);
  element.append(use);
  return element;
}

export function on<K extends keyof HTMLElementEventMap, E extends HTMLElement>(
  element: E,
  type: K,
  handle: (event: HTMLElementEventMap[K]) => void,
): E {
  element.addEventListener(type, handle);
  return element;
}
