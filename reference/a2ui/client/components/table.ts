import { isJsonArray, type Json, type JsonObject } from '#spec/json/value.ts';
import type { Component } from '../document.ts';
import { renderLimits as limits } from '../limits.ts';
import { readText, show } from '../text.ts';

/** A2C-TABLE: each row has as many cells as there are columns. */
export function readTable(id: string, props: JsonObject): Component {
  const columns = listOf(props.get('columns'), limits.tableColumns).map((column, index) =>
    readText(column, `Column ${index + 1}`, limits.columnLabel),
  );
  if (columns.length === 0) columns.push('Value');
  const rows = listOf(props.get('rows'), limits.tableRows).map((row) => {
    const cells = isJsonArray(row) ? row : [];
    return columns.map((_, index) => (index < cells.length ? show(cells[index] ?? null, limits.text) : ''));
  });
  return { id, type: 'table', columns, rows };
}

function listOf(value: Json | undefined, most: number): readonly Json[] {
  return isJsonArray(value) ? value.slice(0, most) : [];
}
