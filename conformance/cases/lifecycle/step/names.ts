import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put } from '../../../rows.ts';
import { base, decides, quarantined, upper } from './decided.ts';
import { answers, enable, quarantine, row, stepping, written } from './given.ts';

export const nameCases: readonly Case[] = [
  ...Object.entries<(world: World) => string>({
    'upper-case': upper,
    'white-space': (world) => ` \t${world.skillId}\n`,
    'white-space-and-upper-case': (world) => `\u00a0${upper(world)}\u3000`,
  }).map(([name, id]) =>
    // The answer is that of the twin, so a reason tells the two apart.
    accepted(
      `lifecycle/quarantine-id-${name}`,
      ['LIFE-NAMES', 'LIFE-BLANK'],
      stepping((world) => ({ event: quarantine(world, { skill_id: id(world) }) })),
      answers((world) => decides(world, quarantined)),
    ),
  ),
  accepted(
    'lifecycle/quarantine-id-finds-row',
    ['LIFE-NAMES', 'LIFE-UPSERT'],
    stepping((world) => ({
      statuses: [row(world, 'active')],
      event: quarantine(world, { skill_id: ` ${upper(world)}` }),
    })),
    answers((world) => decides(world, { ...quarantined, createdAt: world.nowUnixMs - 9000n })),
  ),
  accepted(
    'lifecycle/quarantine-id-finds-current',
    ['LIFE-NAMES', 'LIFE-VERSION-DEFAULT'],
    stepping((world) => ({ event: quarantine(world, { skill_id: upper(world), version: null }) })),
    answers((world) => decides(world, quarantined)),
  ),
  accepted(
    'lifecycle/enable-id-upper-case',
    ['LIFE-NAMES'],
    stepping((world) => ({ event: enable(world, { skill_id: upper(world) }) })),
    answers((world) => decides(world, { status: 'active', reason: 'under review' })),
  ),
  observed(
    'lifecycle/quarantine-id-other-letters',
    ['LIFE-NAMES-OTHER'],
    'accepted',
    stepping((world) => ({ event: quarantine(world, { skill_id: '\u00c4.\u212aELVIN' }) })),
  ),
  accepted(
    'lifecycle/quarantine-version-white-space',
    ['LIFE-NAMES'],
    stepping((world) => ({ event: quarantine(world, { version: ' 1.0.0\n' }) })),
    answers((world) => decides(world, quarantined)),
  ),
  changed(
    'lifecycle/quarantine-version-letters-kept',
    ['LIFE-NAMES', 'LIFE-NOT-INSTALLED'],
    base,
    put(['event', 'version'], 'RC.1'),
    answers((world) => decides(world, { ...quarantined, version: 'RC.1' })),
  ),
  accepted(
    'lifecycle/quarantine-version-exact',
    ['LIFE-UPSERT'],
    stepping((world) => ({ statuses: [row(world, 'active')], event: quarantine(world, { version: '01.0.0' }) })),
    answers((world) => {
      const now = written(world, { ...quarantined, version: '01.0.0' });
      return decides(world, { ...quarantined, version: '01.0.0' }, { statuses: [now, row(world, 'active')] });
    }),
  ),
];
