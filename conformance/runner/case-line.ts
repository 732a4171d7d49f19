import type { World } from '#fixtures/world.ts';
import type { Operation } from '#spec/operations.ts';
import type { Case } from '../case.ts';
import type { CaseIndex } from '../recipe/case-index.ts';
import type { CaseLine } from '../report/lines.ts';
import type { Judgement } from './judge.ts';
import { originOf } from './origin.ts';

/** What the report says of one case. */
export function caseLine(
  one: Case,
  operation: Operation,
  { verdict, expected, observed }: Judgement,
  index: CaseIndex,
  world: World,
): CaseLine {
  return {
    kind: 'case',
    id: one.id,
    requirements: one.proves,
    operation,
    verdict,
    expected,
    observed,
    ...originOf(one, index, world),
    ...(one.note === undefined ? {} : { note: one.note }),
  };
}
