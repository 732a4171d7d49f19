import { signatureAlgorithm, verifiedEvent } from '../constants.ts';
import { i64 } from './numbers.ts';
import { bareIdentifier, base64Of32Bytes, base64Of64Bytes, hexOf32Bytes, keyId, trustedKey } from './patterns.ts';
import { boolean, type Definitions, list, map, object, ref, string, text, word } from './schema.ts';

export const decision = word('allowlisted', 'tofu_pinned', 'tofu_newly_pinned');

export const warningCodes = [
  'legacy_manifest_version',
  'missing_operator_metadata',
  'missing_operator_display_name',
  'empty_operator_config_contract',
  'operator_config_redaction_recommended',
] as const;

export const actions = [
  'skill.capability.device.use',
  'skill.capability.filesystem.write',
  'skill.capability.http.egress',
  'skill.capability.vault.read',
  'tool.execute',
] as const;

export const trustSchemas = {
  signature: object({
    algorithm: { const: signatureAlgorithm },
    publisher: ref('identifier', { $comment: 'SIG-PUBLISHER: as the manifest writes it.' }),
    key_id: text(keyId, { $comment: 'SIG-KEY-ID: derived from the public key.' }),
    public_key_base64: text(base64Of32Bytes, { $comment: 'SIG-KEY: a point of the curve.' }),
    payload_sha256: ref('sha256', { $comment: 'ART-PAYLOAD-HASH' }),
    signature_base64: text(base64Of64Bytes, { $comment: 'SIG-VERIFY' }),
    signed_at_unix_ms: { ...i64, $comment: 'ART-SIGNED-AT: neither signed nor checked; an integer literal.' },
  }),
  trustStore: object(
    {},
    {
      trusted_publishers: map(ref('identifier'), list(text(trustedKey), { minItems: 1n })),
      tofu_publishers: map(ref('identifier'), text(trustedKey)),
    },
    { $comment: 'TRUST-PIN-CONFLICT: two pins whose names are equal after trimming hold one key.' },
  ),
  normalTrustStore: object(
    {
      trusted_publishers: map(text(bareIdentifier), list(text(hexOf32Bytes), { minItems: 1n, uniqueItems: true })),
      tofu_publishers: map(text(bareIdentifier), text(hexOf32Bytes)),
    },
    {},
    { $comment: 'TRUST-STORE-MERGE: names and keys are sorted by bytes.' },
  ),
  report: object({
    accepted: { const: true },
    trust_decision: decision,
    payload_sha256: ref('sha256'),
    manifest: ref('manifest'),
    manifest_warnings: list(ref('warning')),
    capability_grants: ref('grants'),
    policy_bindings: list(ref('binding'), { uniqueItems: true }),
    audit_event: object(
      {
        event_kind: { const: verifiedEvent },
        skill_id: string,
        publisher: string,
        version: string,
        payload_sha256: ref('sha256'),
        trust_decision: decision,
        verified_at_unix_ms: i64,
        policy_bindings: list(ref('binding'), { uniqueItems: true }),
      },
      {},
      { $comment: 'REPORT-EVENT: what the report says too, it says alike.' },
    ),
  }),
  warning: object({ code: word(...warningCodes), severity: { const: 'warning' }, message: string }),
  binding: object({ action: word(...actions), resource: string, requires_approval: boolean }),
  sha256: text(hexOf32Bytes),
} satisfies Partial<Definitions>;
