/**
 * The elements of a page and the attributes of each: there are no others. None of them runs anything, fetches anything
 * or sends anything, and none of the attributes but `href` holds a URL (A2R-SAFE).
 */
export const vocabulary = {
  section: ['aria-label', 'data-surface'],
  aside: ['aria-label'],
  article: ['data-component-id', 'data-component-type'],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  p: ['id', 'data-tone', 'data-error'],
  code: [],
  strong: [],
  em: [],
  a: ['href', 'rel', 'target'],
  ul: [],
  ol: [],
  li: [],
  dl: [],
  dt: [],
  dd: [],
  table: ['aria-label'],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope'],
  td: ['colspan'],
  figure: [],
  figcaption: [],
  svg: ['role', 'aria-label', 'viewBox', 'width', 'height'],
  rect: ['x', 'y', 'width', 'height'],
  polyline: ['points', 'fill', 'stroke'],
  form: ['aria-label'],
  div: [],
  label: ['for'],
  input: [
    ...['id', 'type', 'value', 'placeholder', 'required', 'checked', 'min', 'max', 'step'],
    ...['aria-describedby', 'aria-invalid'],
  ],
  select: ['id', 'required', 'aria-describedby', 'aria-invalid'],
  option: ['value', 'selected'],
  button: ['type'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Vocabulary = typeof vocabulary;
export type Tag = keyof Vocabulary;

export interface Element {
  readonly tag: Tag;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly HtmlNode[];
}

/** A string is text, whatever it looks like. */
export type HtmlNode = Element | string;

type Attributes<T extends Tag> = { readonly [A in Vocabulary[T][number]]?: string | number | boolean | undefined };

/** An attribute that is true is there without a value, and one that is false or undefined is not there. */
export function element<T extends Tag>(tag: T, attributes: Attributes<T>, children: readonly HtmlNode[] = []): Element {
  const given = Object.entries<string | number | boolean | undefined>(attributes).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return [[name, value === true ? '' : String(value)] as const];
  });
  return { tag, attributes: new Map(given), children };
}
