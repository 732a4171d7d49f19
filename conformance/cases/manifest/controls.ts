import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { minimal } from './sample.ts';

const rows = rowsAt('manifest/control', ['MAN-TOML'], {
  sample: minimal,
  piece: 'name = "Echo skill"\n',
  shows: (name) => ({ name }),
});

/** The five places at which a text of the author's choice may stand. */
const places = [
  ['comment', (text: string) => `name = "Echo skill" # ${text}\n`],
  ['text', (text: string) => `name = "${text}"\n`],
  ['literal', (text: string) => `name = '${text}'\n`],
  ['multi-line', (text: string) => `name = """${text}"""\n`],
  ['multi-line-literal', (text: string) => `name = '''${text}'''\n`],
] as const;

/** Every control that TOML forbids; CR is a matter of line ends. */
const forbidden = [...range(0x00, 0x08), 0x0b, 0x0c, ...range(0x0e, 0x1f), 0x7f];

export const controlCases: readonly Case[] = places.flatMap(([place, line]) => [
  rows.reads(`tab-in-${place}`, line('a\tb'), place === 'comment' ? 'Echo skill' : 'a\tb'),
  rows.reads(`c1-in-${place}`, line('a\u0080b\u009f'), place === 'comment' ? 'Echo skill' : 'a\u0080b\u009f'),
  ...forbidden.map((code) =>
    rows.refuses(`${hex(code)}-in-${place}`, line(`a${String.fromCharCode(code)}b`), 'manifest.toml-syntax'),
  ),
]);

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function hex(code: number): string {
  return code.toString(16).padStart(2, '0');
}
