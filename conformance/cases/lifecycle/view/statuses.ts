import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put, remove } from '../../../rows.ts';
import { blocked, byDefault, eligible, entries, id, judged, record, row, unreadable, viewing } from './given.ts';

const proves = ['VIEW-ROW'] as const;
const noRow = ['VIEW-NO-ROW'] as const;
const matches = ['VIEW-ROW-MATCH'] as const;
const lost = ['VIEW-UNREADABLE'] as const;
const firstRow = ['state', 'statuses', 0];

const journaled = (status: string) => ({
  status,
  source: 'journal',
  quarantine_status: status === 'quarantined' ? 'quarantined' : 'not_quarantined',
});

function said(status: string, reason: string | null) {
  return (world: World) => ({
    entries: [
      {
        runtime_status: {
          ...journaled(status),
          reason,
          detected_at_ms: world.nowUnixMs - 500n,
          operator_principal: 'user:local',
        },
      },
    ],
  });
}

const quarantined = viewing((world) => ({ statuses: [row(world, 'quarantined', { reason: 'under review' })] }));
const defaulted = entries({ runtime_status: byDefault, eligibility: eligible });

export const statusCases: readonly Case[] = [
  accepted(id('no-row'), [...noRow, 'ELI-VERDICT'], viewing(), defaulted),
  accepted(id('row-quarantined'), proves, quarantined, { value: said('quarantined', 'under review') }),
  changed(id('row-active'), proves, id('row-quarantined'), put([...firstRow, 'status'], 'active'), {
    value: said('active', 'under review'),
  }),
  changed(id('row-disabled'), proves, id('row-quarantined'), put([...firstRow, 'status'], 'disabled'), {
    value: said('disabled', 'under review'),
  }),
  changed(id('row-without-reason'), proves, id('row-quarantined'), put([...firstRow, 'reason'], null), {
    value: said('quarantined', null),
  }),
  changed(
    id('row-detected-later'),
    proves,
    id('row-quarantined'),
    ({ nowUnixMs }) => {
      return put([...firstRow, 'detected_at_ms'], nowUnixMs);
    },
    { value: ({ nowUnixMs }) => ({ entries: [{ runtime_status: { detected_at_ms: nowUnixMs } }] }) },
  ),
  changed(
    id('row-by-the-daemon'),
    proves,
    id('row-quarantined'),
    put([...firstRow, 'operator_principal'], 'system:daemon'),
    entries({ runtime_status: { operator_principal: 'system:daemon' } }),
  ),
  accepted(
    id('row-active-alone'),
    [...proves, 'ELI-VERDICT'],
    viewing((world) => ({ statuses: [row(world, 'active')] })),
    entries({ runtime_status: { ...journaled('active'), reason: null }, eligibility: eligible }),
  ),
  changed(id('row-taken-away'), noRow, id('row-quarantined'), remove(firstRow), defaulted),

  changed(
    id('row-of-another-version'),
    [...matches, ...noRow],
    id('row-quarantined'),
    put([...firstRow, 'version'], '1.0.1'),
    defaulted,
  ),
  changed(
    id('row-of-a-version-that-is-equal-by-number'),
    matches,
    id('row-quarantined'),
    put([...firstRow, 'version'], '1.0.00'),
    defaulted,
  ),
  changed(
    id('row-of-another-skill'),
    matches,
    id('row-quarantined'),
    ({ skillId }) => put([...firstRow, 'skill_id'], `${skillId}2`),
    defaulted,
  ),
  changed(
    id('row-of-the-beginning-of-an-id'),
    matches,
    id('row-quarantined'),
    ({ skillId }) => put([...firstRow, 'skill_id'], skillId.slice(0, -1)),
    defaulted,
  ),
  accepted(
    id('row-in-capitals'),
    matches,
    viewing((world) => ({
      statuses: [row(world, 'quarantined', { skill_id: world.skillId.toUpperCase(), reason: 'under review' })],
    })),
    { value: said('quarantined', 'under review') },
  ),
  accepted(
    id('record-in-capitals'),
    matches,
    viewing((world) => ({
      records: [record(world, { skill_id: world.skillId.toUpperCase() })],
      statuses: [row(world, 'quarantined', { reason: 'under review' })],
    })),
    { value: said('quarantined', 'under review') },
  ),
  accepted(
    id('rows-of-two-versions'),
    [...matches, ...proves],
    viewing((world) => ({
      records: [record(world, { current: false }), record(world, { version: '1.1.0' })],
      statuses: [row(world, 'disabled'), row(world, 'active', { version: '1.1.0' })],
    })),
    entries(
      { version: '1.0.0', runtime_status: journaled('disabled') },
      { version: '1.1.0', runtime_status: journaled('active') },
    ),
  ),
  changed(
    id('row-of-the-current-version-alone'),
    [...matches, ...noRow],
    id('rows-of-two-versions'),
    remove(firstRow),
    entries({ runtime_status: byDefault }, { runtime_status: journaled('active') }),
  ),

  changed(
    id('unreadable-no-row'),
    [...lost, 'ELI-UNKNOWN'],
    id('no-row'),
    put(['statusesReadable'], false),
    entries({ runtime_status: unreadable, eligibility: { eligible: false } }),
  ),
  changed(
    id('unreadable-row'),
    lost,
    id('row-quarantined'),
    put(['statusesReadable'], false),
    entries({ runtime_status: unreadable, eligibility: { eligible: false } }),
  ),
  changed(
    id('unreadable-active-row'),
    [...lost, 'ELI-UNKNOWN'],
    id('row-active-alone'),
    put(['statusesReadable'], false),
    entries({ runtime_status: unreadable, eligibility: { eligible: false } }),
  ),
  changed(
    id('unreadable-two-versions'),
    lost,
    id('rows-of-two-versions'),
    put(['statusesReadable'], false),
    entries({ runtime_status: unreadable }, { runtime_status: unreadable }),
  ),
  accepted(
    id('row-of-what-is-not-installed'),
    [...matches, 'VIEW-ENTRIES'],
    viewing((world) => ({ statuses: [row(world, 'quarantined', { version: '2.0.0' })] })),
    entries({ version: '1.0.0', runtime_status: byDefault, eligibility: eligible }),
  ),
  accepted(id('row-quarantined-blocks'), ['ELI-STATUS', 'ELI-VERDICT'], quarantined, judged(blocked('quarantined'))),
  changed(
    id('row-disabled-blocks'),
    ['ELI-STATUS', 'ELI-VERDICT'],
    id('row-quarantined-blocks'),
    put([...firstRow, 'status'], 'disabled'),
    judged(blocked('disabled')),
  ),
  changed(
    id('row-active-does-not-block'),
    ['ELI-STATUS', 'ELI-VERDICT'],
    id('row-quarantined-blocks'),
    put([...firstRow, 'status'], 'active'),
    judged(eligible),
  ),
  ...['error', 'Quarantined', 'suspended'].map((word) =>
    observed(
      id(`row-says-${word.toLowerCase() === word ? word : `${word.toLowerCase()}-with-a-capital`}`),
      ['VIEW-OTHER-WORD'],
      'accepted',
      viewing((world) => ({ statuses: [row(world, word)] })),
    ),
  ),
];
