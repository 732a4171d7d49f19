import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { minimal } from './sample.ts';

const proves = ['MAN-TOML'] as const;
const name = rowsAt('manifest/twice', proves, { sample: minimal, piece: 'name = "Echo skill"\n' });
const compat = rowsAt('manifest/twice', proves, { sample: minimal, piece: '\n[compat]\n' });
/** Anything may be written below a schema, so the tables here are free of every rule but those of TOML. */
const schema = rowsAt('manifest/twice', proves, {
  sample: minimal,
  piece: 'input_schema = { type = "object" }\noutput_schema = { type = "array" }\n',
  shows: (input_schema) => ({ entrypoints: { tools: [{ input_schema }] } }),
});
const header = '[entrypoints.tools.input_schema';
const below = (lines: string) => `output_schema = {}\n${lines}`;
const syntax = 'manifest.toml-syntax';

export const duplicateCases: readonly Case[] = [
  name.refuses('key', 'name = "Echo skill"\nname = "Echo skill"\n', syntax),
  name.refuses('key-quoted', 'name = "Echo skill"\n"name" = "Echo skill"\n', syntax),
  name.refuses('key-literal', 'name = "Echo skill"\n\'name\' = "Echo skill"\n', syntax),
  name.refuses('key-escaped', 'name = "Echo skill"\n"n\\u0061me" = "Echo skill"\n', syntax),
  name.refuses('key-dotted-below-text', 'name = "Echo skill"\nname.first = "Echo"\n', syntax),
  name.refuses('key-spaced', 'name = "Echo skill"\n  name   = "Echo skill"\n', syntax),
  compat.refuses('header', '\n[compat]\n[compat]\n', syntax),
  compat.refuses('header-quoted', '\n["compat"]\n[compat]\n', syntax),
  compat.refuses(
    'header-after-dotted',
    '\n[capabilities]\nfilesystem.read_roots = []\n[capabilities.filesystem]\n[compat]\n',
    syntax,
  ),
  compat.refuses(
    'header-after-inline',
    '\n[capabilities]\nfilesystem = {}\n[capabilities.filesystem]\n[compat]\n',
    syntax,
  ),
  compat.refuses(
    'header-after-key-list',
    '\n[capabilities]\nsecrets = []\n[[capabilities.secrets]]\n[compat]\n',
    syntax,
  ),
  compat.refuses('header-of-the-tool-list', '\n[entrypoints.tools]\n[compat]\n', syntax),
  compat.refuses('header-of-a-text', '\n[publisher]\n[compat]\n', syntax),
  schema.reads('not-parent-after-child', below(`${header}.a.b]\n${header}.a]\nc = 1\n${header}]\nd = 1\n`), {
    a: { b: new Map(), c: 1n },
    d: 1n,
  }),
  schema.reads('not-two-lists', below(`${header}]\n[${header}.a]]\nb = 1\n[${header}.a]]\nb = 2\n`), {
    a: [{ b: 1n }, { b: 2n }],
  }),
  schema.reads('not-in-the-next-element', below(`[${header}.a]]\n${header}.a.b]\nc = 1\n[${header}.a]]\nb.c = 2\n`), {
    a: [{ b: { c: 1n } }, { b: { c: 2n } }],
  }),
  schema.reads('not-dotted-siblings', below('input_schema.a.b = 1\ninput_schema.a.c = 2\n'), { a: { b: 1n, c: 2n } }),
  schema.reads('not-case', below('input_schema = { a = 1, A = 2 }\n'), { a: 1n, A: 2n }),
  schema.refuses('in-inline', below('input_schema = { a = 1, a = 2 }\n'), syntax),
  schema.refuses('in-inline-dotted', below('input_schema = { a.b = 1, a = 2 }\n'), syntax),
  schema.refuses('in-inline-over-dotted', below('input_schema = { a = {}, a.b = 2 }\n'), syntax),
  schema.refuses('dotted-and-whole', below('input_schema.a = 1\ninput_schema = {}\n'), syntax),
  schema.refuses('inline-then-dotted', below('input_schema = {}\ninput_schema.a = 1\n'), syntax),
  schema.refuses('inline-then-header', below(`input_schema = {}\n${header}]\n`), syntax),
  schema.refuses('inline-then-child-header', below(`input_schema = {}\n${header}.a]\n`), syntax),
  schema.refuses('inline-child-then-header', below(`input_schema = { a = {} }\n${header}.a]\n`), syntax),
  schema.refuses('dotted-then-header', below(`input_schema.a.b = 1\n${header}.a]\n`), syntax),
  schema.refuses('child-header', below(`${header}.a]\n${header}.b]\n${header}.a]\n`), syntax),
  schema.refuses('key-then-header', below(`${header}]\na = 1\n${header}.a]\n`), syntax),
  schema.refuses('header-then-dotted', below(`${header}.a]\n${header}]\na.b = 1\n`), syntax),
  schema.refuses(
    'header-in-list-then-dotted',
    below(`[${header}.a.b.c]]\n${header}.a.b]\n${header}.a]\nb.x = 1\n`),
    syntax,
  ),
  ...["'b'.x", '"b" . x', '"\\u0062".x'].map((key, index) =>
    schema.refuses(
      `header-in-list-then-dotted-in-quotes-${index + 1}`,
      below(`[${header}.a.b.c]]\n${header}.a.b]\n${header}.a]\n${key} = 1\n`),
      syntax,
    ),
  ),
  schema.refuses('list-then-header', below(`[${header}.a]]\n${header}.a]\n`), syntax),
  schema.refuses('header-then-list', below(`${header}.a]\n[${header}.a]]\n`), syntax),
  schema.refuses('array-then-list', below(`${header}]\na = []\n[${header}.a]]\n`), syntax),
  schema.refuses('array-of-tables-then-list', below(`${header}]\na = [{}]\n[${header}.a]]\n`), syntax),
  schema.refuses('inline-in-list-then-header', below(`${header}]\na = [{ b = {} }]\n${header}.a.b]\n`), syntax),
];
