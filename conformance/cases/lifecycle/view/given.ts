import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Recipe } from '../../../case.ts';
import type { JsonModel, ViewModel } from '../../../recipe/models.ts';

export type Fields = { readonly [field: string]: JsonModel };

export interface Asked extends Omit<ViewModel, 'state'> {
  readonly records: readonly Fields[];
  readonly statuses: readonly JsonModel[];
  readonly next: bigint | null;
}

/** A view of one skill, with no row and no audit ahead, but for what a case says. What is installed fits the host. */
export function viewing(ask: (world: World) => Partial<Asked> = () => ({})): (world: World) => Recipe {
  return (world) => {
    const asked = ask(world);
    const installed = asked.records ?? [record(world)];
    const usual: Asked = {
      records: installed,
      statuses: [],
      next: null,
      statusesReadable: true,
      skills: installed.map((each) => facts(world, { skill_id: `${each['skill_id']}`, version: `${each['version']}` })),
      device: [],
      node: [],
      reauditInterval: null,
      nowUnixMs: world.nowUnixMs,
    };
    const { records, statuses, next, ...rest } = { ...usual, ...asked };
    const index = { schema_version: 1n, updated_at_unix_ms: world.nowUnixMs - 5n, entries: records };
    return { operation: 'lifecycle.view', model: { state: { index, statuses, next_reaudit_unix_ms: next }, ...rest } };
  };
}

/** The current version 1.0.0 of the skill of the world. */
export function record(world: World, fields: Fields = {}): Fields {
  const digest = hex(world, 'digest');
  return {
    skill_id: world.skillId,
    version: '1.0.0',
    publisher: world.publisher,
    current: true,
    installed_at_unix_ms: world.nowUnixMs - 1000n,
    artifact_sha256: digest,
    payload_sha256: digest,
    signature_key_id: `ed25519:${digest.slice(0, 16)}`,
    trust_decision: 'allowlisted',
    source: { kind: 'local_artifact', reference: 'skill.palyra-skill' },
    missing_secrets: [],
    ...fields,
  };
}

export function row(world: World, status: string, fields: Fields = {}): Fields {
  return {
    skill_id: world.skillId,
    version: '1.0.0',
    status,
    reason: null,
    detected_at_ms: world.nowUnixMs - 500n,
    operator_principal: 'user:local',
    created_at_unix_ms: world.nowUnixMs - 700n,
    updated_at_unix_ms: world.nowUnixMs - 500n,
    ...fields,
  };
}

export type Facts = ViewModel['skills'][number];

/** What fits every host. */
export function facts(world: World, fields: Partial<Facts> = {}): Facts {
  return {
    skill_id: world.skillId,
    version: '1.0.0',
    required_protocol_major: world.parameters.runtime.protocolMajor,
    min_palyra_version: world.parameters.runtime.version,
    max_palyra_version: null,
    device_capabilities: [],
    node_capabilities: [],
    ...fields,
  };
}

const nobody = { reason: null, detected_at_ms: null, operator_principal: null };
export const byDefault = {
  status: 'active',
  source: 'default',
  quarantine_status: 'not_quarantined',
  ...nobody,
} as const;
export const unreadable = {
  status: 'unknown',
  source: 'unknown',
  quarantine_status: 'unknown',
  ...nobody,
} as const;

export const eligible = { status: 'eligible', eligible: true, reasons: [] } as const;
export const unknown = { status: 'unknown', eligible: false, reasons: ['status_unknown'] } as const;

export function blocked(...reasons: readonly string[]): WireValue {
  return { status: 'blocked', eligible: false, reasons };
}

/** An answer with these entries. */
export function entries(...each: readonly WireValue[]): { readonly value: () => WireValue } {
  return { value: () => ({ entries: each }) };
}

/** The one entry is so. */
export function judged(eligibility: WireValue): { readonly value: () => WireValue } {
  return entries({ eligibility });
}

/** Every view is named without what their ids have in common. */
export const id = (name: string) => `lifecycle/view-${name}`;

function hex(world: World, label: string): string {
  return Buffer.from(world.bytes(label, 32)).toString('hex');
}
