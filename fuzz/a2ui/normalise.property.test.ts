import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseDocument } from '#reference/a2ui/client/normalise.ts';
import { normalDocumentToJson } from '#reference/a2ui/client/to-json.ts';
import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import { someDocument, someScalar } from './arbitrary-document.ts';

test('a normal document is its own normal form, and no two ids in it are equal (A2C-IDEMPOTENT, A2C-IDS-UNIQUE)', () => {
  let seen = 0;
  const property = fc.property(someDocument, (given) => {
    const before = encodeJson(given);
    const first = normaliseDocument(given);
    expect(encodeJson(given)).toBe(before);
    if (!first.ok) return;
    seen++;
    const json = normalDocumentToJson(first.value);
    expect(normaliseDocument(json)).toEqual(first);
    const ids = first.value.components.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const component of first.value.components) {
      expect(component.id.length).toBeLessThanOrEqual(64);
      if (component.type !== 'form') continue;
      expect(new Set(component.fields.map(({ id }) => id)).size).toBe(component.fields.length);
    }
  });
  fc.assert(property, { numRuns: 3000 });
  expect(seen).toBeGreaterThan(500);
});

test('whatever a document is, it is read or refused, and its strings stay whole characters (A2C-OBJECT, A2C-WHOLE-CHARACTERS)', () => {
  const anything = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      someScalar,
      fc.array(tie('value'), { maxLength: 5 }),
      fc
        .array(fc.tuple(fc.constantFrom('v', 'surface', 'components', 'type', 'props', 'fields'), tie('value')))
        .map((members): Json => new Map(members)),
    ),
  })).value;
  const property = fc.property(anything, (given) => {
    const result = normaliseDocument(given);
    if (result.ok) expect(isWhole(normalDocumentToJson(result.value))).toBe(true);
    else expect(result.failure.code).toMatch(/^a2ui\.client-/);
  });
  fc.assert(property, { numRuns: 2000 });
});

function isWhole(value: Json): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (isJsonArray(value)) return value.every(isWhole);
  return !isJsonObject(value) || [...value].every(([key, each]) => key.isWellFormed() && isWhole(each));
}

test('what is far too large, too deep or all of one id is read in bounded time (A2C-FIRST, A2C-SHOW)', () => {
  let deep: Json = 1n;
  for (let n = 0; n < 100_000; n++) deep = n % 2 === 0 ? [deep] : new Map([['a', deep]]);
  const wide = Array.from({ length: 1_000_000 }, () => 1n);
  const props = new Map<string, Json>([['items', [deep, wide, ...wide]]]);
  const list = new Map<string, Json>([
    ['id', 'k'],
    ['type', 'list'],
    ['props', props],
  ]);
  const document = new Map<string, Json>([
    ['v', 1n],
    ['surface', 's'],
    ['components', Array.from({ length: 1000 }, () => list)],
  ]);
  const result = normaliseDocument(document);
  expect(result.ok && result.value.components.length).toBe(128);
});
