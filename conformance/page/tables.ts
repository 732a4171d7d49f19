import type { WireValue } from '#spec/operations.ts';
import { nameOf, type PageIndex, textOf } from './names.ts';
import type { PageElement } from './parse.ts';
import { roleOf } from './roles.ts';
import { isElement, outermost } from './visible.ts';

type CellRole = 'columnheader' | 'rowheader' | 'cell';

interface Cell {
  readonly role: CellRole;
  readonly element: PageElement;
}

export interface Table {
  readonly told: { readonly [name: string]: WireValue };
  /** The elements that name columns, or the table. */
  readonly names: ReadonlySet<PageElement>;
}

export function readTable(table: PageElement, index: PageIndex): Table {
  const rows = rowsIn(table, 'whole');
  const columns = rows.flat().filter(({ role }) => role === 'columnheader');
  const body = rows.filter((row) => row.some(({ role }) => role !== 'columnheader'));
  return {
    told: {
      name: nameOf(table, index),
      columns: columns.map(({ element }) => textOf(element)),
      heads: body.flat().flatMap(({ role, element }) => (role === 'rowheader' ? [textOf(element)] : [])),
      rows: body.map((row) => row.map(({ element }) => textOf(element))),
    },
    names: new Set([
      ...columns.map(({ element }) => element),
      ...table.children.filter(isElement).filter((child) => roleOf(child) === 'caption'),
    ]),
  };
}

/** Where a row stands: in a head, in a body below one, or in a table that does not say. */
type Part = 'head' | 'body' | 'whole';

function rowsIn(element: PageElement, part: Part): readonly (readonly Cell[])[] {
  const inner = outermost(element, (each) => each.tag === 'thead' || roleOf(each) === 'row');
  const others: Part = inner.some(({ tag }) => tag === 'thead') ? 'body' : part;
  return inner.flatMap((each) => (roleOf(each) === 'row' ? [cellsIn(each, others)] : rowsIn(each, 'head')));
}

function cellsIn(row: PageElement, part: Part): readonly Cell[] {
  const cells = outermost(row, (each) => each.tag === 'th' || cellRole(each) !== undefined);
  // Where nothing else is said, a row of nothing but headers names columns.
  const names = part === 'head' || (part === 'whole' && cells.every(({ tag }) => tag === 'th'));
  return cells.map((element) => ({ element, role: cellRole(element) ?? headerRole(element, names) }));
}

function cellRole(element: PageElement): CellRole | undefined {
  const role = roleOf(element);
  return role === 'columnheader' || role === 'rowheader' || role === 'cell' ? role : undefined;
}

function headerRole({ attributes }: PageElement, namesColumns: boolean): CellRole {
  const scope = attributes.get('scope')?.toLowerCase() ?? '';
  if (scope.startsWith('col')) return 'columnheader';
  return scope.startsWith('row') || !namesColumns ? 'rowheader' : 'columnheader';
}
