import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeStatus } from '#reference/lifecycle/extensions/change-status.ts';
import { toJson, toJsonObject } from '#spec/compile/plain.ts';
import { allowedTransitions, type PackageStatus, packageStatuses } from '#spec/extensions.ts';
import { describeExtension } from '#spec/failure/extensions.ts';
import type { WireValue } from '#spec/operations.ts';
import { quarantined, request } from '#spec/schema/worked/packages.ts';

const someStatus = fc.constantFrom(...packageStatuses);
const someTime = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const somePrincipal = fc.constantFrom('a', ' a', 'a\u0085', 'b', 'A', '\u3000b');

const someRecord = fc
  .record({ status: someStatus, compatible: fc.boolean(), created: someTime })
  .map(({ status, compatible, created }) => ({
    ...quarantined,
    status,
    compatibility: { ...quarantined.compatibility, compatible },
    created_at_unix_ms: created,
  }));
const someRequest = fc
  .record({ target: someStatus, actor: somePrincipal, approver: fc.option(somePrincipal), at: someTime })
  .map(({ target, actor, approver, at }) => ({
    ...request,
    target_status: target,
    actor_principal: actor,
    approved_by: approver,
    requested_at_unix_ms: at,
  }));

test('EXT-TRANSITIONS, EXT-COMPATIBLE: what is granted is allowed, and what is allowed is granted or for want of one thing not', () => {
  const property = fc.property(someRecord, someRequest, (record, asked) => {
    const answer = changeStatus(toJson(record), toJson(asked));
    const targets: readonly PackageStatus[] = allowedTransitions[record.status];
    if (!targets.includes(asked.target_status)) {
      expect(answer).toMatchObject({ failure: { code: 'extension.not-allowed' } });
    } else if (!answer.ok) {
      expect(['extension.incompatible', 'extension.not-approved', 'extension.self-approved']).toContain(
        answer.failure.code,
      );
    }
  });
  fc.assert(property, { numRuns: 1000 });
});

test('EXT-EFFECT, EXT-UNCHANGED: three fields change, and no other', () => {
  const property = fc.property(someRecord, someRequest, (record, asked) => {
    const answer = changeStatus(toJson(record), toJson(asked));
    if (!answer.ok) return;
    expect(answer.value).toEqual(
      toJsonObject({
        ...record,
        status: asked.target_status,
        status_reason: asked.reason.trim(),
        updated_at_unix_ms: asked.requested_at_unix_ms,
      }),
    );
  });
  fc.assert(property, { numRuns: 1000 });
});

/** Everything that one principal can bring about alone, in as many steps as it likes. */
function reachedAlone(start: WireValue): ReadonlySet<string> {
  const reached = new Map([['quarantined', toJson(start)]]);
  for (const record of reached.values()) {
    for (const target of packageStatuses) {
      const asked = { ...request, target_status: target, actor_principal: 'a', approved_by: ' a ' };
      const answer = changeStatus(record, toJson(asked));
      if (answer.ok && !reached.has(target)) reached.set(target, answer.value);
    }
  }
  return new Set(reached.keys());
}

test('EXT-APPROVAL-DISABLED: by any number of steps nobody gets a package out of quarantine alone', () => {
  expect(reachedAlone(quarantined)).toEqual(new Set(['quarantined', 'removed']));
});

const names = fc.constantFrom(...Object.keys(quarantined), ...Object.keys(request), '__proto__', '');
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.bigInt(), fc.string({ unit: 'binary' }));

test('whatever record and request are, there is an answer or a failure with a sentence', () => {
  const spoilt = (whole: { readonly [field: string]: WireValue }) =>
    fc.oneof(
      anything,
      fc
        .tuple(names, anything)
        .map(([name, value]) => new Map<string, unknown>([...Object.entries(whole), [name, value]])),
    );
  const property = fc.property(spoilt(quarantined), spoilt(request), (record, asked) => {
    const answer = changeStatus(toJson(record as WireValue), toJson(asked as WireValue));
    if (!answer.ok) expect(describeExtension(answer.failure)).not.toBe('');
  });
  fc.assert(property, { numRuns: 2000 });
});
