import type { PackageStatus } from '#spec/extensions.ts';
import type { Case } from '../../../case.ts';
import { accepted, put, rejected } from '../../../rows.ts';
import { becomesWhole, compatibility, moving } from './given.ts';

const proves = ['EXT-COMPATIBLE'] as const;
const compatible = ['record', 'compatibility', 'compatible'] as const;

const issue = {
  code: 'host_below_min_palyra_version',
  message: 'the host is too old',
  repair_hint: 'update the host',
};

/** Issues that a registry has found, or none although there should be one: only the flag counts. */
function enabling(from: PackageStatus): readonly Case[] {
  const twin = `lifecycle/extensions-fits-from-${from}`;
  return [
    accepted(twin, proves, moving({ from, to: 'enabled' }), becomesWhole('enabled')),
    rejected(
      `lifecycle/extensions-misfit-from-${from}`,
      proves,
      twin,
      'extension.incompatible',
      put(compatible, false),
    ),
  ];
}

/** What does not fit can still be put away. */
function elsewhere(from: PackageStatus, to: PackageStatus): Case {
  const misfit = { compatible: false, issues: [issue] };
  return accepted(
    `lifecycle/extensions-misfit-from-${from.replace('_', '-')}-to-${to.replace('_', '-')}`,
    proves,
    moving({ from, to, record: (world) => ({ compatibility: compatibility(world, misfit) }) }),
    becomesWhole(to, (world) => ({ compatibility: compatibility(world, misfit) })),
  );
}

/** The bounds say that the host does not fit and the flag that it does: whoever wrote the record has looked. */
const outOfBounds = { required_protocol_major: 4_294_967_295n, min_host_version: '9.9.9', max_host_version: '0.0.0' };

export const compatibleCases: readonly Case[] = [
  ...enabling('verified'),
  ...enabling('disabled'),
  ...enabling('quarantined'),
  elsewhere('installed', 'verified'),
  elsewhere('installed', 'quarantined'),
  elsewhere('verified', 'disabled'),
  elsewhere('enabled', 'disabled'),
  elsewhere('enabled', 'rolled_back'),
  elsewhere('quarantined', 'disabled'),
  elsewhere('quarantined', 'removed'),
  accepted(
    'lifecycle/extensions-fits-by-its-flag-alone',
    proves,
    moving({
      from: 'verified',
      to: 'enabled',
      record: (world) => ({ compatibility: compatibility(world, outOfBounds) }),
    }),
    becomesWhole('enabled', (world) => ({ compatibility: compatibility(world, outOfBounds) })),
  ),
];
