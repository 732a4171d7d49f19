import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyTrustStore } from '#reference/trust/store.ts';
import { verifyArtifact } from '#reference/trust/verify.ts';
import { build, host, someBuild } from './arbitrary-skill.ts';

const trust = { store: emptyTrustStore, allowTofu: true };

test('what is built verifies, with the contents that went in (BUILD-VERIFIES)', () => {
  const property = fc.property(someBuild, (input) => {
    const built = build(input);
    const verified = verifyArtifact(built.artifact, trust, host);
    if (!verified.ok) throw new Error(JSON.stringify(verified.failure));
    const { entries, payloadSha256 } = verified.value.inspection;
    expect(payloadSha256).toBe(built.payloadSha256);
    for (const { path, bytes } of input.modules) expect(entries.get(`modules/${path}`)).toEqual(Buffer.from(bytes));
    for (const { path, bytes } of input.assets) expect(entries.get(`assets/${path}`)).toEqual(Buffer.from(bytes));
    expect(entries.size).toBe(input.modules.length + input.assets.length + 4);
  });
  fc.assert(property, { numRuns: 150 });
});

test('one input and one clock give one archive (BUILD-DETERMINISTIC)', () => {
  const property = fc.property(someBuild, (input) => {
    expect(Buffer.compare(build(input).artifact, build(input).artifact)).toBe(0);
  });
  fc.assert(property, { numRuns: 30 });
});

test('the order in which files are given is not the order of anything (BUILD-REPEATABLE)', () => {
  const property = fc.property(someBuild, (input) => {
    const turned = { ...input, modules: input.modules.toReversed(), assets: input.assets.toReversed() };
    const given = {
      ...input,
      sbom: Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.5"}'),
      provenance: Buffer.from('{"builder":{},"subject":[0]}'),
    };
    const reversed = { ...given, modules: turned.modules, assets: turned.assets };
    expect(build(reversed).payloadSha256).toBe(build(given).payloadSha256);
  });
  fc.assert(property, { numRuns: 50 });
});
