import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Recipe } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { exactly } from '../../manifest/exactly.ts';

export type Fields = { readonly [field: string]: JsonModel };

export function hex(world: World, label: string): string {
  return Buffer.from(world.bytes(label, 32)).toString('hex');
}

/** Ids of skills that come before and after that of the world. */
export function earlierSkill(world: World): string {
  return `${world.publisher}.aa`;
}

export function laterSkill(world: World): string {
  return `${world.publisher}.zz`;
}

/** What an install is given: a record before it is known when it was installed. */
export function newRecord(world: World, version = '1.0.0', fields: Fields = {}): Fields {
  return {
    skill_id: world.skillId,
    version,
    publisher: world.publisher,
    artifact_sha256: hex(world, `artifact ${version}`),
    payload_sha256: hex(world, `payload ${version}`),
    signature_key_id: `ed25519:${hex(world, 'key').slice(0, 16)}`,
    trust_decision: 'allowlisted',
    source: { kind: 'local_artifact', reference: `${world.tool}-${version}.palyra-skill` },
    missing_secrets: [],
    ...fields,
  };
}

/** A whole record, current unless it says otherwise. */
export function installed(world: World, version = '1.0.0', fields: Fields = {}): Fields {
  return { ...newRecord(world, version), current: true, installed_at_unix_ms: world.nowUnixMs - 5000n, ...fields };
}

export function superseded(world: World, version: string, fields: Fields = {}): Fields {
  return installed(world, version, { current: false, ...fields });
}

export function document(world: World, entries: readonly JsonModel[], fields: Fields = {}): Fields {
  return { schema_version: 1n, updated_at_unix_ms: world.nowUnixMs - 1000n, entries, ...fields };
}

type Entries = (world: World) => readonly JsonModel[];

/** The call that reads these records. */
export function loading(entries: Entries, fields: Fields = {}): (world: World) => Recipe {
  return (world) => ({ operation: 'index.load', model: { index: { json: document(world, entries(world), fields) } } });
}

export function loadingText(text: (world: World) => string): (world: World) => Recipe {
  return (world) => ({ operation: 'index.load', model: { index: text(world) } });
}

/** The index with exactly these records in exactly this order. */
export function gives(entries: Entries, fields: Fields = {}) {
  return { value: (world: World): WireValue => ({ index: exactly(document(world, entries(world), fields)) }) };
}

/** Where in the model the document is. */
export const root = ['index', 'json'];
export const first = [...root, 'entries', 0];

/** The two objects as the program writes them that keeps them. */
export const securityScan: Fields = {
  schema_version: 1n,
  accepted: true,
  passed: true,
  should_quarantine: false,
  generated_at_unix_ms: 1_750_000_000_000n,
  payload_sha256: '00'.repeat(32),
  trust_decision: 'allowlisted',
  check_count: 9n,
  failed_checks: [],
  warning_checks: ['vulnerability_feed_hook'],
  quarantine_reasons: [],
  policy: {
    max_module_bytes: 8_388_608n,
    max_exported_functions: 128n,
    allow_device_capabilities: false,
    allow_wildcard_capabilities: false,
  },
};

export const rollbackSnapshot: Fields = {
  schema_version: 1n,
  previous_version: '0.9.0',
  previous_artifact_sha256: '11'.repeat(32),
  previous_payload_sha256: '22'.repeat(32),
  captured_at_unix_ms: 1_750_000_000_000n,
};
