import type { Case } from '../../../case.ts';
import { field, inline, inlineAnswer, kebab } from './given.ts';
import { refusingInline, refusingSkill, runs } from './rows.ts';

const proves = ['RUN-BLANK'] as const;
const beside = refusingInline(proves, 'runner.blank-field');
const ofSkill = refusingSkill(proves, 'runner.blank-field');

/** The Unicode property White_Space. */
const whiteSpace = [
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680],
  ...Array.from({ length: 11 }, (_, index) => 0x2000 + index),
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
];
const looksBlank = [0xfeff, 0x200b, 0x180e, 0x2060, 0x00];

export const blankCases: readonly Case[] = [
  ...['skill_id', 'skill_version', 'module_path', 'tool_id'].flatMap((name) => {
    const word = kebab(name);
    return [ofSkill(`empty-${word}`, field(name, '')), ofSkill(`blank-${word}`, field(name, ' \u3000'))];
  }),
  beside('empty-skill-id-beside-module', field('skill_id', '')),
  beside('blank-skill-id-beside-module', field('skill_id', '  ')),
  beside('blank-skill-version-beside-module', field('skill_version', '\t')),
  ...whiteSpace.map((code) => ofSkill(`blank-u-${hex(code)}`, field('skill_version', String.fromCodePoint(code)))),
  ...looksBlank.map((code) =>
    runs(`not-blank-u-${hex(code)}`, proves, inline({ skill_id: String.fromCodePoint(code) }), inlineAnswer),
  ),
];

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
