import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectArtifact } from '#reference/artifact/inspect.ts';
import { build, host, someBuild } from './arbitrary-skill.ts';

/**
 * The bytes of an archive that carry no meaning: a change of them is accepted and changes nothing that was signed. They
 * are the times and attributes of the headers, and the text of the signing time, which nothing speaks for.
 */
test('a change of one byte is refused, or changes nothing that a reader can see (ART-HEADERS-AGREE)', () => {
  const property = fc.property(someBuild, fc.nat(), fc.integer({ min: 1, max: 255 }), (input, place, difference) => {
    const built = build(input);
    const original = inspectArtifact(built.artifact, host);
    const at = place % built.artifact.length;
    const changed = Uint8Array.from(built.artifact);
    changed[at] = (changed[at] ?? 0) ^ difference;
    const result = inspectArtifact(changed, host);
    if (!result.ok) return;
    if (!original.ok) throw new Error(original.failure.code);
    const { signature, entries, ...seen } = result.value;
    const { signature: signatureBefore, entries: entriesBefore, ...before } = original.value;
    expect(seen).toEqual(before);
    expect({ ...signature, signedAtUnixMs: 0n }).toEqual({ ...signatureBefore, signedAtUnixMs: 0n });
    expect(withoutSignature(entries)).toEqual(withoutSignature(entriesBefore));
  });
  fc.assert(property, { numRuns: 1000 });
});

function withoutSignature(entries: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map([...entries].filter(([name]) => name !== 'signature.json'));
}
