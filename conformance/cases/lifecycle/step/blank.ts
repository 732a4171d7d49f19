import type { Case } from '../../../case.ts';
import { changed, ordered, put, refusals, rejected } from '../../../rows.ts';
import { base, decides, quarantined } from './decided.ts';
import { answers } from './given.ts';

const blanks = { empty: '', space: ' ', tab: '\t', 'no-break-space': '\u00a0', 'ideographic-space': '\u3000' };
const blank = refusals(['LIFE-BLANK'], base, 'lifecycle.blank');
const blankEnable = refusals(['LIFE-BLANK'], 'lifecycle/enable-from-no-row', 'lifecycle.blank');

export const blankCases: readonly Case[] = [
  ...Object.entries(blanks).flatMap(([name, text]) => [
    blank(`lifecycle/quarantine-id-blank-${name}`, put(['event', 'skill_id'], text)),
    blank(`lifecycle/quarantine-version-blank-${name}`, put(['event', 'version'], text)),
  ]),
  ...(['skill_id', 'version'] as const).flatMap((field) => [
    blankEnable(`lifecycle/enable-blank-${field.replace('_', '-')}`, put(['event', field], ' ')),
  ]),
  ...(
    [
      ['quarantine', base],
      ['enable', 'lifecycle/enable-from-no-row'],
      ['audit', 'lifecycle/audit-failed-from-no-row'],
    ] as const
  ).flatMap(([name, twin]) =>
    Object.entries({ empty: '', space: ' \t' }).map(([what, text]) =>
      rejected(
        `lifecycle/${name}-principal-${what}`,
        ['LIFE-PRINCIPAL'],
        twin,
        'lifecycle.blank',
        put(['event', 'principal'], text),
      ),
    ),
  ),
  changed(
    'lifecycle/quarantine-principal-kept',
    ['LIFE-PRINCIPAL', 'LIFE-UPSERT'],
    base,
    put(['event', 'principal'], ' User:Bob '),
    answers((world) => decides(world, { ...quarantined, principal: ' User:Bob ' })),
  ),
  rejected(
    'lifecycle/enable-no-override',
    ['LIFE-OVERRIDE'],
    'lifecycle/enable-from-no-row',
    'lifecycle.override-required',
    put(['event', 'override'], false),
  ),
  ordered(
    'lifecycle/enable-override-before-blank',
    ['LIFE-READ-ORDER'],
    'lifecycle/enable-no-override',
    'lifecycle/enable-blank-skill-id',
  ),
  ordered(
    'lifecycle/enable-override-before-blank-version',
    ['LIFE-READ-ORDER'],
    'lifecycle/enable-no-override',
    'lifecycle/enable-blank-version',
  ),
  ordered(
    'lifecycle/enable-shape-before-override',
    ['LIFE-READ-ORDER'],
    'lifecycle/enable-event-further-text',
    'lifecycle/enable-no-override',
  ),
  ...principalBeforeInstalled(),
];

/** Of a decision that is nobody's and is about nothing, the first is told. */
function principalBeforeInstalled(): readonly Case[] {
  return (['quarantine', 'enable'] as const).flatMap((kind) => {
    const twin = `lifecycle/${kind}-current`;
    const nobody = `lifecycle/${kind}-current-by-nobody`;
    return [
      rejected(nobody, ['LIFE-PRINCIPAL'], twin, 'lifecycle.blank', put(['event', 'principal'], ' ')),
      ordered(
        `lifecycle/${kind}-principal-before-installed`,
        ['LIFE-READ-ORDER'],
        nobody,
        `lifecycle/${kind}-current-of-nothing`,
      ),
    ];
  });
}
