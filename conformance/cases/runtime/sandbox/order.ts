import type { StopClass } from '#spec/runtime.ts';
import type { Case, Edit } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { having, inText } from './given.ts';
import { count } from './imports.ts';

const proves = ['RT-ORDER'] as const;
const answer = '(i32.const 42)';
const spin = '(loop (br 0))';

/** One thing that stops a run: other fields of its module, other code, or another way to run it. */
type Fault = { readonly id: string; readonly stop: StopClass } & (
  | { readonly fields: string }
  | { readonly code: string }
  | { readonly entrypoint: string }
  | { readonly instances: bigint }
);

/** In the order in which they are found out. */
const faults: readonly Fault[] = [
  { id: 'unknown-import', stop: 'linker', fields: '(import "env" "abort" (func))' },
  { id: 'import-of-other-type', stop: 'linker', fields: count('http').replace('(result i32)', '') },
  { id: 'no-instance', stop: 'limit', instances: 0n },
  { id: 'memory-above-limit', stop: 'limit', fields: '(memory 1025)' },
  { id: 'table-above-limit', stop: 'linker', fields: '(table 100001 funcref)' },
  { id: 'elements-behind-end', stop: 'linker', fields: '(table $t 0 funcref) (elem (table $t) (i32.const 1) func)' },
  { id: 'data-behind-end', stop: 'linker', fields: '(memory 0) (data (i32.const 0) "a")' },
  { id: 'start-that-traps', stop: 'linker', fields: '(func $s unreachable) (start $s)' },
  { id: 'endless-start', stop: 'limit', fields: `(func $s ${spin}) (start $s)` },
  { id: 'missing-export', stop: 'missing-export', entrypoint: 'main' },
  { id: 'trap', stop: 'execution', code: `unreachable ${answer}` },
  { id: 'endless-call', stop: 'limit', code: `${spin} ${answer}` },
];

/** No module has both: they are two memories, two start functions, or two bodies of one function. */
const exclusive = [
  ['memory-above-limit', 'data-behind-end'],
  ['start-that-traps', 'endless-start'],
  ['trap', 'endless-call'],
];

/** Those that come earlier and are told from the later one by how the run ends. */
function ahead(later: Fault): readonly Fault[] {
  const earlier = faults.slice(0, faults.indexOf(later));
  return earlier.filter(
    ({ id, stop }) => stop !== later.stop && !exclusive.some(([one, other]) => one === id && other === later.id),
  );
}

export const order: readonly Case[] = [
  ...faults.flatMap((later) => [
    accepted(`runtime/order-${later.id}`, proves, given(later), ended(later.stop)),
    ...ahead(later).map((earlier) =>
      changed(
        `runtime/order-${earlier.id}-before-${later.id}`,
        proves,
        `runtime/order-${later.id}`,
        editOf(earlier),
        ended(earlier.stop),
      ),
    ),
  ]),
  accepted(
    'runtime/order-data-behind-any-end',
    proves,
    running(body(answer, '(memory 1) (data (i32.const -1) "a")')),
    ended('linker'),
  ),
  changed(
    'runtime/order-memory-above-limit-before-data',
    proves,
    'runtime/order-data-behind-any-end',
    inText('(memory 1)', '(memory 1025)'),
    ended('limit'),
  ),
  accepted('runtime/order-nothing-wrong', proves, running(body(answer)), ended(42)),
];

function given(fault: Fault) {
  if ('fields' in fault) return running(body(answer, fault.fields));
  if ('code' in fault) return running(body(fault.code));
  if ('entrypoint' in fault) return running(body(answer), { entrypoint: fault.entrypoint });
  return running(body(answer), { limits: { max_instances: fault.instances } });
}

function editOf(fault: Fault): Edit {
  if ('fields' in fault) return having(fault.fields);
  if ('code' in fault) return inText(answer, fault.code);
  if ('entrypoint' in fault) return put(['entrypoint'], fault.entrypoint);
  return put(['limits', 'max_instances'], fault.instances);
}
