import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseManifest } from '#reference/manifest/parse.ts';
import { reasons } from '#spec/reasons.ts';
import { someManifest } from './arbitrary-manifest.ts';

const pieces = [
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '"""',
  "'''",
  '=',
  '.',
  ',',
  '\n',
  '#',
  '\\',
  '1979-05-27',
  '1e400',
  'a',
  '0x',
  '[[',
  ']]',
];
const tomlLike = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

test('arbitrary bytes as a manifest bring a failure with a code, and never a throw', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    tomlLike.map((text) => Buffer.from(text)),
  );
  const property = fc.property(anyBytes, (bytes) => expectAnswer(bytes));
  fc.assert(property, { numRuns: 3000 });
});

test('a manifest into which something was pasted brings a failure with a code, or a value, and never a throw', () => {
  const property = fc.property(someManifest, tomlLike, fc.nat(), fc.nat(20), (text, pasted, place, cut) => {
    const at = place % text.length;
    expectAnswer(Buffer.from(text.slice(0, at) + pasted + text.slice(at + cut)));
  });
  fc.assert(property, { numRuns: 1500 });
});

function expectAnswer(bytes: Uint8Array): void {
  const result = parseManifest(bytes);
  if (!result.ok) expect(Object.hasOwn(reasons, result.failure.code)).toBe(true);
}
