import type { ByteBudget } from './byte-budget.ts';

/** Of cells that are Markdown already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

export function tableHead(head: readonly string[]): string {
  return `${tableRow(head)}|${'---|'.repeat(head.length)}\n`;
}

/** A table of as many rows as find room, and how many more there are; nothing where there are none. */
export function tableSection<T>(
  title: string,
  head: readonly string[],
  budget: ByteBudget,
  rows: readonly T[],
  cellsOf: (row: T) => readonly string[],
): readonly string[] {
  if (rows.length === 0) return [];
  const heading = `\n## ${title}\n\n${tableHead(head)}`;
  if (!budget.take(heading)) return [`\n## ${title}\n\n${rows.length} in all\n`];
  const shown: string[] = [];
  for (const row of rows) {
    const text = tableRow(cellsOf(row));
    if (!budget.take(text)) break;
    shown.push(text);
  }
  const more = rows.length - shown.length;
  return [heading, ...shown, ...(more === 0 ? [] : [`\n… and ${more} more\n`])];
}
