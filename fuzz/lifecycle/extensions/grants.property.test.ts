import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '#reference/lifecycle/extensions/evaluate.ts';
import { toJson } from '#spec/compile/plain.ts';
import { runtime } from '#spec/constants.ts';
import { evaluations, grantClasses } from '#spec/extensions.ts';
import type { WireValue } from '#spec/operations.ts';

const someText = fc.oneof(fc.constantFrom('a', ' a', 'b', 'A', '\u0085', '', '\uff5e', '\u{1f600}'), fc.string());
const someGrant = fc.record(
  { class: fc.constantFrom(...grantClasses), value: someText, scope: fc.option(someText) },
  { requiredKeys: ['class', 'value'] },
);
const someGrants = fc.array(someGrant, { maxLength: 6 });

function diff(requested: WireValue, granted: WireValue): ReadonlyMap<string, unknown> {
  const result = evaluate(toJson({ evaluate: 'capability_diff', requested, granted }), runtime);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

test('EXT-DIFF: what is missing one way round is in excess the other way round', () => {
  const property = fc.property(someGrants, someGrants, (one, other) => {
    const [there, back] = [diff(one, other), diff(other, one)];
    expect(there.get('missing')).toEqual(back.get('excess'));
    expect(there.get('valid')).toBe(back.get('valid'));
    expect(diff(one, one).get('valid')).toBe(true);
  });
  fc.assert(property, { numRuns: 500 });
});

test('EXT-CANONICAL: a canonical list is that of any order of its grants, and its own', () => {
  const shuffled = someGrants.chain((grants) =>
    fc.tuple(fc.constant(grants), fc.shuffledSubarray(grants, { minLength: grants.length })),
  );
  const property = fc.property(shuffled, ([grants, others]) => {
    const canonical = diff(grants, []).get('requested');
    expect(diff(others, []).get('requested')).toEqual(canonical);
    expect(diff(canonical as WireValue, []).get('requested')).toEqual(canonical);
  });
  fc.assert(property, { numRuns: 500 });
});

test('whatever is asked, there is a result or a failure', () => {
  const anything = fc.jsonValue({ maxDepth: 4 });
  const members = ['outcomes', 'package_id', 'fixture', 'requested', 'granted', 'compatible', 'status', 'audit_passed'];
  const question = fc
    .tuple(fc.constantFrom(...evaluations), fc.dictionary(fc.constantFrom(...members), anything))
    .map(([kind, rest]) => ({ evaluate: kind, ...rest }));
  const property = fc.property(fc.oneof(question, anything), (request) => {
    expect(evaluate(toJson(request as WireValue), runtime)).toHaveProperty('ok');
  });
  fc.assert(property, { numRuns: 2000 });
});
