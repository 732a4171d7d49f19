import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { body, ended, guest, running, wat } from '../given.ts';
import { inText, needing } from './given.ts';
import { count, handle } from './imports.ts';

const wrongKind = ['RT-EXPORT'] as const;
const exact = ['RT-EXPORT-EXACT'] as const;
const twin = 'runtime/entrypoint-run';
const missing = ended('missing-export');

const instead = (id: string, by: string) =>
  changed(`runtime/entrypoint-${id}`, wrongKind, twin, inText(run, by), missing);

const run = '(func (export "run") (result i32) (i32.const 42))';

const others: readonly (readonly [id: string, field: string])[] = [
  ['nothing-exported', '(func (result i32) (i32.const 42))'],
  ['memory', '(memory (export "run") 1)'],
  ['table', '(table (export "run") 1 funcref)'],
  ['global', '(global (export "run") i32 (i32.const 42))'],
  ['mutable-global', '(global (export "run") (mut i32) (i32.const 42))'],
  ['parameter', '(func (export "run") (param i32) (result i32) (i32.const 42))'],
  ['two-parameters', '(func (export "run") (param i32 i32) (result i32) (i32.const 42))'],
  ['no-result', '(func (export "run"))'],
  ['two-results', '(func (export "run") (result i32 i32) (i32.const 42) (i32.const 42))'],
  ['result-i64', '(func (export "run") (result i64) (i64.const 42))'],
  ['result-f32', '(func (export "run") (result f32) (f32.const 42))'],
  ['result-f64', '(func (export "run") (result f64) (f64.const 42))'],
  ['result-vector', '(func (export "run") (result v128) (v128.const i64x2 42 0))'],
  ['result-reference', '(func (export "run") (result funcref) (ref.null func))'],
];

/** A module that exports this name, and is asked for it or for another. */
function named(id: string, name: string, otherNames: Readonly<Record<string, string>>): readonly Case[] {
  const own = `runtime/entrypoint-named-${id}`;
  return [
    accepted(own, exact, running(exporting(name), { entrypoint: name }), ended(42)),
    ...Object.entries(otherNames).map(([other, entrypoint]) =>
      changed(`${own}-not-${other}`, exact, own, put(['entrypoint'], entrypoint), missing),
    ),
  ];
}

export const entrypoints: readonly Case[] = [
  accepted(twin, [...wrongKind, ...exact], running(wat(`(module ${run})`)), ended(42)),
  ...others.map(([id, field]) => instead(id, field)),
  changed(
    'runtime/entrypoint-of-host-with-index',
    wrongKind,
    'runtime/reexported-count',
    inText(count('http', '$f'), handle('http', '$f')),
    missing,
  ),
  ...named('run', 'run', {
    capital: 'Run',
    capitals: 'RUN',
    'space-behind': 'run ',
    'space-before': ' run',
    nothing: '',
    shorter: 'ru',
    longer: 'runs',
    'zero-byte': 'run\0',
    'line-end': 'run\n',
    'byte-order-mark': '\ufeffrun',
    'wide-letters': 'ｒｕｎ',
    'cyrillic-letter': 'гun',
    prototype: '__proto__',
    constructor: 'constructor',
    'to-string': 'toString',
    'own-property': 'hasOwnProperty',
  }),
  ...named('in-capitals', 'Run', { 'lower-case': 'run' }),
  ...named('with-spaces', ' run ', { trimmed: 'run' }),
  ...named('nothing', '', { run: 'run', space: ' ' }),
  ...named('prototype', '__proto__', { constructor: 'constructor' }),
  ...named('constructor', 'constructor', { prototype: 'prototype' }),
  ...named('to-string', 'toString', { 'value-of': 'valueOf' }),
  ...named('as-documented', 'palyra_plugin_main', { run: 'run' }),
  ...named('composed', 'café', { decomposed: 'cafe\u0301' }),
  ...named('decomposed', 'cafe\u0301', { composed: 'café' }),
  ...named('beyond-basic-plane', '\u{1f600}', { 'other-beyond': '\u{1f601}' }),
  ...named('with-quotes', '"\\\'', { 'without-backslash': '"\'' }),
  ...named('with-dots', 'a.b:c/d#e', { 'first-part': 'a' }),
  ...named('with-thousand-letters', 'r'.repeat(1000), { 'one-fewer': 'r'.repeat(999) }),
  accepted('runtime/entrypoint-of-two-names', exact, running(twoNames(), { entrypoint: 'other' }), ended(42)),
  accepted(
    'runtime/entrypoint-among-others',
    exact,
    running(
      body(
        '(i32.const 1)',
        '(func (export "Run") (result i32) (i32.const 2)) (func (export "run ") (result i32) (i32.const 3))',
      ),
    ),
    ended(1),
  ),
  accepted(
    'runtime/reexported-count',
    ['RT-REEXPORT'],
    running(reexported('http'), { grants: { http_hosts: ['a', 'b'] } }),
    ended(2),
  ),
  needing(
    ['fuel:wasmtime'],
    accepted(
      'runtime/reexported-count-without-fuel',
      ['RT-REEXPORT'],
      running(reexported('http'), { grants: { http_hosts: ['a'] }, fuelBudgets: [0n] }),
      ended(1),
    ),
  ),
  accepted('runtime/reexported-count-of-nothing', ['RT-REEXPORT'], running(reexported('secret')), ended(0)),
  accepted(
    'runtime/reexported-by-compiler',
    ['RT-REEXPORT'],
    running(guest('count-twice'), { entrypoint: 'host_function', grants: { http_hosts: ['a', 'b', 'c'] } }),
    ended(3),
  ),
];

function exporting(name: string) {
  const escaped = [...Buffer.from(name)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('');
  return wat(`(module (func (export "${/^[\w ]*$/.test(name) ? name : escaped}") (result i32) (i32.const 42)))`);
}

function twoNames() {
  return wat('(module (func (export "run") (export "other") (result i32) (i32.const 42)))');
}

function reexported(of: string) {
  return wat(`(module ${count(of, '$f')} (export "run" (func $f)))`);
}
