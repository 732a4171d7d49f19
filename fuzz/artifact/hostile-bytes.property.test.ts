import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArchive } from '#reference/artifact/container/read.ts';
import { inspectArtifact } from '#reference/artifact/inspect.ts';
import { checkProvenance, checkSbom } from '#reference/artifact/sidecars.ts';
import { parseSignatureRecord } from '#reference/artifact/signature-record.ts';
import { parseSigningKey } from '#reference/artifact/signing/signing-key.ts';
import { verifySignature } from '#reference/artifact/signing/verify.ts';
import { reasons } from '#spec/reasons.ts';
import type { Result } from '#spec/result.ts';
import { build, host, someBuild } from './arbitrary-skill.ts';

/** Bytes from nowhere, and bytes that begin like something. */
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...'{}[]":,\\u0019e+-.tfn \n'), maxLength: 200 }).map((text) => Buffer.from(text)),
  fc.json().map((text) => Buffer.from(text)),
);

const parsers: readonly (readonly [string, (bytes: Uint8Array) => Result<unknown>])[] = [
  ['an archive', readArchive],
  ['an artifact', (bytes) => inspectArtifact(bytes, host)],
  ['a signature record', parseSignatureRecord],
  ['a bill of materials', checkSbom],
  ['a provenance record', checkProvenance],
  ['a signing key', parseSigningKey],
  ['a signature', (bytes) => verifySignature({ publicKey: bytes, message: bytes, signature: bytes }, 'hardened')],
];

test.each(parsers)('arbitrary bytes as %s bring a failure with a code, or a value, and never a throw', (_, parse) => {
  const property = fc.property(anyBytes, (bytes) => expectAnswer(parse(bytes)));
  fc.assert(property, { numRuns: 1000 });
});

test('an artifact with many bytes changed brings a failure with a code, or a value, and never a throw', () => {
  const someDamage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
  const property = fc.property(someBuild, someDamage, fc.nat(), (input, damage, cut) => {
    const bytes = Uint8Array.from(build(input).artifact);
    for (const [place, byte] of damage) bytes[place % bytes.length] = byte;
    expectAnswer(inspectArtifact(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes, host));
  });
  fc.assert(property, { numRuns: 500 });
});

function expectAnswer(result: Result<unknown>): void {
  if (!result.ok) expect(Object.hasOwn(reasons, result.failure.code)).toBe(true);
}
