import { expect, test } from 'vitest';
import { toJson } from '#spec/compile/plain.ts';
import { runtime } from '#spec/constants.ts';
import type { Json } from '#spec/json/value.ts';
import type { WireValue } from '#spec/operations.ts';
import { answer, question } from '#spec/schema/worked/packages.ts';
import { evaluate } from './evaluate.ts';

function ask(request: WireValue) {
  return evaluate(toJson(request), runtime);
}

test('a package that got worse is to be rolled back (EXT-ROLLBACK)', () => {
  expect(ask(question)).toEqual({ ok: true, value: toJson(answer) });
});

test.each<[string, WireValue, string]>([
  ['null', null, 'extension.wrong-type'],
  ['a list', [], 'extension.wrong-type'],
  ['nothing', {}, 'extension.missing-field'],
  ['a number', { evaluate: 1n }, 'extension.wrong-type'],
  ['a name of a prototype', { evaluate: '__proto__' }, 'extension.unknown-name'],
  ['a name that objects have', { evaluate: 'toString' }, 'extension.unknown-name'],
  ['a question without its members', { evaluate: 'enable_gate' }, 'extension.missing-field'],
  ['a question with one more', { ...question, more: 1n }, 'extension.unknown-field'],
])('%s is no question', (_, request, code) => {
  expect(ask(request)).toMatchObject({ ok: false, failure: { code } });
});

/** A list in a list in a list. */
function nested(depth: number, innermost: Json): Json {
  let value = innermost;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

function tryOutput(expected: Json, output: Json) {
  const fixture = {
    fixture_id: 'deep',
    label: '',
    expected_outputs: new Map([['__proto__', expected]]),
    required_capabilities: [],
    regression_labels: [],
  };
  const request = { evaluate: 'eval_outcome', fixture, outputs: new Map([['__proto__', output]]), granted: [] };
  const outer = toJson({ ...request, fixture: 0n, outputs: 0n }) as ReadonlyMap<string, Json>;
  const filled = new Map<string, Json>([
    ...outer,
    ['fixture', new Map(Object.entries(fixture))],
    ['outputs', request.outputs],
  ]);
  const result = evaluate(filled, runtime);
  return result.ok ? result.value.get('failed_checks') : result.failure;
}

test('outputs of any depth are compared, under any key (EXT-OUTCOME)', () => {
  expect(tryOutput(nested(100_000, 'a'), nested(100_000, 'a'))).toEqual([]);
  expect(tryOutput(nested(100_000, 'a'), nested(100_000, 'b'))).toEqual(['expected_output_mismatch:__proto__']);
  expect(tryOutput(new Map([['a', 1n]]), new Map([['b', 1n]]))).toEqual(['expected_output_mismatch:__proto__']);
  expect(tryOutput(1n, 1)).toEqual(['expected_output_mismatch:__proto__']);
});

test('a sum beyond 64 bits stays the greatest number there is', () => {
  const outcome = {
    fixture_id: 'a',
    passed: true,
    failed_checks: [],
    flaky_signal: false,
    provider_usage: { tokens: 2n ** 64n - 1n },
    artifact_refs: [],
  };
  const run = {
    evaluate: 'eval_run',
    eval_run_id: 'r',
    package_id: 'p',
    outcomes: [outcome, outcome],
    regression_labels: [],
    recorded_at_unix_ms: 0n,
  };
  const result = ask(run);
  expect(result.ok && result.value.get('provider_usage')).toEqual(new Map([['tokens', 2n ** 64n - 1n]]));
});
