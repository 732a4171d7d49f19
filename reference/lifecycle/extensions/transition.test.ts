import { expect, test } from 'vitest';
import { toJson, toJsonObject } from '#spec/compile/plain.ts';
import { describeExtension } from '#spec/failure/extensions.ts';
import type { Json } from '#spec/json/value.ts';
import type { WireValue } from '#spec/operations.ts';
import { enabled, quarantined, request } from '#spec/schema/worked/packages.ts';
import { changeStatus } from './change-status.ts';

type Fields = { readonly [field: string]: WireValue };

function change(record: Fields, asked: Fields) {
  return changeStatus(toJson(record), toJson(asked));
}

test('a package that somebody else approved leaves its quarantine (EXT-APPROVAL, EXT-EFFECT)', () => {
  expect(change(quarantined, request)).toEqual({ ok: true, value: toJsonObject(enabled) });
});

test('what cannot leave at once cannot leave in two steps (EXT-APPROVAL-DISABLED)', () => {
  const { approved_by: _, ...alone } = request;
  const direct = change(quarantined, alone);
  const first = change(quarantined, { ...alone, target_status: 'disabled' });
  expect([direct, first]).toMatchObject([
    { failure: { code: 'extension.not-approved' } },
    { failure: { code: 'extension.not-approved' } },
  ]);
});

test.each([' user:ann', 'user:ann\u0085', '\u3000user:ann\t'])(
  'an approver %j is the actor user:ann, and so is the other way round (EXT-SECOND-PERSON, EXT-TRIMMED-ACTOR)',
  (name) => {
    const failure = { code: 'extension.self-approved' };
    expect(change(quarantined, { ...request, approved_by: name })).toMatchObject({ failure });
    expect(change(quarantined, { ...request, approved_by: 'user:ann', actor_principal: name })).toMatchObject({
      failure,
    });
  },
);

test('the record that is changed stays as it was', () => {
  const record = toJson(quarantined);
  const before = new Map(record as ReadonlyMap<string, Json>);
  changeStatus(record, toJson(request));
  expect(record).toEqual(before);
});

test.each<[string, Fields, Fields]>([
  ['record: Infinity', { ...quarantined, updated_at_unix_ms: Number.POSITIVE_INFINITY }, request],
  ['record: half a character', { ...quarantined, status: '\ud800' }, request],
  ['record: a name that objects have', { ...quarantined, status: 'constructor' }, request],
  ['record: a long text', { ...quarantined, manifest_hash: 'a'.repeat(4097) }, request],
  ['request: a long list in place of a text', quarantined, { ...request, reason: Array(100_000).fill('a') }],
  ['request: a name of a prototype', quarantined, { ...request, target_status: '__proto__' }],
])('hostile input has a failure with a sentence: %s', (_, record, asked) => {
  const answer = change(record, asked);
  if (answer.ok) throw new Error('it is accepted');
  expect(describeExtension(answer.failure)).toMatch(/^re(?:cord|quest).*\.$/);
});
