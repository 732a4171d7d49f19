import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { ended, running, wat } from '../given.ts';
import { needing } from './given.ts';
import { host } from './imports.ts';

const proves = ['CAP-COUNT', 'CAP-HANDLE', 'CAP-CANONICAL'] as const;

/** As the chapter prints it. */
const module = wat(`(module
  (import ${host('http-count')} (func $count (result i32)))
  (import ${host('http-handle')} (func $handle (param i32) (result i32)))
  (func (export "run") (result i32)
    (call $handle (i32.sub (call $count) (i32.const 1)))))`);

const grants = {
  http_hosts: [' b.example', 'a.example', '', 'A.example', 'a.example'],
  storage_prefixes: ['cache'],
};

const whole = {
  value: () => ({
    runs: [
      {
        stop: null,
        exitCode: 10_002n,
        handles: {
          http_handles: [10_000n, 10_001n, 10_002n],
          secret_handles: [],
          storage_handles: [30_000n],
          channel_handles: [],
        },
        trap: null,
        fuelLeft: 9_999_995n,
      },
      { stop: 'limit', exitCode: null, handles: null, trap: null, fuelLeft: 0n },
    ],
  }),
};

export const workedExample: readonly Case[] = [
  accepted('runtime/worked-example', proves, running(module, { grants }), ended(10_002)),
  changed(
    'runtime/worked-example-of-nothing',
    proves,
    'runtime/worked-example',
    put(['grants', 'http_hosts'], []),
    ended(-1),
  ),
  needing(
    ['fuel:wasmtime'],
    accepted(
      'runtime/worked-example-whole',
      proves,
      running(module, { grants, fuelBudgets: [10_000_000n, 0n] }),
      whole,
    ),
  ),
];
