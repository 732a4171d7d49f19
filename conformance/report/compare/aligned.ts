/** Rows of a table with every column as wide as its widest cell; the texts are visible ones. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<readonly number[]>(
    (wide, row) =>
      Array.from({ length: Math.max(wide.length, row.length) }, (_, at) =>
        Math.max(wide[at] ?? 0, widthOf(row[at] ?? '')),
      ),
    [],
  );
  const pad = (cell: string, column: number) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell));
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

/** On a terminal: East Asian characters and pictures take two places, and marks none. */
function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  const characters = [...text];
  const count = (kind: RegExp) => characters.filter((character) => kind.test(character)).length;
  return characters.length + count(wide) - count(mark);
}

const mark = /[\p{Mn}\p{Me}]/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
