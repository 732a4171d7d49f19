import type { Case } from '../../../case.ts';
import { accepted, changed } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { inText } from './given.ts';
import { count, handle, host } from './imports.ts';

const proves = ['RT-LINK-TYPES'] as const;
const grants = { grants: { http_hosts: ['a.example', 'b.example'] } };

const mistaken = (twin: string, right: string) => (id: string, wrong: string) =>
  changed(`runtime/type-${id}`, proves, twin, inText(right, wrong), ended('linker'));

const asCount = mistaken('runtime/type-of-count', '(func $http-count (result i32))');
const asHandle = mistaken('runtime/type-of-handle', '(func $http-handle (param i32) (result i32))');

export const linkTypes: readonly Case[] = [
  accepted('runtime/type-of-count', proves, running(body('(i32.const 1)', count('http'))), ended(1)),
  accepted('runtime/type-of-handle', proves, running(body('(i32.const 2)', handle('http'))), ended(2)),
  asCount('count-with-parameter', '(func (param i32) (result i32))'),
  asCount('count-without-result', '(func)'),
  asCount('count-of-i64', '(func (result i64))'),
  asCount('count-of-f32', '(func (result f32))'),
  asCount('count-of-reference', '(func (result funcref))'),
  asCount('count-of-two', '(func (result i32 i32))'),
  asCount('count-as-memory', '(memory 0)'),
  asCount('count-as-table', '(table 0 funcref)'),
  asCount('count-as-global', '(global i32)'),
  asCount('count-as-mutable-global', '(global (mut i32))'),
  asHandle('handle-without-index', '(func (result i32))'),
  asHandle('handle-of-i64-index', '(func (param i64) (result i32))'),
  asHandle('handle-of-two-indices', '(func (param i32 i32) (result i32))'),
  asHandle('handle-as-i64', '(func (param i32) (result i64))'),
  asHandle('handle-without-result', '(func (param i32))'),
  asHandle('handle-as-global', '(global (mut i32))'),
  changed(
    'runtime/type-second-is-wrong',
    proves,
    'runtime/type-of-count',
    inText('(func (export', `(import ${host('http-count')} (func (param f64) (result i32))) (func (export`),
    ended('linker'),
  ),
  accepted(
    'runtime/import-twice',
    ['RT-IMPORT-TWICE'],
    running(body('(i32.add (call $a) (call $b))', count('http', '$a') + count('http', '$b')), grants),
    ended(4),
  ),
  accepted('runtime/import-twice-compiled', ['RT-IMPORT-TWICE'], running(guest('count-twice'), grants), ended(4)),
  accepted(
    'runtime/import-never-called',
    ['RT-IMPORT-TWICE'],
    running(body('(call $http-count)', count('http') + handle('secret') + count('channel')), grants),
    ended(2),
  ),
  accepted(
    'runtime/import-called-through-table',
    ['RT-IMPORT-TWICE'],
    running(
      body('(call_indirect (result i32) (i32.const 0))', `${count('http')} (table funcref (elem $http-count))`),
      grants,
    ),
    ended(2),
  ),
];
