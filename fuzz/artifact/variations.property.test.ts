import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeZip } from '#fixtures/zip/encode.ts';
import type { ZipEntry } from '#fixtures/zip/model.ts';
import { inspectArtifact } from '#reference/artifact/inspect.ts';
import { build, host, someBuild } from './arbitrary-skill.ts';

/** Everything about one entry that a packer may choose freely. */
const someChoices = fc.record({
  method: fc.constantFrom<'stored' | 'deflated'>('stored', 'deflated'),
  time: fc.nat(0xffff),
  version: fc.nat(45),
  permissions: fc.constantFrom(0o644, 0o600, 0o755, 0o4755),
  descriptor: fc.constantFrom(undefined, {}, { signature: false }),
  extra: fc.constantFrom(undefined, Uint8Array.of(0xfe, 0xca, 2, 0, 1, 2)),
  comment: fc.constantFrom(undefined, 'free text'),
});

test('what a packer may choose freely changes neither verdict nor payload hash (ART-VARIATIONS)', () => {
  const property = fc.property(
    someBuild,
    fc.infiniteStream(someChoices),
    fc.boolean(),
    fc.constantFrom(undefined, 'an archive comment'),
    (input, choices, withDirectory, comment) => {
      const built = build(input);
      const original = inspectArtifact(built.artifact, host);
      if (!original.ok) throw new Error(original.failure.code);
      const files = [...original.value.entries].map(([name, content]): ZipEntry => {
        const { method, time, version, permissions, descriptor, extra, comment: note } = choices.next().value;
        const attributes = { externalAttributes: (0o100000 + permissions) * 0x10000, comment: note ?? '' };
        const headers = { time, version, ...(extra === undefined ? {} : { extra }) };
        return { name, content, method, both: headers, central: attributes, ...(descriptor && { descriptor }) };
      });
      const directory: ZipEntry = { name: 'modules/', content: '', central: { externalAttributes: 0o40755 * 0x10000 } };
      const entries = [...(withDirectory ? [directory] : []), ...files.toReversed()];
      const repacked = inspectArtifact(encodeZip({ entries, ...(comment && { end: { comment } }) }), host);
      if (!repacked.ok) throw new Error(JSON.stringify(repacked.failure));
      expect(repacked.value.payloadSha256).toBe(built.payloadSha256);
      expect(new Map([...repacked.value.entries].sort())).toEqual(new Map([...original.value.entries].sort()));
    },
  );
  fc.assert(property, { numRuns: 150 });
});
