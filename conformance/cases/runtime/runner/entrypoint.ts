import type { World } from '#fixtures/world.ts';
import type { Case, Recipe } from '../../../case.ts';
import { base64, calling, type Fields, field, inline, ofSkill, withModule } from './given.ts';
import { giving } from './modules.ts';
import { refusingInline, refusingSkill, runs } from './rows.ts';

const proves = ['RUN-ENTRYPOINT'] as const;
const byDefault = ['RUN-ENTRYPOINT-DEFAULT'] as const;
const bad = refusingInline(proves, 'runner.bad-entrypoint');

const nameOf = ({ parameters }: World) => parameters.names.defaultEntrypoint;

/** Each name is an export of its own, so that the exit code says which was called. */
function calls(name: string, entrypoint: string, called: string): Case {
  const module_base64 = base64(giving(['run', 1], [called, 7]));
  return runs(`entrypoint-${name}`, [...proves, ...byDefault], inline({ module_base64, entrypoint }), {
    exit_code: 7n,
    entrypoint: called,
  });
}

/** A module with the export that is called where none is named, and another one. */
function withoutName(fields: Fields): (world: World) => Recipe {
  return calling((world) => {
    const module_base64 = base64(giving([nameOf(world), 7], ['main', 8]));
    return { input: { json: { module_base64, ...fields } } };
  });
}

const longest = 'a'.repeat(300);

export const entrypointCases: readonly Case[] = [
  calls('all-kinds', 'a-b_9', 'a-b_9'),
  calls('hyphen', '-', '-'),
  calls('digit', '0', '0'),
  calls('long', longest, longest),
  calls('trimmed', ' go\n', 'go'),
  calls('next-line-trimmed', '\u0085go\u3000', 'go'),
  runs('entrypoint-absent', byDefault, withoutName({}), (world) => ({ exit_code: 7n, entrypoint: nameOf(world) })),
  runs('entrypoint-null', [...byDefault, 'RUN-NULL'], withoutName({ entrypoint: null }), (world) => ({
    exit_code: 7n,
    entrypoint: nameOf(world),
  })),
  runs('entrypoint-of-skill-absent', byDefault, ofSkillWithout(), (world) => ({
    exit_code: 7n,
    entrypoint: nameOf(world),
  })),
  ...(
    [
      ['empty', ''],
      ['blank', ' '],
      ['capital', 'Run'],
      ['last-capital', 'ruN'],
      ['dot', 'a.b'],
      ['colon', 'a:b'],
      ['slash', 'a/b'],
      ['blank-inside', 'a b'],
      ['line-break-inside', 'run\nrun'],
      ['nul-behind', 'run\u0000'],
      ['nul-inside', 'a\u0000b'],
      ['byte-order-mark', '\ufeffrun'],
      ['zero-width-space-behind', 'run\u200b'],
      ['accent', 'r\u00fcn'],
      ['kelvin-sign', '\u212a'],
      ['full-width', '\uff52\uff55\uff4e'],
      ['arabic-digit', 'run\u0663'],
      ['cyrillic', 'r\u0443n'],
      ['at', 'run@1'],
      ['dollar', '$run'],
      ['plus', 'run+'],
    ] as const
  ).map(([name, entrypoint]) => bad(`entrypoint-${name}`, field('entrypoint', entrypoint))),
  refusingSkill(proves, 'runner.bad-entrypoint')('entrypoint-of-skill-capital', field('entrypoint', 'Run')),
];

function ofSkillWithout(): (world: World) => Recipe {
  return (world) => ofSkill({ entrypoint: null }, withModule(giving([nameOf(world), 7], ['main', 8])))(world);
}
