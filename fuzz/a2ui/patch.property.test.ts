import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch } from '#reference/a2ui/server/apply.ts';
import { parseDocument } from '#reference/a2ui/server/document.ts';
import { parsePatch, patchFromJson } from '#reference/a2ui/server/patch.ts';
import type { Json } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import { naivePatch } from './naive-patch.ts';

const names = ['a', 'b', '', '0', '1', '01', '-', '__proto__', 'constructor', 'a/b', '~', '~1', 'é'];
const someName = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('a', 'b', '0') }, fc.constantFrom(...names));
const someNumber = fc.constantFrom<Json>(0n, 1n, 1, 0.5, 18446744073709551615n, -9223372036854775808n);

const { value: someState } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Json>(null, true, 'text', ''),
    someNumber,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(someName, tie('value')), { maxLength: 4 }).map((members): Json => new Map(members)),
  ),
}));

const someContainer = someState.filter((state) => typeof state === 'object' && state !== null);
const someToken = fc.oneof(fc.constantFrom('0', '1', '2', '3', '-', '00', '4294967296'), someName);
const somePath = fc
  .array(someToken, { maxLength: 3 })
  .map((tokens) => tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
const someOperation = fc.oneof(
  fc.record({ op: fc.constantFrom('add', 'replace'), path: somePath, value: someState }),
  fc.record({ op: fc.constant('remove'), path: somePath }),
);

function toJson(ops: readonly object[]): Json {
  return new Map<string, Json>([
    ['v', 1n],
    ['ops', ops.map((op) => new Map(Object.entries(op)))],
  ]);
}

test('a patch does what a naive model does, whatever the state and the operations are (A2-APPLY-WALK, A2-ATOMIC)', () => {
  let applied = 0;
  const property = fc.property(someContainer, fc.array(someOperation, { minLength: 1, maxLength: 2 }), (state, ops) => {
    const before = encodeJson(state);
    const patch = patchFromJson(toJson(ops));
    if (!patch.ok) throw new Error(patch.failure.code);
    const result = applyPatch(state, patch.value);
    const expected = naivePatch(state, ops);
    if (expected === undefined) expect(result).toMatchObject({ failure: { code: 'a2ui.op-conflict' } });
    else {
      expect(result).toEqual({ ok: true, value: expected.state });
      applied++;
    }
    expect(encodeJson(state)).toBe(before);
    expect(applyPatch(state, patch.value)).toEqual(result);
  });
  fc.assert(property, { numRuns: 3000 });
  expect(applied).toBeGreaterThan(300);
});

test('a patch that is written and read again does the same (A2-PATCH-JSON)', () => {
  const property = fc.property(someState, fc.array(someOperation, { minLength: 1, maxLength: 4 }), (state, ops) => {
    const json = toJson(ops);
    const [once, again] = [patchFromJson(json), parsePatch(Buffer.from(encodeJson(json)))];
    expect(again).toEqual(once);
    if (once.ok && again.ok) expect(applyPatch(state, again.value)).toEqual(applyPatch(state, once.value));
  });
  fc.assert(property, { numRuns: 300 });
});

test('whatever the bytes are, a document and a patch are accepted or refused, and nothing is thrown (A2-JSON)', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    '"v"',
    '"ops"',
    '"surface"',
    '"components"',
    '"op"',
    '"path"',
    ':',
    ',',
    '1',
    '"/a"',
    '"add"',
    '\ufeff',
    'null',
  ];
  const someText = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => Buffer.from(parts.join('')));
  const property = fc.property(fc.oneof(someText, fc.uint8Array()), (bytes) => {
    for (const result of [parseDocument(bytes), parsePatch(bytes)]) {
      if (!result.ok) expect(result.failure.code).toMatch(/^a2ui\./);
    }
  });
  fc.assert(property, { numRuns: 2000 });
});

test('a deep state and a long list are patched in no more than their size (A2-APPLY-WALK)', () => {
  let deep: Json = 1n;
  for (let n = 0; n < 10_000; n++) deep = new Map([['a', deep]]);
  const patch = patchFromJson(toJson([{ op: 'replace', path: '/a'.repeat(10_000), value: 2n }]));
  expect(patch.ok && applyPatch(deep, patch.value).ok).toBe(true);
});
