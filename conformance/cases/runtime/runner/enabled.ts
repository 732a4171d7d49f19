import type { Case } from '../../../case.ts';
import { put } from '../../../rows.ts';
import { inline, inlineAnswer, ofSkill, policy, skillAnswer } from './given.ts';
import { comesFirst, refusingInline, refusingSkill, runs } from './rows.ts';

const proves = ['RUN-ENABLED'] as const;
const off = policy('enabled', false);
const garbage = refusingInline(['RUN-JSON'], 'runner.not-json');

/** The two runs from which most others are one edit away, and the switch that stops both. */
export const enabledCases: readonly Case[] = [
  runs('inline', [...proves, 'RUN-JSON', 'RUN-FIELD-TYPES', 'RUN-INLINE-ALLOWED'], inline(), inlineAnswer),
  runs(
    'skill',
    [...proves, 'RUN-INSTALLED', 'RUN-ARTIFACT', 'RUN-SAME-SKILL', 'RUN-SOURCE'],
    ofSkill(),
    ({ skillId }) => ({
      ...skillAnswer,
      skill: { skill_id: skillId, version: '3.1.4' },
    }),
  ),
  refusingInline(proves, 'runner.disabled')('disabled-inline', off),
  refusingSkill(proves, 'runner.disabled')('disabled-skill', off),
  garbage('input-garbage', put(['input'], Uint8Array.of(0xff, 0x00, 0x7b))),
  garbage('input-no-bytes', put(['input'], '')),
  comesFirst(proves, 'disabled-inline', 'input-garbage'),
  comesFirst(proves, 'disabled-inline', 'input-no-bytes'),
];
