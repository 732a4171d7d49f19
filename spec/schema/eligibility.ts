import {
  eligibilityReasons,
  eligibilityStatuses,
  gateCodes,
  installStates,
  quarantineStatuses,
  skillStatuses,
  statusSources,
} from '../eligibility.ts';
import { i64, u32, u64 } from './numbers.ts';
import { boolean, list, nullable, object, string, word } from './schema.ts';

const count = u64;

export const skillFacts = object({
  skill_id: string,
  version: string,
  required_protocol_major: u32,
  min_palyra_version: string,
  max_palyra_version: nullable(string),
  device_capabilities: list(string),
  node_capabilities: list(string),
});

const entry = object({
  skill_id: string,
  version: string,
  install_state: word(...installStates),
  runtime_status: object({
    // VIEW-OTHER-WORD: some hosts print what is stored.
    status: string,
    source: word(...statusSources),
    quarantine_status: word(...quarantineStatuses),
    reason: nullable(string),
    detected_at_ms: nullable(i64),
    operator_principal: nullable(string),
  }),
  eligibility: object({
    status: word(...eligibilityStatuses),
    eligible: boolean,
    reasons: list(word(...eligibilityReasons), { uniqueItems: true }),
  }),
});

export const viewValue = {
  entries: list(entry),
  totals: object({
    installed: count,
    current: count,
    eligible: count,
    quarantined: count,
    disabled: count,
    unknown: count,
    publishers: list(string, { uniqueItems: true }),
    trust_decisions: { type: 'object', additionalProperties: count },
  }),
  reaudit: object({
    interval_ms: nullable(u64),
    due: boolean,
    targets: list(object({ skill_id: string, version: string }), { uniqueItems: true }),
  }),
};

export const gateValue = {
  code: word(...gateCodes),
  skill_id: nullable(string),
  version: nullable(string),
  status: nullable(word(...skillStatuses)),
};
