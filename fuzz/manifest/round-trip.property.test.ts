import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseManifest } from '#reference/manifest/parse.ts';
import { manifestToJson } from '#reference/manifest/to-json.ts';
import { encodeManifestToml } from '#reference/manifest/to-toml.ts';
import { someManifest } from './arbitrary-manifest.ts';

test('what is written of a manifest reads back as the same manifest (BUILD-MANIFEST)', () => {
  const property = fc.property(someManifest, (text) => {
    const first = parseManifest(Buffer.from(text));
    if (!first.ok) throw new Error(JSON.stringify(first.failure));
    const written = encodeManifestToml(first.value);
    if (!written.ok) throw new Error(JSON.stringify(written.failure));
    const second = parseManifest(Buffer.from(written.value));
    if (!second.ok) throw new Error(`${JSON.stringify(second.failure)}\n${written.value}`);
    expect(manifestToJson(second.value)).toEqual(manifestToJson(first.value));
    expect(encodeManifestToml(second.value)).toEqual(written);
  });
  fc.assert(property, { numRuns: 500 });
});
