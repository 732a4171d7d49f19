import { i64, u64 } from './numbers.ts';
import { boolean, list, nullable, object, ref, string, word } from './schema.ts';

const opaque = { type: 'object' } as const;

const installedRecord = object(
  {
    skill_id: string,
    version: string,
    publisher: string,
    current: boolean,
    installed_at_unix_ms: i64,
    artifact_sha256: string,
    payload_sha256: string,
    signature_key_id: string,
    trust_decision: string,
    source: object({ kind: string, reference: string }),
    missing_secrets: list(object({ scope: string, key: string })),
  },
  { security_scan: opaque, rollback_snapshot: opaque },
);

export const installedIndex = object(
  { schema_version: { const: 1n }, updated_at_unix_ms: i64, entries: list(installedRecord) },
  {},
  { $comment: 'IDX-ORDER, IDX-CURRENT-KEPT: in order, and with one current record of every skill.' },
);

const decided = {
  skill_id: string,
  version: string,
  status: word('active', 'quarantined', 'disabled'),
  reason: nullable(string),
  detected_at_ms: i64,
  operator_principal: string,
};

const statusRow = object({ ...decided, created_at_unix_ms: i64, updated_at_unix_ms: i64 });

const decisions = word('skill.quarantined', 'skill.enabled');
const journalPayload = object({ event: decisions, ...decided });

export const stepInput = {
  state: ref('json'),
  policy: object({ quarantine_new: boolean, reaudit_interval_ms: u64 }),
  event: ref('json'),
  nowUnixMs: i64,
};

const effect = {
  oneOf: [
    object({ kind: word('store-version', 'remove-version'), skill_id: string, version: string }),
    object({ kind: { const: 'point-current' }, skill_id: string, version: nullable(string) }),
    object({
      kind: { const: 'fire-hook' },
      event: word('skill:quarantined', 'skill:enabled'),
      payload: journalPayload,
    }),
  ],
};

export const stepValue = {
  result: word(
    'installed',
    'updated',
    'already-current',
    'refused-by-audit',
    'removed',
    'quarantined',
    'enabled',
    'audited',
    'reaudited',
  ),
  state: object({ index: installedIndex, statuses: list(statusRow), next_reaudit_unix_ms: nullable(i64) }),
  log: list(
    object({
      event_kind: word(
        'skill.audit',
        'skill.quarantined',
        'skill.installed',
        'skill.updated',
        'skill.removed',
        'skill.enabled',
      ),
      timestamp_unix_ms: i64,
      payload: opaque,
    }),
  ),
  journal: list(object({ event: decisions, payload: journalPayload })),
  effects: list(effect),
};
