import type { Case, RecipeValue } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { base, decides } from './decided.ts';
import { answers, enable, row, stepping } from './given.ts';

function reason(name: string, given: RecipeValue, kept: string | null): Case {
  return changed(
    `lifecycle/quarantine-reason-${name}`,
    ['LIFE-REASON'],
    base,
    put(['event', 'reason'], given),
    answers((world) => decides(world, { status: 'quarantined', reason: kept })),
  );
}

export const reasonCases: readonly Case[] = [
  reason('null', null, null),
  reason('empty', '', null),
  reason('blank', ' \t\n', null),
  reason('wide-blank', '\u2003\u00a0', null),
  reason('trimmed', '  two  words\n', 'two  words'),
  reason('byte-order-mark', '\ufeffx', '\ufeffx'),
  reason('letters', 'NOT Lower', 'NOT Lower'),
  reason('word-null', 'null', 'null'),
  accepted(
    'lifecycle/enable-forgets-reason',
    ['LIFE-REASON', 'LIFE-UPSERT'],
    stepping((world) => ({ statuses: [row(world, 'quarantined')], event: enable(world, { reason: ' ' }) })),
    answers((world) => decides(world, { status: 'active', reason: null, createdAt: world.nowUnixMs - 9000n })),
  ),
];
