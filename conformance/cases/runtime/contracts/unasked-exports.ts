import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { ended, running, wat } from '../given.ts';

const proves = ['CON-UNASKED'] as const;

/** A module that answers what `answer` was left with by whoever called its other exports. */
function answering(answer: number, exported: string): string {
  return `(module
    (global $answer (mut i32) (i32.const ${answer}))
    (memory (export "memory") 1)
    ${exported}
    (func (export "run") (result i32) (global.get $answer)))`;
}

function spoils(name: string): string {
  return `(func (export "${name}") (result i32) (global.set $answer (i32.const -1)) (i32.const 0))`;
}

/** The interface of the document, under the names that tools give its functions in a core module. */
const derived = 'palyra:plugins/runtime@0.1.0#';

export const unaskedExportCases: readonly Case[] = [
  accepted('runtime/contracts-exports-run-alone', proves, running(wat(answering(1, ''))), ended(1)),
  ...['sdk-abi-version', 'plugin-hello', `${derived}sdk-abi-version`, `${derived}plugin-hello`].map((name, index) =>
    accepted(
      `runtime/contracts-exports-${name.replaceAll(/[^a-z]+/g, '-')}`,
      proves,
      running(wat(answering(index + 2, spoils(name)))),
      ended(index + 2),
    ),
  ),
  accepted(
    'runtime/contracts-exports-of-another-kind',
    proves,
    running(
      wat(answering(6, '(global (export "sdk-abi-version") i32 (i32.const 1)) (export "plugin-hello" (memory 0))')),
    ),
    ended(6),
  ),
];
