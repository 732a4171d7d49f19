import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultPolicy, type RunnerPolicy } from '#reference/runtime/runner/policy.ts';
import { planInput } from '#reference/runtime/runner/run-plugin.ts';
import { names, runtime } from '#spec/constants.ts';
import { capabilityClasses } from '#spec/contracts/vocabulary.ts';
import { describeRunner } from '#spec/failure/runner.ts';
import { runnerTextFields } from '#spec/runner.ts';

const hosts = ['a.example', 'b.example'];
const policy: RunnerPolicy = {
  ...defaultPolicy,
  enabled: true,
  allowInlineModules: true,
  allowed: { ...defaultPolicy.allowed, http_hosts: hosts },
};

function plan(bytes: Uint8Array) {
  return planInput(bytes, { host: { names: names.shipped, runtime }, skills: () => [], policy, timeoutMs: 1n });
}

const someText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' ', 'run', '(module)', ...hosts));
const someValue = fc.oneof(fc.constant(null), someText, fc.jsonValue({ maxDepth: 2 }));
const someList = fc.oneof(fc.array(someText, { maxLength: 4 }), someValue);
const someCapabilities = fc.oneof(
  fc.array(someList, { maxLength: 5 }),
  fc.dictionary(fc.constantFrom(...capabilityClasses, 'other'), someList),
);
const someInput = fc.oneof(
  fc.dictionary(fc.constantFrom(...runnerTextFields, 'other'), someValue),
  fc.record({ module_wat: someText, capabilities: someCapabilities }),
  fc.array(someValue, { maxLength: 9 }),
);

test('whatever the input, there is a plan or a failure with a sentence', () => {
  const property = fc.property(someInput, (input) => {
    const planned = plan(Buffer.from(JSON.stringify(input)));
    if (!planned.ok) expect(describeRunner(planned.failure)).not.toBe('');
  });
  fc.assert(property, { numRuns: 2000 });
});

test('whatever the bytes, nothing is planned unless they are JSON', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
    expect(plan(bytes).ok).toBe(false);
  });
  fc.assert(property, { numRuns: 2000 });
});

test('what is granted is what was asked for, in any order, and never more than the policy allows', () => {
  const padded = fc.tuple(
    fc.constantFrom('', ' ', '\u0085'),
    fc.constantFrom(...hosts),
    fc.constantFrom('', '.', '..'),
  );
  const property = fc.property(fc.array(padded), (entries) => {
    const asked = entries.map((parts) => parts.join(''));
    const input = { module_wat: '(module)', capabilities: { http_hosts: asked } };
    const planned = plan(Buffer.from(JSON.stringify(input)));
    if (!planned.ok) throw new Error(planned.failure.code);
    expect(planned.value.granted.http_hosts).toEqual([...new Set(entries.map(([, host]) => host))].sort());
  });
  fc.assert(property, { numRuns: 500 });
});
