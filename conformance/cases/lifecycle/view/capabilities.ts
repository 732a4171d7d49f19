import type { Case } from '../../../case.ts';
import { accepted, changed, insert, observed, put, remove } from '../../../rows.ts';
import { blocked, eligible, facts, id, judged, record, row, unreadable, viewing } from './given.ts';

const names = ['ELI-CAPABILITY-NAMES'] as const;
const both = blocked('missing_device_capability', 'missing_node_capability');

const kinds = [
  { kind: 'device', other: 'node', proves: ['ELI-DEVICE'], reason: 'missing_device_capability' },
  { kind: 'node', other: 'device', proves: ['ELI-NODE'], reason: 'missing_node_capability' },
] as const;

/** The same for the capabilities of machines and of nodes. */
function casesOf({ kind, other, proves, reason }: (typeof kinds)[number]): readonly Case[] {
  const required = ['skills', 0, `${kind}_capabilities`];
  const has = id(`${kind}-has-all`);
  const lacking = judged(blocked(reason));
  const asks = (...wanted: readonly string[]) => ({ [`${kind}_capabilities`]: wanted });
  return [
    accepted(
      has,
      [...proves, ...names],
      viewing((world) => ({ skills: [facts(world, asks('camera', 'relay'))], [kind]: ['relay', 'printer', 'camera'] })),
      judged(eligible),
    ),
    changed(id(`${kind}-lacks-the-first`), proves, has, remove([kind, 2]), lacking),
    changed(id(`${kind}-lacks-the-last`), proves, has, remove([kind, 0]), lacking),
    changed(id(`${kind}-lacks-all`), proves, has, put([kind], []), lacking),
    changed(id(`${kind}-asks-for-one-more`), proves, has, insert([...required, 0], 'scale'), lacking),
    changed(id(`${kind}-in-capitals`), names, has, put([...required, 0], 'CAMERA'), lacking),
    changed(id(`${kind}-beginning-of-a-name`), names, has, put([...required, 0], 'camer'), lacking),
    changed(id(`${kind}-name-and-more`), names, has, put([...required, 0], 'camera.front'), lacking),
    changed(id(`${kind}-host-has-more-of-the-name`), names, has, put([kind, 2], 'camera.front'), lacking),
    changed(id(`${kind}-host-has-a-pattern`), names, has, put([kind, 2], '*'), lacking),
    accepted(
      id(`${kind}-pattern-and-nothing-there`),
      names,
      viewing((world) => ({ skills: [facts(world, asks('*', 'camera.*'))] })),
      judged(eligible),
    ),
    changed(
      id(`${kind}-pattern-beside-a-name`),
      names,
      id(`${kind}-pattern-and-nothing-there`),
      insert([...required, 1], 'camera'),
      lacking,
    ),
    accepted(
      id(`${kind}-is-not-the-other`),
      names,
      viewing((world) => ({ skills: [facts(world, asks('camera'))], [other]: ['camera'] })),
      lacking,
    ),
    observed(
      id(`${kind}-lacks-what-is-asked-for`),
      ['ELI-DEVICE-PASSED-OVER'],
      'accepted',
      viewing((world) => ({ skills: [facts(world, asks('camera'))] })),
    ),
  ];
}

export const capabilityCases: readonly Case[] = [
  ...kinds.flatMap(casesOf),
  accepted(
    id('device-and-node-lack-something'),
    ['ELI-DEVICE', 'ELI-NODE'],
    viewing((world) => ({
      skills: [facts(world, { device_capabilities: ['camera', 'scale'], node_capabilities: ['relay', 'tunnel'] })],
    })),
    judged(both),
  ),
  changed(
    id('device-lacks-and-quarantined'),
    ['ELI-DEVICE'],
    id('device-and-node-lack-something'),
    (world) => insert(['state', 'statuses', 0], row(world, 'quarantined')),
    judged(blocked('quarantined', 'missing_device_capability', 'missing_node_capability')),
  ),
  changed(
    id('device-lacks-and-status-unknown'),
    ['ELI-DEVICE'],
    id('node-alone-lacks'),
    put(['skills', 0, 'device_capabilities'], ['camera']),
    { value: () => ({ entries: [{ runtime_status: unreadable, eligibility: both }] }) },
  ),
  accepted(
    id('node-alone-lacks'),
    ['ELI-NODE'],
    viewing((world) => ({ statusesReadable: false, skills: [facts(world, { node_capabilities: ['relay'] })] })),
    judged(blocked('missing_node_capability')),
  ),

  accepted(
    id('artifact-unreadable'),
    ['ELI-ARTIFACT'],
    viewing(() => ({ skills: [] })),
    judged(blocked('artifact_unreadable')),
  ),
  changed(
    id('artifact-unreadable-and-quarantined'),
    ['ELI-ARTIFACT'],
    id('artifact-unreadable'),
    (world) => insert(['state', 'statuses', 0], row(world, 'quarantined')),
    judged(blocked('quarantined', 'artifact_unreadable')),
  ),
  changed(
    id('artifact-readable-again'),
    ['ELI-ARTIFACT'],
    id('artifact-unreadable'),
    (world) => insert(['skills', 0], facts(world)),
    judged(eligible),
  ),
  changed(
    id('artifact-unreadable-status-unknown'),
    ['ELI-ARTIFACT'],
    id('artifact-readable-status-unknown'),
    remove(['skills', 0]),
    judged(blocked('artifact_unreadable')),
  ),
  accepted(
    id('artifact-readable-status-unknown'),
    ['ELI-ARTIFACT'],
    viewing(() => ({ statusesReadable: false })),
    judged({ status: 'unknown', reasons: ['status_unknown'] }),
  ),
  accepted(
    id('artifact-of-another-version-unreadable'),
    ['ELI-ARTIFACT'],
    viewing((world) => ({
      records: [record(world, { current: false }), record(world, { version: '1.1.0' })],
      skills: [facts(world, { version: '1.1.0' })],
    })),
    { value: () => ({ entries: [{ eligibility: blocked('artifact_unreadable') }, { eligibility: eligible }] }) },
  ),
];
