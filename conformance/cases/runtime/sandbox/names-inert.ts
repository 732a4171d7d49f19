import type { Case } from '../../../case.ts';
import { accepted, observed } from '../../../rows.ts';
import { ended, running, wat } from '../given.ts';

const proves = ['RT-NAMES-INERT'] as const;

/** What software in the field looks for in the text of an error. */
const words = [
  ['instances', 'resource limit exceeded'],
  ['memory', 'exceeds memory limits'],
] as const;

const called = (name: string) =>
  wat(`(module (func $"${name}" (result i32) unreachable) (func (export "run") (result i32) (call $"${name}")))`);

export const namesInert: readonly Case[] = words.flatMap(([id, name]) => [
  observed(`runtime/names-${id}-read`, ['RT-NAMES-READ'], 'accepted', running(called(name))),
  accepted(
    `runtime/names-${id}-of-import`,
    proves,
    running(wat(`(module (import "env" "${name}" (func)) (func (export "run") (result i32) (i32.const 42)))`)),
    ended('linker'),
  ),
  accepted(
    `runtime/names-${id}-of-imported-module`,
    proves,
    running(wat(`(module (import "${name}" "abort" (func)) (func (export "run") (result i32) (i32.const 42)))`)),
    ended('linker'),
  ),
  accepted(`runtime/names-${id}-of-function`, proves, running(called(name)), ended('execution')),
  accepted(
    `runtime/names-${id}-of-module`,
    proves,
    running(wat(`(module (@name "${name}") (func (export "run") (result i32) unreachable))`)),
    ended('execution'),
  ),
  accepted(
    `runtime/names-${id}-of-entrypoint`,
    proves,
    running(wat(`(module (func (export "${name}") (result i32) (i32.const 42)))`), { entrypoint: name }),
    ended(42),
  ),
]);
