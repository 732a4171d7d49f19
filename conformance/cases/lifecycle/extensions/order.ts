import type { Case } from '../../../case.ts';
import { accepted, ordered, put, rejected, remove } from '../../../rows.ts';
import { actorOf, becomesWhole, moving } from './given.ts';

const proves = ['EXT-ORDER'] as const;
const twin = 'lifecycle/extensions-order';

function row(name: string): string {
  return `lifecycle/extensions-order-${name}`;
}

/** One fault for each step, in the order of the steps. */
const steps: readonly Case[] = [
  rejected(row('record'), ['EXT-READ-FIRST'], twin, 'extension.wrong-type', put(['record', 'version'], 1n)),
  rejected(
    row('request'),
    ['EXT-READ-FIRST'],
    twin,
    'extension.missing-field',
    remove(['request', 'requested_at_unix_ms']),
  ),
  rejected(row('package'), proves, twin, 'extension.other-package', put(['record', 'package_id'], 'skill:other@1.2.3')),
  rejected(row('reason'), proves, twin, 'extension.blank-reason', put(['request', 'reason'], ' ')),
  rejected(row('actor'), proves, twin, 'extension.blank-actor', put(['request', 'actor_principal'], '')),
  rejected(row('approver'), proves, twin, 'extension.blank-approver', put(['request', 'approved_by'], '')),
  rejected(row('transition'), proves, twin, 'extension.not-allowed', put(['record', 'status'], 'rolled_back')),
  rejected(
    row('compatibility'),
    proves,
    twin,
    'extension.incompatible',
    put(['record', 'compatibility', 'compatible'], false),
  ),
  rejected(row('approval'), proves, twin, 'extension.not-approved', remove(['request', 'approved_by'])),
  rejected(row('second-person'), proves, twin, 'extension.self-approved', (world) =>
    put(['request', 'approved_by'], actorOf(world)),
  ),
];

/** Faults that cannot stand together: they change one place, or the one takes the ground from under the other. */
const apart = [
  ['approver', 'approval'],
  ['approver', 'second-person'],
  ['approval', 'second-person'],
  ['transition', 'approval'],
  ['transition', 'second-person'],
  ['actor', 'second-person'],
  // Both are readings, of which the chapter fixes no order within one code.
  ['record', 'request'],
].map((pair) => pair.map(row).join());

const pairs: readonly Case[] = steps.flatMap((first, at) =>
  steps
    .slice(at + 1)
    .filter((second) => !apart.includes([first.id, second.id].join()))
    .map((second) => {
      const name = `${first.id}-before-${second.id.slice(row('').length)}`;
      const reads = first.id === row('record') || first.id === row('request');
      return ordered(name, reads ? ['EXT-READ-FIRST', ...proves] : proves, first.id, second.id);
    }),
);

export const orderCases: readonly Case[] = [
  accepted(
    twin,
    [...proves, 'EXT-READ-FIRST'],
    moving({ from: 'quarantined', to: 'enabled' }),
    becomesWhole('enabled'),
  ),
  ...steps,
  ...pairs,
];
