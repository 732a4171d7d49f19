export const pageWidth = 96;

/** Breaks at spaces. A no-break space holds together what must stand on one line, and is shown as a space. */
export function wrap(text: string, first: number, further = first): string {
  const lines: string[] = [];
  let line = ' '.repeat(first);
  let empty = true;
  for (const word of text.split(/[ \n]+/)) {
    if (!empty && line.length + 1 + word.length > pageWidth) {
      lines.push(line);
      line = ' '.repeat(further);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n').replaceAll('\u00a0', ' ');
}

/** Texts in columns as wide as their widest cell, but for the last one. */
export function columns(rows: readonly (readonly string[])[], indent = 0): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  ');
  return rows.map((row) => `${' '.repeat(indent)}${line(row).trimEnd()}\n`).join('');
}
