import { toJson } from '../../compile/plain.ts';
import { after, index, now } from './installed.ts';

export const view = {
  input: {
    state: toJson({ ...after, next_reaudit_unix_ms: now + 500n }),
    statusesReadable: true,
    skills: [
      {
        skill_id: 'acme.echo',
        version: '1.0.0',
        required_protocol_major: 1n,
        min_palyra_version: '0.1.0',
        max_palyra_version: null,
        device_capabilities: ['camera'],
        node_capabilities: [],
      },
    ],
    device: ['printer'],
    node: [],
    reauditInterval: ' 500',
    nowUnixMs: now,
  },
  value: {
    entries: [
      {
        skill_id: 'acme.echo',
        version: '1.0.0',
        install_state: 'installed_current',
        runtime_status: {
          status: 'quarantined',
          source: 'journal',
          quarantine_status: 'quarantined',
          reason: 'under review',
          detected_at_ms: now,
          operator_principal: 'user:ann',
        },
        eligibility: { status: 'blocked', eligible: false, reasons: ['quarantined', 'missing_device_capability'] },
      },
    ],
    totals: {
      installed: 1n,
      current: 1n,
      eligible: 0n,
      quarantined: 1n,
      disabled: 0n,
      unknown: 0n,
      publishers: ['acme'],
      trust_decisions: new Map([['allowlisted', 1n]]),
    },
    reaudit: { interval_ms: 500n, due: false, targets: [{ skill_id: 'acme.echo', version: '1.0.0' }] },
  },
};

export const gate = {
  input: {
    statuses: toJson(after.statuses),
    readable: true,
    index: toJson(index),
    input: Buffer.from('{"skill_id": "acme.echo"}'),
  },
  value: { code: 'skill.execution.denied', skill_id: 'acme.echo', version: '1.0.0', status: 'quarantined' },
};
