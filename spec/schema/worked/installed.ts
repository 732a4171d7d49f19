const digest = 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';

/** One skill, as the index has it. */
const record = {
  skill_id: 'acme.echo',
  version: '1.0.0',
  publisher: 'acme',
  current: true,
  installed_at_unix_ms: 1_750_000_000_000n,
  artifact_sha256: digest,
  payload_sha256: digest,
  signature_key_id: 'ed25519:6e7a1cdd29b0b78f',
  trust_decision: 'allowlisted',
  source: { kind: 'local_artifact', reference: 'echo.palyra-skill' },
  missing_secrets: [],
};

export const index = { schema_version: 1n, updated_at_unix_ms: 1_750_000_000_000n, entries: [record] };

const now = 1_750_000_060_000n;

const decided = {
  skill_id: 'acme.echo',
  version: '1.0.0',
  status: 'quarantined',
  reason: 'under review',
  detected_at_ms: now,
  operator_principal: 'user:ann',
};

const payload = { event: 'skill.quarantined', ...decided };

export const before = { index, statuses: [], next_reaudit_unix_ms: null };

export const event = {
  kind: 'quarantine',
  skill_id: ' Acme.Echo ',
  version: null,
  reason: ' under review ',
  principal: 'user:ann',
};

export const after = {
  index,
  statuses: [{ ...decided, created_at_unix_ms: now, updated_at_unix_ms: now }],
  next_reaudit_unix_ms: null,
};

export const log = [{ event_kind: 'skill.quarantined', timestamp_unix_ms: now, payload: decided }];
export const journal = [{ event: 'skill.quarantined', payload }];
export const effects = [{ kind: 'fire-hook', event: 'skill:quarantined', payload }];
export { now };
