import type { World } from '#fixtures/world.ts';
import type { Case, Edit, Recipe } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { insert, put, remove } from '../../../rows.ts';
import { at, base64Of, calling, inline, inlineAnswer, mainModule, plainInline, skill, skillAnswer } from './given.ts';
import { refused, runs } from './rows.ts';

const proves = ['RUN-POSITIONAL'] as const;
const seven = [null, null, null, null, null, base64Of('answer'), 'run'];
const host = 'api.example.com';
const oneHost = { ...inlineAnswer, capabilities: { granted_http_hosts: [host] } };

function asArray(...input: readonly JsonModel[]): (world: World) => Recipe {
  return calling(() => ({ input: { json: input } }));
}

function mistyped(name: string, twin: string, edit: Edit): Case {
  return refused(`positional-${name}`, proves, twin, 'runner.wrong-type', edit);
}

const ofSeven = 'positional-seven';
const ofEight = 'positional-eight';
const ofLists = 'positional-four-lists';

export const positionalCases: readonly Case[] = [
  runs('positional-seven', proves, asArray(...seven), inlineAnswer),
  runs('positional-eight', proves, asArray(...seven, { http_hosts: [host] }), oneHost),
  runs('positional-no-lists', proves, asArray(...seven, []), inlineAnswer),
  runs('positional-one-list', proves, asArray(...seven, [[host]]), oneHost),
  runs(
    'positional-four-lists',
    proves,
    inline({ capabilities: [[host], ['db_password'], ['plugins/cache'], ['cli']] }),
    {
      ...inlineAnswer,
      capabilities: {
        secret_handles_count: 1n,
        granted_http_hosts: [host],
        granted_storage_prefixes: ['plugins/cache'],
        granted_channels: ['cli'],
      },
    },
  ),
  runs('positional-lists-in-object', proves, inline({ capabilities: [[], [], ['plugins/cache']] }), {
    ...inlineAnswer,
    capabilities: { granted_http_hosts: [], granted_storage_prefixes: ['plugins/cache'] },
  }),
  runs(
    'positional-skill',
    proves,
    calling((world) => {
      const { skillId, publisher, tool } = world;
      const input = [skillId, '3.1.4', mainModule, `${publisher}.${tool}`, null, null, 'run'];
      return { input: { json: input }, installed: [skill(world)] };
    }),
    ({ skillId, publisher, tool }) => ({
      ...skillAnswer,
      skill: { skill_id: skillId, version: '3.1.4', module_path: mainModule, tool_id: `${publisher}.${tool}` },
    }),
  ),
  mistyped('six', ofSeven, remove(at(6))),
  mistyped('nine', ofEight, insert(at(8), null)),
  mistyped('none', plainInline, put(['input', 'json'], [])),
  mistyped('number', ofSeven, put(at(0), 1n)),
  mistyped('list-in-text', ofSeven, put(at(6), ['run'])),
  mistyped('null-for-capabilities', ofEight, put(at(7), null)),
  mistyped('text-for-capabilities', ofEight, put(at(7), host)),
  mistyped('null-for-list', ofLists, put(at('capabilities', 1), null)),
  mistyped('text-for-list', ofLists, put(at('capabilities', 3), 'cli')),
  mistyped('five-lists', ofLists, insert(at('capabilities', 4), [])),
  mistyped('null-in-list', ofLists, put(at('capabilities', 2, 0), null)),
  refused(
    'positional-lists-in-their-order',
    proves,
    ofLists,
    'runner.denied',
    put(at('capabilities', 3), ['plugins/cache']),
  ),
  refused('positional-blank', proves, ofSeven, 'runner.blank-field', put(at(1), ' ')),
  refused('positional-nulls', proves, ofSeven, 'runner.no-module-source', put(at(5), null)),
];
