import fc from 'fast-check';
import type { InstalledRecord } from '#reference/lifecycle/index/installed-index.ts';
import { indexFromJson, indexToJson } from '#reference/lifecycle/index/installed-index.ts';
import type { StatusRow } from '#reference/lifecycle/step/types.ts';
import type { SkillFacts } from '#reference/lifecycle/view/facts.ts';
import { skillStatuses } from '#spec/eligibility.ts';

export const someId = fc.constantFrom('acme.a', 'acme.b', 'acme.a_b', '__proto__');
export const someVersion = fc.constantFrom('1.0.0', '1.9.0', '1.10.0', '01.0.0', 'x');

const someTime = fc.bigInt({ min: 0n, max: 3n });
const identity = ({ skillId, version }: { readonly skillId: string; readonly version: string }) =>
  JSON.stringify([skillId, version]);

export const someRows: fc.Arbitrary<readonly StatusRow[]> = fc.uniqueArray(
  fc.record({
    skillId: someId,
    version: someVersion,
    status: fc.constantFrom(...skillStatuses),
    reason: fc.option(fc.string()),
    detectedAtMs: someTime,
    operatorPrincipal: fc.constant('user:ann'),
    createdAtUnixMs: someTime,
    updatedAtUnixMs: someTime,
  }),
  { selector: identity, maxLength: 6 },
);

/** As an index in normal form has them. */
export const someRecords: fc.Arbitrary<readonly InstalledRecord[]> = fc
  .uniqueArray(
    fc.record({
      skillId: someId,
      version: someVersion,
      publisher: fc.constantFrom('acme', 'zeta'),
      current: fc.boolean(),
      installedAtUnixMs: someTime,
      artifactSha256: fc.constant('00'),
      payloadSha256: fc.constant('00'),
      signatureKeyId: fc.constant('ed25519:0'),
      trustDecision: fc.constantFrom('allowlisted', 'tofu_pinned', '__proto__'),
      source: fc.constant({ kind: 'local_artifact', reference: '' }),
      missingSecrets: fc.constant([]),
    }),
    { selector: identity, maxLength: 6 },
  )
  .map((entries) => {
    const index = indexFromJson(indexToJson({ updatedAtUnixMs: 0n, entries }));
    if (!index.ok) throw new Error(index.failure.code);
    return index.value.entries;
  });

const someVersionOfHost = fc.constantFrom('0.0.9', '0.1.0', '0.1.1', '0.10.0');
const someCapabilities = fc.subarray(['camera', 'scale', '*'] as const);

export const someFacts: fc.Arbitrary<readonly SkillFacts[]> = fc.array(
  fc.record({
    skillId: someId,
    version: someVersion,
    requiredProtocolMajor: fc.bigInt({ min: 0n, max: 2n }),
    minPalyraVersion: someVersionOfHost,
    maxPalyraVersion: fc.option(someVersionOfHost),
    deviceCapabilities: someCapabilities,
    nodeCapabilities: someCapabilities,
  }),
  { maxLength: 8 },
);
