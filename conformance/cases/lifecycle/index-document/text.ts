import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, put, refusals, rejected, replace } from '../../../rows.ts';
import { gives, installed, loading, loadingText, rollbackSnapshot } from './given.ts';

const json = refusals(['IDX-JSON'], 'lifecycle/index-text', 'index.json');
const repeated = refusals(['IDX-REPEATED'], 'lifecycle/index-text', 'index.shape');

const secret = { scope: 'global', key: 'token' };

function record(world: World) {
  return installed(world, '1.0.0', { missing_secrets: [secret], rollback_snapshot: rollbackSnapshot });
}

/** The same as that record, written by hand: each piece of it occurs once. */
function text(world: World): string {
  const { skill_id, publisher, artifact_sha256, payload_sha256, signature_key_id, source, installed_at_unix_ms } =
    record(world);
  const reference = typeof source === 'object' && source !== null && 'reference' in source ? source['reference'] : '';
  return `{
  "schema_version": 1,
  "updated_at_unix_ms": ${world.nowUnixMs - 1000n},
  "entries": [{
    "skill_id": "${skill_id}", "version": "1.0.0", "publisher": "${publisher}", "current": true,
    "installed_at_unix_ms": ${installed_at_unix_ms},
    "artifact_sha256": "${artifact_sha256}", "payload_sha256": "${payload_sha256}",
    "signature_key_id": "${signature_key_id}", "trust_decision": "allowlisted",
    "source": {"kind": "local_artifact", "reference": "${reference}"},
    "missing_secrets": [{"scope": "global", "key": "token"}],
    "rollback_snapshot": {
      "schema_version": 1,
      "previous_version": "0.9.0",
      "previous_artifact_sha256": "${'11'.repeat(32)}",
      "previous_payload_sha256": "${'22'.repeat(32)}",
      "captured_at_unix_ms": 1750000000000
    }
  }]
}`;
}

const at = ['index'];
const bytes = (...given: readonly number[]) => Uint8Array.from(given);

export const textCases: readonly Case[] = [
  accepted('lifecycle/index-absent', ['IDX-ABSENT'], () => ({ operation: 'index.load', model: { index: null } }), {
    value: () => ({
      index: new Map<string, bigint | readonly never[]>([
        ['schema_version', 1n],
        ['updated_at_unix_ms', 0n],
        ['entries', []],
      ]),
    }),
  }),
  accepted(
    'lifecycle/index-text',
    ['IDX-JSON', 'IDX-REPEATED', 'IDX-OPAQUE'],
    loadingText(text),
    gives((world) => [record(world)]),
  ),
  accepted(
    'lifecycle/index-no-entries',
    ['IDX-FIELDS'],
    loading(() => []),
    gives(() => []),
  ),
  accepted(
    'lifecycle/index-white-space-behind',
    ['IDX-JSON'],
    loadingText((world) => `${text(world)}\r\n\t `),
    gives((world) => [record(world)]),
  ),
  rejected('lifecycle/index-empty-file', ['IDX-JSON', 'IDX-ABSENT'], 'lifecycle/index-text', 'index.json', put(at, '')),
  json('lifecycle/index-white-space', put(at, ' \n')),
  json('lifecycle/index-byte-order-mark', (world) => put(at, `\ufeff${text(world)}`)),
  json('lifecycle/index-not-utf8', put(at, bytes(0x7b, 0xff, 0x7d))),
  json('lifecycle/index-null-byte', (world) => put(at, `${text(world)}\0`)),
  json('lifecycle/index-cut-off', (world) => put(at, text(world).slice(0, -1))),
  json('lifecycle/index-two-documents', (world) => put(at, `${text(world)}{}`)),
  json(
    'lifecycle/index-trailing-comma',
    replace(at, '"trust_decision": "allowlisted",', '"trust_decision": "allowlisted",,'),
  ),
  json('lifecycle/index-comment', replace(at, '  "entries"', '  // one\n  "entries"')),
  json('lifecycle/index-half-a-pair', replace(at, '"allowlisted"', '"\\ud800"')),
  json('lifecycle/index-number-too-large', replace(at, '  "entries"', '  "number": 1e999,\n  "entries"')),
  repeated('lifecycle/index-version-twice', replace(at, '  "entries"', '  "schema_version": 1,\n  "entries"')),
  repeated('lifecycle/index-entries-twice', replace(at, '  "entries"', '  "entries": [],\n  "entries"')),
  repeated('lifecycle/index-time-twice', replace(at, '  "entries"', '  "updated_at_unix_ms": 1,\n  "entries"')),
  repeated('lifecycle/index-current-twice', replace(at, '"current": true,', '"current": true, "current": true,')),
  repeated('lifecycle/index-current-both', replace(at, '"current": true,', '"current": false, "current": true,')),
  repeated(
    'lifecycle/index-record-version-twice',
    replace(at, '"version": "1.0.0",', '"version": "1.1.0", "version": "1.0.0",'),
  ),
  repeated('lifecycle/index-escaped-twice', replace(at, '"current": true,', '"current": true, "\\u0063urrent": true,')),
  repeated(
    'lifecycle/index-source-kind-twice',
    replace(at, '"kind": "local_artifact",', '"kind": "local_registry", "kind": "local_artifact",'),
  ),
  repeated('lifecycle/index-scope-twice', replace(at, '"scope": "global",', '"scope": "skill", "scope": "global",')),
  repeated(
    'lifecycle/index-snapshot-twice',
    replace(at, '    "rollback_snapshot"', '    "rollback_snapshot": null,\n    "rollback_snapshot"'),
  ),
];
