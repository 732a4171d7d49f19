import fc from 'fast-check';
import { type BuiltArtifact, buildArtifact } from '#reference/artifact/build.ts';
import { signingKeyFromSeed } from '#reference/artifact/signing/signing-key.ts';
import { referenceIdentity } from '#reference/identity.ts';
import { names, runtime } from '#spec/constants.ts';
import type { NamedBytes } from '#spec/operations.ts';
import { someManifest } from '../manifest/arbitrary-manifest.ts';

export const host = { names: names.shipped, runtime };

const someBytes = fc.uint8Array({ maxLength: 200 });
const someSegment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 5 })
  .map((text) => `n${text.replace(/[\p{Cc}\p{Cs}/\\:]/gu, '_').toWellFormed()}n`);

const someFiles = (suffix: string, minLength: number): fc.Arbitrary<readonly NamedBytes[]> =>
  fc.uniqueArray(
    fc.record({
      path: fc.array(someSegment, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}${suffix}`),
      bytes: someBytes,
    }),
    { minLength, maxLength: 4, selector: ({ path }) => path },
  );

/** Inputs of a build that must succeed; null sidecars are generated. */
export const someBuild = fc.record({
  manifest: someManifest.map((text) => Buffer.from(text)),
  modules: someFiles('.wasm', 1),
  assets: someFiles('.txt', 0),
  sbom: fc.constantFrom(null, Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.5"}')),
  provenance: fc.constantFrom(null, Buffer.from('{"builder":{},"subject":[0]}')),
  seed: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  nowUnixMs: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
});

export type SomeBuild = typeof someBuild extends fc.Arbitrary<infer T> ? T : never;

export function build({ seed, ...input }: SomeBuild): BuiltArtifact {
  const key = signingKeyFromSeed(seed);
  if (!key.ok) throw new Error(key.failure.code);
  const built = buildArtifact({ ...input, key: key.value }, host, referenceIdentity);
  if (!built.ok) throw new Error(JSON.stringify(built.failure));
  return built.value;
}
