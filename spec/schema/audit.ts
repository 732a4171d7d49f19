import { checkStatuses, severityOf } from '../audit.ts';
import { i64, u64 } from './numbers.ts';
import { boolean, list, object, ref, type Schema, string, when, word } from './schema.ts';
import { decision, warningCodes } from './trust.ts';

/** AUD-STATUS: a status goes with one severity. */
const severities: readonly Schema[] = checkStatuses.map((status) =>
  when({ status: { const: status } }, { severity: { const: severityOf[status] } }),
);

const record = object(
  { check_id: string, status: word(...checkStatuses), severity: word(...new Set(Object.values(severityOf))) },
  { details: { type: 'object' } },
  { allOf: severities },
);

export const auditValue = {
  skillId: string,
  version: string,
  publisher: string,
  accepted: { const: true },
  passed: boolean,
  shouldQuarantine: boolean,
  trustDecision: decision,
  payloadSha256: ref('sha256'),
  generatedAtUnixMs: i64,
  policy: object({
    max_module_bytes: u64,
    max_exported_functions: u64,
    allow_device_capabilities: boolean,
    allow_wildcard_capabilities: boolean,
  }),
  manifestWarnings: list(object({ code: word(...warningCodes), severity: { const: 'warning' } })),
  checks: list(record),
  further: { type: 'object', additionalProperties: list(record) },
  quarantineReasons: u64,
  vulnerabilityScan: record,
  trustStore: ref('trustStore'),
};
