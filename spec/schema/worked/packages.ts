/** A package that leaves its quarantine, and what is asked about it. */
export const quarantined = {
  package_id: 'skill:acme.echo@1.0.0',
  kind: 'skill',
  manifest_hash: 'a5f1d0e1c2b3948576a5f1d0e1c2b3948576a5f1d0e1c2b3948576a5f1d0e1c2',
  version: '1.0.0',
  source: { kind: 'local_artifact', reference: 'echo.palyra-skill' },
  status: 'quarantined',
  status_reason: 'the audit failed',
  grants: [{ class: 'network', value: 'api.example.com', policy_action: 'extension.capability.network.egress' }],
  compatibility: {
    compatible: true,
    manifest_version: 2n,
    required_protocol_major: 1n,
    current_protocol_major: 1n,
    min_host_version: '0.1.0',
    current_host_version: '0.1.0',
    issues: [],
  },
  created_at_unix_ms: 1_750_000_000_000n,
  updated_at_unix_ms: 1_750_000_060_000n,
};

export const request = {
  package_id: 'skill:acme.echo@1.0.0',
  target_status: 'enabled',
  actor_principal: 'user:ann',
  reason: ' looked at again ',
  approved_by: 'user:bob',
  requested_at_unix_ms: 1_750_000_120_000n,
};

export const enabled = {
  ...quarantined,
  status: 'enabled',
  status_reason: 'looked at again',
  updated_at_unix_ms: 1_750_000_120_000n,
};

export const question = {
  evaluate: 'rollback_plan',
  package_id: 'skill:acme.echo@1.0.0',
  outcomes: [
    {
      fixture_id: 'echoes',
      passed: false,
      failed_checks: ['expected_output_mismatch:text'],
      flaky_signal: false,
      provider_usage: {},
      artifact_refs: [],
    },
  ],
};

export const answer = {
  package_id: 'skill:acme.echo@1.0.0',
  target_status: 'rolled_back',
  policy_action: 'extension.self_improvement.rollback',
  audit_reason: 'self_improvement_regression_gate_failed',
};
