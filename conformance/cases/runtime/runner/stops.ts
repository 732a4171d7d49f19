import type { GuestName } from '#fixtures/guests/guest.ts';
import { guestModule } from '#fixtures/guests/guests.ts';
import { i32 } from '#fixtures/wasm/operators.ts';
import { wasmModule } from '#fixtures/wasm/wasm-module.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { base64Of, field, inline, inlineAnswer, put64, putGuest, putModule } from './given.ts';
import { refused, refusingInline, refusingSkill, runs } from './rows.ts';

/** Guests that stop so, each in the place of the one that gives 42. */
function stopping(proves: RequirementId, code: FailureCode, ...guests: readonly GuestName[]): readonly Case[] {
  return guests.map((guest) => refusingInline([proves], code)(`guest-${guest}`, putGuest(guest)));
}

const badModule = refusingInline(['RUN-BAD-MODULE'], 'runner.bad-module');
const missing = refusingInline(['RUN-MISSING-EXPORT'], 'runner.missing-export');
const trapping = 'recursion';

/** An `i32` is promised, and nothing is there. */
const invalid = wasmModule({ functions: [{ params: [], results: [i32], body: [], export: 'run' }] });
const valid = guestModule('answer');

export const stopCases: readonly Case[] = [
  badModule('module-invalid', put64(invalid)),
  badModule('module-cut-short', put64(valid.subarray(0, -1))),
  badModule('module-with-byte-behind', put64(Uint8Array.of(...valid, 0))),
  badModule('module-of-version-2', put64(valid.with(4, 2))),
  badModule('module-is-component', put64(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00))),
  badModule('module-text-without-end', put64('(module')),
  refusingSkill(['RUN-BAD-MODULE'], 'runner.bad-module')('module-of-skill-invalid', putModule(invalid)),

  ...stopping(
    'RUN-UNLINKABLE',
    'runner.unlinkable',
    'unknown-function',
    'unversioned-module',
    'underscored-function',
    'wasi-snapshot-preview1',
    'wasi-filesystem',
    'count-with-parameter',
    'count-as-memory',
    'table-above-limit',
    'data-behind-end',
    'elements-behind-end',
    'start-trap',
  ),
  runs('data-up-to-end', ['RUN-UNLINKABLE'], inline({ module_base64: base64Of('data-up-to-end') }), { exit_code: 49n }),
  refusingSkill(['RUN-UNLINKABLE'], 'runner.unlinkable')(
    'guest-of-skill-start-trap',
    putModule(guestModule('start-trap')),
  ),

  ...stopping('RUN-MISSING-EXPORT', 'runner.missing-export', 'no-exports', 'wrong-entrypoint'),
  missing('export-missing', field('entrypoint', 'absent')),
  ...['a_memory', 'a_table', 'a_global', 'two_results', 'a_vector'].map((name) =>
    refused(
      `export-${name.replace('_', '-')}`,
      ['RUN-MISSING-EXPORT'],
      'right-export',
      'runner.missing-export',
      field('entrypoint', name),
    ),
  ),
  runs(
    'right-export',
    ['RUN-MISSING-EXPORT'],
    inline({ module_base64: base64Of('wrong-export-kinds'), entrypoint: 'right' }),
    { exit_code: 1n },
  ),

  ...stopping('RUN-EXECUTION', 'runner.execution-failed', 'traps', 'table-traps'),
  runs('recursion', ['RUN-EXECUTION'], inline({ module_base64: base64Of('recursion') }), { exit_code: 1000n }),
  refused(
    'recursion-without-end',
    ['RUN-EXECUTION'],
    trapping,
    'runner.execution-failed',
    field('entrypoint', 'unbounded'),
  ),
  refusingSkill(['RUN-EXECUTION'], 'runner.execution-failed')('guest-of-skill-traps', putModule(guestModule('traps'))),

  ...stopping('RUN-LIMIT', 'runner.limit-exceeded', 'spin', 'start-spin', 'memory-above-limit'),
  runs('tail-recursion', ['RUN-LIMIT'], inline({ module_base64: base64Of('tail-recursion') }), { exit_code: 7n }),
  refused(
    'tail-recursion-without-end',
    ['RUN-LIMIT'],
    'tail-recursion',
    'runner.limit-exceeded',
    field('entrypoint', 'unbounded'),
  ),
  runs('memory-denied', ['RUN-LIMIT'], inline({ module_base64: base64Of('memory'), entrypoint: 'past_limit' }), {
    exit_code: -1n,
  }),

  ...(
    [
      ['nought', 0n],
      ['lowest', -2147483648n],
      ['highest', 2147483647n],
    ] as const
  ).map(([entrypoint, exit_code]) =>
    runs(`exit-code-${entrypoint}`, ['RUN-EXIT-CODE'], inline({ entrypoint }), {
      ...inlineAnswer,
      exit_code,
      entrypoint,
    }),
  ),
];
