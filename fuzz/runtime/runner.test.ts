import { expect, test } from 'vitest';
import * as op from '#fixtures/wasm/operators.ts';
import { inThread } from '#reference/runtime/runner/execute.ts';
import { defaultPolicy, type RunnerPolicy } from '#reference/runtime/runner/policy.ts';
import { runPlugin } from '#reference/runtime/runner/run-plugin.ts';
import { successToJson } from '#reference/runtime/runner/success.ts';
import { names, runtime } from '#spec/constants.ts';
import { capability, engine, guest } from './guest.ts';

const policy: RunnerPolicy = {
  ...defaultPolicy,
  enabled: true,
  allowInlineModules: true,
  allowed: {
    http_hosts: ['api.example.com'],
    secrets: ['db_password'],
    storage_prefixes: ['plugins/cache'],
    channels: ['cli'],
  },
};

function runInline(input: object, fuelBudget = policy.limits.fuelBudget, timeoutMs = 2000n) {
  const limits = { ...policy.limits, fuelBudget };
  const now = () => performance.now();
  return runPlugin(Buffer.from(JSON.stringify(input)), {
    host: { names: names.shipped, runtime },
    skills: () => [],
    policy: { ...policy, limits },
    timeoutMs,
    now,
    execute: inThread(engine, now),
  });
}

const inline = (module: Uint8Array) => ({ module_base64: Buffer.from(module).toString('base64') });
const one = op.i32Const(1);
const forever = guest([op.loop(op.none, op.br(0)), one]);

test('a guest counts what it was granted, and its answer is the exit code', async () => {
  const classes = ['http', 'secret', 'storage', 'channel'];
  const imports = classes.map((each) => capability(`${each}-count`));
  const sum = [op.call(0), op.call(1), op.i32Add, op.call(2), op.i32Add, op.call(3), op.i32Add];
  const ran = await runInline({ ...inline(guest(sum, { imports })), capabilities: policy.allowed });
  if (!ran.ok) throw new Error(ran.failure.code);
  expect(successToJson(ran.value).get('exit_code')).toBe(4n);
  expect(ran.value.handles).toEqual({ http: [10_000], secret: [20_000], storage: [30_000], channel: [40_000] });
});

test('a module may be a text, or a text in base64', async () => {
  const text = '(module (func (export "run") (result i32) i32.const 7))';
  expect(await runInline({ module_wat: text })).toMatchObject({ value: { exitCode: 7 } });
  expect(await runInline(inline(Buffer.from(text)))).toMatchObject({ value: { exitCode: 7 } });
});

test.each([
  ['a trap', guest(op.unreachable), 'RuntimeFailure', 'runner.execution-failed'],
  ['a start function that traps', startTrap(), 'InvalidInput', 'runner.unlinkable'],
  ['an import of nothing', guest(one, { imports: [capability('http-fetch')] }), 'InvalidInput', 'runner.unlinkable'],
  ['a first table that is too large', guest(one, { tables: [{ min: 100_001 }] }), 'InvalidInput', 'runner.unlinkable'],
  [
    'a first memory that is too large',
    guest(one, { memories: [{ min: 1025 }] }),
    'QuotaExceeded',
    'runner.limit-exceeded',
  ],
  ['no such export', guest(one), 'InvalidInput', 'runner.missing-export', { entrypoint: 'other' }],
  ['bytes that are no module', Buffer.from([0, 0x61, 0x73, 0x6d]), 'InvalidInput', 'runner.bad-module'],
  ['a text that is no module', Buffer.from(' '), 'InvalidInput', 'runner.bad-module'],
])('%s is %s (%s)', async (_, module, kind, code, more: object = {}) => {
  expect(await runInline({ ...inline(module), ...more })).toMatchObject({ kind, failure: { code } });
});

test('what a loop runs out of first ends it', async () => {
  expect(await runInline(inline(forever), 5000n)).toMatchObject({ kind: 'QuotaExceeded' });
  expect(await runInline(inline(forever), 2n ** 63n, 10n)).toMatchObject({ kind: 'TimedOut' });
  expect(await runInline(inline(forever), 2n ** 63n, 0n)).toMatchObject({ kind: 'TimedOut' });
});

test('capabilities are judged before the module is', async () => {
  const input = { ...inline(Buffer.from('no module')), capabilities: { secrets: ['other'] } };
  expect(await runInline(input)).toMatchObject({
    kind: 'CapabilityDenied',
    failure: { class: 'secrets', values: ['other'] },
  });
});

function startTrap() {
  return guest(one, { functions: [{ params: [], results: [], body: op.unreachable }], start: 0 });
}
