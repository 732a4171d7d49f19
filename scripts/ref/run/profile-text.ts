import type { FunctionProfile } from '#reference/runtime/engine/insight.ts';
import { quote } from '#spec/failure/evidence.ts';
import { howToName } from './names.ts';
import { percent, showCount } from './quantities.ts';

const mostRows = 20;
const barLength = 24;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** The functions by the fuel of their own, and how much of all that is. */
export function profileText(functions: readonly FunctionProfile[]): string {
  if (functions.length === 0) return '  none: no function was called\n';
  const total = functions.reduce((sum, { self }) => sum + self, 0n);
  const shown = functions.slice(0, mostRows);
  const most = shown[0]?.self ?? 0n;
  const head = ['', 'self', '', 'inclusive', 'calls', '', 'function'];
  const rows = shown.map(({ name, self, inclusive, calls }) => [
    showCount(self),
    percent(self, total),
    showCount(inclusive),
    percent(inclusive, total),
    showCount(calls),
    bar(self, most),
    functionName(name),
  ]);
  return aligned([head, ...rows]) + restText(functions.slice(mostRows), total) + namesText(shown);
}

function restText(rest: readonly FunctionProfile[], total: bigint): string {
  if (rest.length === 0) return '';
  const self = rest.reduce((sum, each) => sum + each.self, 0n);
  return `  and ${showCount(rest.length)} more with ${showCount(self)} (${percent(self, total)}); --json has all of them\n`;
}

function namesText(shown: readonly FunctionProfile[]): string {
  return shown.some(({ name }) => name.startsWith('func[')) ? `  ${howToName}\n` : '';
}

function bar(part: bigint, most: bigint): string {
  const parts = most === 0n ? 0 : Number((part * BigInt(8 * barLength)) / most);
  const full = '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
  return full === '' && part > 0n ? '▏' : full;
}

/** Quoted only where it could be misread. */
function functionName(name: string): string {
  const quoted = quote(name);
  return quoted === `"${name}"` ? name : quoted;
}

/** Numbers to the right, bars and names to the left. */
function aligned(rows: readonly (readonly string[])[]): string {
  const texts = 5;
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const cell = (text: string, column: number) =>
    column < texts ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}\n`).join('');
}
