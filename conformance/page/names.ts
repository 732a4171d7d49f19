import type { PageElement } from './parse.ts';
import { isBlock, roleOf } from './roles.ts';
import { collapsed, elementsIn, isHidden } from './visible.ts';

/** Finds what names an element from elsewhere in the page. */
export interface PageIndex {
  readonly byId: ReadonlyMap<string, PageElement>;
  readonly labels: ReadonlyMap<PageElement, readonly PageElement[]>;
}

const labelable: ReadonlySet<string> = new Set([
  'input',
  'select',
  'textarea',
  'button',
  'meter',
  'output',
  'progress',
]);

export function indexPage(root: PageElement): PageIndex {
  const byId = new Map<string, PageElement>();
  const all = [...elementsIn(root)];
  for (const element of all) {
    const id = element.attributes.get('id');
    // Of several elements with one id a browser takes the first.
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  const labels = new Map<PageElement, PageElement[]>();
  for (const label of all.filter(({ tag }) => tag === 'label')) {
    const id = label.attributes.get('for');
    const control = id === undefined ? [...elementsIn(label)].find(({ tag }) => labelable.has(tag)) : byId.get(id);
    if (control === undefined) continue;
    const others = labels.get(control);
    if (others === undefined) labels.set(control, [label]);
    else others.push(label);
  }
  return { byId, labels };
}

export function nameOf(element: PageElement, index: PageIndex): string {
  const { attributes } = element;
  const referred = textsOf(attributes.get('aria-labelledby'), index);
  if (referred !== '') return referred;
  const given = collapsed(attributes.get('aria-label') ?? '');
  return given === '' ? ownName(element, index) || collapsed(attributes.get('title') ?? '') : given;
}

function ownName(element: PageElement, index: PageIndex): string {
  const labels = index.labels.get(element);
  if (labels !== undefined) return collapsed(labels.map((label) => textOf(label)).join(' '));
  const role = roleOf(element);
  if (element.tag === 'input') return role === 'button' ? collapsed(element.attributes.get('value') ?? '') : '';
  if (role === 'button' || role === 'link' || role === 'option' || role === 'checkbox' || role === 'radio') {
    return textOf(element);
  }
  const naming = element.children.find(
    (child) => typeof child !== 'string' && ['caption', 'legend', 'title'].includes(child.tag),
  );
  return naming === undefined || typeof naming === 'string' ? '' : textOf(naming);
}

export function descriptionOf({ attributes }: PageElement, index: PageIndex): string {
  return textsOf(attributes.get('aria-describedby'), index) || collapsed(attributes.get('aria-description') ?? '');
}

function textsOf(ids: string | undefined, { byId }: PageIndex): string {
  const named = (ids ?? '').split(/[\t\n\f\r ]+/, most);
  const elements = named.flatMap((id) => byId.get(id) ?? []);
  return collapsed(elements.map((element) => textOf(element).slice(0, longest)).join(' '));
}

/** A page comes from a subject, and must not make the suite read one text a thousand times. */
const most = 16;
const longest = 4096;
const texts = new WeakMap<PageElement, string>();

/** The text in an element; what is in a control is the control's. */
export function textOf(element: PageElement): string {
  const known = texts.get(element);
  if (known !== undefined) return known;
  const text = collapsed(rawText(element));
  texts.set(element, text);
  return text;
}

const ofControls: ReadonlySet<string> = new Set(['select', 'textarea', 'input']);

function rawText(element: PageElement): string {
  const inner = element.children.map((child) => {
    if (typeof child === 'string') return child;
    if (isHidden(child) || ofControls.has(child.tag)) return '';
    return child.tag === 'br' ? ' ' : rawText(child);
  });
  const text = inner.join('');
  return isBlock(element) ? ` ${text} ` : text;
}
