import type { Case } from '../../../case.ts';
import {
  calling,
  field,
  inline,
  inlineAnswer,
  inlineFields,
  kebab,
  ofSkill,
  policy,
  skill,
  skillAnswer,
} from './given.ts';
import { answerText } from './modules.ts';
import { refused, refusing, refusingInline, runs } from './rows.ts';

const plainText = 'inline-text';
const notAllowed = policy('allow_inline_modules', false);
const alone = ['RUN-INLINE-ALONE'] as const;
const ofThatSkill = ['RUN-INLINE-SKILL'] as const;

/** A module that an input brings: whether it may, and what may stand beside it. */
export const inlineCases: readonly Case[] = [
  runs(
    'inline-text',
    ['RUN-INLINE-ALLOWED', 'RUN-CONTENT', 'RUN-BAD-MODULE', ...alone],
    calling(() => ({ input: { json: { module_wat: answerText, entrypoint: 'run' } } })),
    inlineAnswer,
  ),
  refusingInline(['RUN-INLINE-ALLOWED'], 'runner.inline-not-allowed')('inline-binary-not-allowed', notAllowed),
  refused('inline-text-not-allowed', ['RUN-INLINE-ALLOWED'], plainText, 'runner.inline-not-allowed', notAllowed),
  runs(
    'skill-where-inline-is-not-allowed',
    ['RUN-INLINE-ALLOWED'],
    ofSkill({}, undefined, { policy: { allow_inline_modules: false } }),
    skillAnswer,
  ),
  ...['module_wat', 'module_base64'].map((name) =>
    refused(
      `empty-${kebab(name)}-not-allowed`,
      ['RUN-INLINE-ALLOWED'],
      'skill-where-inline-is-not-allowed',
      'runner.inline-not-allowed',
      field(name, ''),
    ),
  ),

  ...[plainText, 'inline'].flatMap((twin) => {
    const beside = refusing(alone, twin, 'runner.inline-with-skill-field');
    const which = twin === plainText ? 'text' : 'binary';
    return [
      beside(`module-path-beside-${which}`, field('module_path', 'modules/main.wasm')),
      beside(`tool-beside-${which}`, ({ publisher, tool }) => field('tool_id', `${publisher}.${tool}`)),
      beside(`bad-module-path-beside-${which}`, field('module_path', '?')),
    ];
  }),

  refusingInline(['RUN-ONE-MODULE'], 'runner.two-modules')('both-modules', field('module_wat', answerText)),
  refusingInline(['RUN-ONE-MODULE'], 'runner.two-modules')('empty-text-beside-binary', field('module_wat', '')),
  refused('empty-binary-beside-text', ['RUN-ONE-MODULE'], plainText, 'runner.two-modules', field('module_base64', '')),
  refused('bad-binary-beside-text', ['RUN-ONE-MODULE'], plainText, 'runner.two-modules', field('module_base64', '?')),

  runs('skill-id-beside-module', ofThatSkill, inline({ skill_id: 'acme.nobody' }), inlineAnswer),
  runs('skill-version-beside-module', ofThatSkill, inline({ skill_version: '9.9.9' }), inlineAnswer),
  runs(
    'installed-skill-beside-module',
    ofThatSkill,
    calling((world) => ({
      input: { json: inlineFields({ skill_id: world.skillId, skill_version: '3.1.4' }) },
      installed: [skill(world)],
    })),
    inlineAnswer,
  ),
  runs('same-skill-without-module', ofThatSkill, ofSkill({ skill_version: '3.1.4' }), ({ skillId }) => ({
    ...skillAnswer,
    skill: { skill_id: skillId },
  })),
  runs(
    'unreadable-list-beside-module',
    ['RUN-INDEX', 'RUN-INLINE-SKILL'],
    inline({ skill_id: 'a.b' }, { installed: null }),
    inlineAnswer,
  ),
];
