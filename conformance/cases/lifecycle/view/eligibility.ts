import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put } from '../../../rows.ts';
import { nextVersion, previousVersion } from '../../artifact/versions.ts';
import {
  blocked,
  eligible,
  type Facts,
  type Fields,
  facts,
  id,
  judged,
  record,
  row,
  unknown,
  viewing,
} from './given.ts';

const fits = id('fits');
const fact = (name: string) => ['skills', 0, name];
const hostOf = (world: World) => world.parameters.runtime.version;
const majorOf = (world: World) => world.parameters.runtime.protocolMajor;

const laterProtocol = (world: World) => put(fact('required_protocol_major'), majorOf(world) + 1n);
const laterHost = (world: World) => put(fact('min_palyra_version'), nextVersion(hostOf(world)));

/** A fact that fits as well. */
function suits(name: string, requirement: RequirementId, change: (world: World) => Partial<Facts>): Case {
  return accepted(
    id(name),
    [requirement],
    viewing((world) => ({ skills: [facts(world, change(world))] })),
    judged(eligible),
  );
}

/** What a record can say without its version being any less eligible. */
const unrelated: Readonly<Record<string, Fields>> = {
  'missing-secrets': {
    missing_secrets: [
      { scope: 'global', key: 'token' },
      { scope: 'global', key: '*' },
    ],
  },
  'newly-pinned': { trust_decision: 'tofu_newly_pinned' },
  'never-scanned': { security_scan: { accepted: false, passed: false, should_quarantine: true } },
  'from-a-registry': { source: { kind: 'remote_registry', reference: 'https://registry.example/' } },
};

export const eligibilityCases: readonly Case[] = [
  accepted(fits, ['ELI-PROTOCOL', 'ELI-MINIMUM', 'ELI-VERDICT'], viewing(), judged(eligible)),
  suits('protocol-0', 'ELI-PROTOCOL', () => ({ required_protocol_major: 0n })),
  changed(
    id('protocol-above'),
    ['ELI-PROTOCOL', 'ELI-VERDICT'],
    fits,
    laterProtocol,
    judged(blocked('protocol_unsupported')),
  ),
  changed(
    id('protocol-largest'),
    ['ELI-PROTOCOL'],
    fits,
    put(fact('required_protocol_major'), 2n ** 32n - 1n),
    judged(blocked('protocol_unsupported')),
  ),
  suits('minimum-0', 'ELI-MINIMUM', () => ({ min_palyra_version: '0.0.0' })),
  suits('minimum-below', 'ELI-MINIMUM', (world) => ({ min_palyra_version: previousVersion(hostOf(world)) })),
  changed(id('minimum-above'), ['ELI-MINIMUM', 'ELI-VERDICT'], fits, laterHost, judged(blocked('host_too_old'))),
  changed(
    id('minimum-largest'),
    ['ELI-MINIMUM'],
    fits,
    put(fact('min_palyra_version'), '4294967295.0.0'),
    judged(blocked('host_too_old')),
  ),
  suits('maximum-is-host', 'ELI-MAXIMUM', (world) => ({ max_palyra_version: hostOf(world) })),
  suits('maximum-above', 'ELI-MAXIMUM', (world) => ({ max_palyra_version: nextVersion(hostOf(world)) })),
  changed(
    id('maximum-below'),
    ['ELI-MAXIMUM'],
    fits,
    (world) => put(fact('max_palyra_version'), previousVersion(hostOf(world))),
    judged(blocked('host_too_new')),
  ),
  changed(
    id('maximum-0'),
    ['ELI-MAXIMUM'],
    fits,
    put(fact('max_palyra_version'), '0.0.0'),
    judged(blocked('host_too_new')),
  ),

  changed(id('status-unknown'), ['ELI-UNKNOWN'], fits, put(['statusesReadable'], false), judged(unknown)),
  accepted(
    id('unknown-and-later-protocol'),
    ['ELI-UNKNOWN', 'ELI-VERDICT'],
    viewing((world) => ({
      statusesReadable: false,
      skills: [facts(world, { required_protocol_major: majorOf(world) + 1n })],
    })),
    judged(blocked('protocol_unsupported')),
  ),
  changed(
    id('unknown-and-nothing-else'),
    ['ELI-UNKNOWN'],
    id('unknown-and-later-protocol'),
    (world) => put(fact('required_protocol_major'), majorOf(world)),
    judged(unknown),
  ),
  accepted(
    id('protocol-and-minimum'),
    ['ELI-REASONS'],
    viewing((world) => ({
      skills: [
        facts(world, { required_protocol_major: majorOf(world) + 1n, min_palyra_version: nextVersion(hostOf(world)) }),
      ],
    })),
    judged(blocked('protocol_unsupported', 'host_too_old')),
  ),
  accepted(
    id('all-core-reasons'),
    ['ELI-REASONS'],
    viewing((world) => ({
      statuses: [row(world, 'quarantined')],
      skills: [
        facts(world, { required_protocol_major: majorOf(world) + 1n, min_palyra_version: nextVersion(hostOf(world)) }),
      ],
    })),
    judged(blocked('protocol_unsupported', 'host_too_old', 'quarantined')),
  ),
  changed(
    id('disabled-and-core-reasons'),
    ['ELI-REASONS'],
    id('all-core-reasons'),
    put(['state', 'statuses', 0, 'status'], 'disabled'),
    judged(blocked('protocol_unsupported', 'host_too_old', 'disabled')),
  ),
  changed(
    id('core-reasons-without-status'),
    ['ELI-REASONS', 'ELI-UNKNOWN'],
    id('all-core-reasons'),
    put(['statusesReadable'], false),
    judged(blocked('protocol_unsupported', 'host_too_old')),
  ),
  changed(
    id('minimum-and-quarantined'),
    ['ELI-REASONS'],
    id('all-core-reasons'),
    (world) => put(fact('required_protocol_major'), majorOf(world)),
    judged(blocked('host_too_old', 'quarantined')),
  ),

  ...Object.entries(unrelated).map(([name, fields]) =>
    accepted(
      id(`record-${name}`),
      ['ELI-NOTHING-ELSE'],
      viewing((world) => ({ records: [record(world, fields)] })),
      judged(eligible),
    ),
  ),
  accepted(
    id('superseded-as-the-current'),
    ['ELI-NOTHING-ELSE'],
    viewing((world) => ({
      records: [record(world, { current: false }), record(world, { version: '1.1.0' })],
    })),
    { value: () => ({ entries: [{ eligibility: eligible }, { eligibility: eligible }] }) },
  ),
  changed(
    id('superseded-asks-for-more'),
    ['ELI-PROTOCOL', 'ELI-NOTHING-ELSE'],
    id('superseded-as-the-current'),
    laterProtocol,
    { value: () => ({ entries: [{ eligibility: blocked('protocol_unsupported') }, { eligibility: eligible }] }) },
  ),
  changed(
    id('current-asks-for-more'),
    ['ELI-PROTOCOL'],
    id('superseded-as-the-current'),
    (world) => put(['skills', 1, 'required_protocol_major'], majorOf(world) + 1n),
    { value: () => ({ entries: [{ eligibility: eligible }, { eligibility: blocked('protocol_unsupported') }] }) },
  ),
  observed(
    id('one-artifact-unreadable'),
    ['ELI-WHOLE-LIST'],
    'Io',
    viewing(() => ({ skills: [] })),
  ),
];
