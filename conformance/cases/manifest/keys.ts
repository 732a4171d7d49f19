import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { minimal } from './sample.ts';

const name = rowsAt('manifest/key', ['MAN-TOML'], {
  sample: minimal,
  piece: 'name = "Echo skill"\n',
  shows: (text) => ({ name: text }),
});
const compat = rowsAt('manifest/key', ['MAN-TOML'], {
  sample: minimal,
  piece: '[compat]\n',
  shows: (_, { parameters }) => ({ compat: { min_palyra_version: parameters.runtime.version } }),
});
const schema = rowsAt('manifest/key', ['MAN-TOML'], {
  sample: minimal,
  piece: '{ type = "object" }',
  shows: (input_schema) => ({ entrypoints: { tools: [{ input_schema }] } }),
});
const syntax = 'manifest.toml-syntax';

const bareKey = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

export const keyCases: readonly Case[] = [
  name.reads('no-space', 'name="Echo"\n', 'Echo'),
  name.reads('much-space', '\t name \t=  "Echo"\t # comment\n', 'Echo'),
  name.reads('quoted', '"name" = "Echo"\n', 'Echo'),
  name.reads('literal', '\'name\' = "Echo"\n', 'Echo'),
  name.reads('escaped', '"n\\u0061\\x6de" = "Echo"\n', 'Echo'),
  name.reads('blank-lines', '\n  \n\t\n# comment\n#\nname = "Echo"\n\n', 'Echo'),
  schema.reads('digits', '{ 01 = "a", -1 = "b", 1e1 = "c", true = "d" }', {
    '01': 'a',
    '-1': 'b',
    '1e1': 'c',
    true: 'd',
  }),
  schema.reads('every-bare-character', `{ ${bareKey} = 1 }`, { [bareKey]: 1n }),
  schema.reads('empty', '{ "" = 1 }', new Map([['', 1n]])),
  schema.reads('not-ascii', '{ "clé" = 1, "😀" = 2 }', { clé: 1n, '😀': 2n }),
  schema.reads('dot-in-quotes', '{ "a.b" = 1 }', { 'a.b': 1n }),
  schema.reads('dotted', '{ a.b = 1, a . "c" = 2, a.\'d e\'.f = 3 }', { a: { b: 1n, c: 2n, 'd e': { f: 3n } } }),
  schema.reads('number-dotted', '{ 3.14 = 1 }', { '3': { '14': 1n } }),
  name.refuses('not-ascii-bare', 'näme = "Echo"\n', syntax),
  ...[...'+/@^`~*'].map((sign) =>
    name.refuses(`${sign.charCodeAt(0).toString(16)}-bare`, `na${sign}me = "Echo"\n`, syntax),
  ),
  name.refuses('none', '= "Echo"\n', syntax),
  name.refuses('no-value', 'name =\n', syntax),
  name.refuses('no-equals', 'name "Echo"\n', syntax),
  name.refuses('alone', 'name\n', syntax),
  name.refuses('two-words', 'skill name = "Echo"\n', syntax),
  name.refuses('colon', 'name: "Echo"\n', syntax),
  name.refuses('two-on-a-line', 'name = "Echo" homepage = "x"\n', syntax),
  name.refuses('comma-after-value', 'name = "Echo",\n', syntax),
  name.refuses('semicolon-after-value', 'name = "Echo";\n', syntax),
  name.refuses('newline-before-equals', 'name\n= "Echo"\n', syntax),
  name.refuses('newline-after-equals', 'name =\n"Echo"\n', syntax),
  name.refuses('multi-line', '"""name""" = "Echo"\n', syntax),
  name.refuses('dot-at-end', 'name. = "Echo"\n', syntax),
  name.refuses('dot-at-start', '.name = "Echo"\n', syntax),
  name.refuses('two-dots', 'name..x = "Echo"\n', syntax),
  name.refuses('no-break-space', 'name\u00a0= "Echo"\n', syntax),
  name.refuses('slash-comment', 'name = "Echo" // comment\n', syntax),
  compat.reads('header-spaced', '\t[ compat ]  # comment\n', true),
  compat.reads('header-quoted', '["compat"]\n', true),
  compat.reads('header-literal', "['compat']\n", true),
  compat.refuses('header-unclosed', '[compat\n', syntax),
  compat.refuses('header-over-lines', '[\ncompat]\n', syntax),
  compat.refuses('header-empty', '[]\n', syntax),
  compat.refuses('header-two-dots', '[compat..x]\n', syntax),
  compat.refuses('header-dot-at-end', '[compat.]\n', syntax),
  compat.refuses('header-then-text', '[compat] x\n', syntax),
  compat.refuses('header-then-pair', '[compat] x = 1\n', syntax),
  compat.refuses('header-half-list', '[[compat]\n', syntax),
  compat.refuses('header-list-spaced', '[ [compat] ]\n', syntax),
  compat.refuses('header-no-bracket', 'compat]\n', syntax),
];
