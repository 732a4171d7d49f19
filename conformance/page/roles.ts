import type { PageElement } from './parse.ts';

/** What the suite tells apart; whatever else an element may be, it is passed through. */
const known = [
  ...['region', 'complementary', 'article', 'heading', 'paragraph', 'list', 'listitem', 'table', 'row'],
  ...['columnheader', 'rowheader', 'cell', 'caption', 'form', 'button', 'link', 'code', 'strong', 'emphasis'],
  ...['textbox', 'spinbutton', 'choice', 'checkbox', 'option', 'radio', 'image', 'label', 'none'],
] as const;
export type Role = (typeof known)[number];

const written: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...known.filter((role) => role !== 'label' && role !== 'choice').map((role) => [role, role] as const),
  ...(['grid', 'treegrid'] as const).map((role) => [role, 'table'] as const),
  ...(['gridcell'] as const).map((role) => [role, 'cell'] as const),
  ...(['img', 'graphics-document'] as const).map((role) => [role, 'image'] as const),
  ...(['listbox', 'combobox', 'radiogroup'] as const).map((role) => [role, 'choice'] as const),
  ...(['switch'] as const).map((role) => [role, 'checkbox'] as const),
  ...(['presentation', 'generic', 'group'] as const).map((role) => [role, 'none'] as const),
]);

const implied: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['aside', 'complementary'],
  ['article', 'article'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'heading'] as const),
  ['p', 'paragraph'],
  ['ul', 'list'],
  ['ol', 'list'],
  ['li', 'listitem'],
  ['table', 'table'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['caption', 'caption'],
  ['form', 'form'],
  ['button', 'button'],
  ['code', 'code'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['em', 'emphasis'],
  ['i', 'emphasis'],
  ['textarea', 'textbox'],
  ['select', 'choice'],
  ['option', 'option'],
  ['label', 'label'],
]);

export function roleOf(element: PageElement): Role | undefined {
  const { tag, isForeign, attributes } = element;
  for (const role of (attributes.get('role') ?? '').toLowerCase().split(/\s+/)) {
    const given = written.get(role);
    if (given !== undefined) return given;
  }
  if (isForeign) return tag === 'a' && attributes.has('href') ? 'link' : undefined;
  if (tag === 'section') return hasName(element) ? 'region' : undefined;
  if (tag === 'a') return attributes.has('href') ? 'link' : undefined;
  if (tag === 'input') return roleOfInput(attributes);
  return implied.get(tag);
}

function hasName({ attributes }: PageElement): boolean {
  return ['aria-label', 'aria-labelledby', 'title'].some((name) => (attributes.get(name) ?? '').trim() !== '');
}

function roleOfInput(attributes: ReadonlyMap<string, string>): Role {
  switch ((attributes.get('type') ?? 'text').toLowerCase()) {
    case 'hidden':
      return 'none';
    case 'checkbox':
      return 'checkbox';
    case 'radio':
      return 'radio';
    case 'number':
      return 'spinbutton';
    case 'submit':
    case 'button':
    case 'reset':
    case 'image':
      return 'button';
    default:
      return ['numeric', 'decimal'].includes(attributes.get('inputmode') ?? '') ? 'spinbutton' : 'textbox';
  }
}

/** Elements that HTML shows as blocks. */
const blocks: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'div', 'dl'],
  ...[
    'dt',
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hgroup',
  ],
  ...['hr', 'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section', 'summary', 'table'],
  ...['tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

const ofLines: readonly (Role | undefined)[] = ['link', 'code', 'strong', 'emphasis', 'label', 'none', undefined];

/** Whether text before the element, in it and behind it are three texts. */
export function isBlock(element: PageElement): boolean {
  return blocks.has(element.tag) || !ofLines.includes(roleOf(element));
}
