import type { Case } from '../../../case.ts';
import { put, remove } from '../../../rows.ts';
import { atHook, atPlugin, dispatching, failed, giving, hookId, id, pluginId, ran } from './given.ts';
import { comes, refusing, thenComes } from './rows.ts';

const json = refusing(['HOOK-DOCUMENTS', 'HOOK-JSON'], id('two'), 'hooks.not-json');
const plugins = refusing(['HOOK-DOCUMENTS'], id('two'), 'plugins.bindings-json');

/** Documents that cannot be read end an event before it has begun. */
const documentCases: readonly Case[] = [
  json('hooks-not-json', put(['bindings'], '{"schema_version": 1')),
  refusing(
    ['HOOK-DOCUMENTS', 'HOOK-VERSION'],
    id('two'),
    'hooks.schema-version',
  )('hooks-of-version-2', put(['bindings', 'json', 'schema_version'], 2n)),
  refusing(
    ['HOOK-DOCUMENTS', 'HOOK-SHAPE'],
    id('two'),
    'hooks.shape',
  )('hooks-with-unknown-field', put(atHook(1, 'tags'), [])),
  plugins('plugins-not-json', put(['plugins'], '{"schema_version": 2')),
  refusing(
    ['HOOK-DOCUMENTS'],
    id('two'),
    'plugins.bindings-version',
  )('plugins-of-version-3', put(['plugins', 'json', 'schema_version'], 3n)),
];

/** What fails the first of two hooks, at which step. */
function fails(
  name: string,
  why: 'plugin-missing' | 'plugin-disabled' | 'module' | 'status' | 'run',
  edit: Parameters<typeof thenComes>[3],
): Case {
  return thenComes(name, ['HOOK-STEPS', 'HOOK-ISOLATION'], 'two', edit, (world) => ({
    outcomes: [failed(world, 'a', why), ran(world, 'b', 9)],
    aborted: false,
  }));
}

const elsewhere = put(['installed', 0, 'skillId'], 'nobody.nothing');

export const stepCases: readonly Case[] = [
  ...documentCases,
  fails('plugin-missing', 'plugin-missing', remove(['plugins', 'json', 'entries', 0])),
  fails('plugin-disabled', 'plugin-disabled', put(atPlugin(0, 'enabled'), false)),
  fails('skill-not-installed', 'module', put(atPlugin(0, 'skill_id'), 'nobody.nothing')),
  fails('version-not-installed', 'module', put(atPlugin(0, 'skill_version'), '9.9.9')),
  fails('unknown-tool', 'module', put(atPlugin(0, 'tool_id'), 'nobody.tool')),
  fails('unknown-module', 'module', put(atPlugin(0, 'module_path'), 'modules/other.wasm')),
  fails('trapping', 'run', put(atPlugin(0, 'entrypoint'), 'trap')),
  fails('endless', 'run', put(atPlugin(0, 'entrypoint'), 'endless')),
  fails('export-missing', 'run', put(atPlugin(0, 'entrypoint'), 'absent')),
  fails('asks-too-much', 'run', put([...atPlugin(0, 'capability_profile'), 'http_hosts'], ['other.example.com'])),
  thenComes('plugins-all-missing', ['HOOK-STEPS', 'HOOK-ISOLATION'], 'two', put(['plugins'], null), (world) => ({
    outcomes: [failed(world, 'a', 'plugin-missing'), failed(world, 'b', 'plugin-missing')],
    aborted: false,
  })),
  thenComes('skills-unreadable', ['HOOK-STEPS', 'HOOK-ISOLATION'], 'two', put(['installed'], null), (world) => ({
    outcomes: [failed(world, 'a', 'module'), failed(world, 'b', 'module')],
    aborted: false,
  })),
  thenComes(
    'artifact-unreadable',
    ['HOOK-STEPS', 'HOOK-ISOLATION'],
    'two',
    put(['installed', 0, 'artifact'], null),
    (world) => ({
      outcomes: [failed(world, 'a', 'module'), failed(world, 'b', 'module')],
      aborted: false,
    }),
  ),
  thenComes(
    'artifact-tampered',
    ['HOOK-STEPS', 'HOOK-ISOLATION'],
    'two',
    put(['installed', 0, 'artifact', 'integrity', 'omit'], ['modules/main.wasm']),
    (world) => ({
      outcomes: [failed(world, 'a', 'module'), failed(world, 'b', 'module')],
      aborted: false,
    }),
  ),
  thenComes('skill-removed', ['HOOK-STEPS'], 'two', elsewhere, (world) => ({
    outcomes: [failed(world, 'a', 'module'), failed(world, 'b', 'module')],
  })),
  thenComes(
    'runtime-off',
    ['HOOK-RUNTIME-OFF', 'HOOK-ISOLATION'],
    'two',
    put(['policy', 'enabled'], false),
    (world) => ({
      outcomes: [failed(world, 'a', 'run'), failed(world, 'b', 'run')],
      aborted: false,
    }),
  ),
  thenComes('module-too-large', ['HOOK-STEPS'], 'two', put(['policy', 'max_module_size_bytes'], 8n), (world) => ({
    outcomes: [failed(world, 'a', 'run'), failed(world, 'b', 'run')],
  })),
  comes(
    'first-step-counts',
    ['HOOK-STEPS'],
    dispatching((world) => ({
      bound: [
        ['a', { enabled: false, skill_id: 'nobody.nothing' }],
        ['b', { enabled: false, entrypoint: 'trap' }],
        ['c', { skill_version: '9.9.9' }],
        ['d', { entrypoint: 'trap' }],
        [
          'e',
          {
            entrypoint: giving(7),
            capability_profile: { http_hosts: ['a.example'], secrets: [], storage_prefixes: [], channels: [] },
          },
        ],
        ['f', { module_path: 'modules/other.wasm' }],
      ],
      statuses: [{ skill_id: world.skillId, version: '3.1.4', status: 'quarantined' }],
    })),
    (world) => ({
      outcomes: [
        failed(world, 'a', 'plugin-disabled'),
        failed(world, 'b', 'plugin-disabled'),
        failed(world, 'c', 'module'),
        failed(world, 'd', 'status'),
        failed(world, 'e', 'status'),
        failed(world, 'f', 'module'),
      ],
    }),
  ),
  thenComes(
    'first-step-counts-runtime-off',
    ['HOOK-STEPS', 'HOOK-RUNTIME-OFF'],
    'first-step-counts',
    remove(['statuses', 0]),
    (world) => ({
      outcomes: [
        failed(world, 'a', 'plugin-disabled'),
        failed(world, 'b', 'plugin-disabled'),
        failed(world, 'c', 'module'),
        failed(world, 'd', 'run'),
        failed(world, 'e', 'run'),
        failed(world, 'f', 'module'),
      ],
    }),
  ),
  comes(
    'all-fail-but-last',
    ['HOOK-ISOLATION'],
    dispatching((world) => ({
      bound: [
        ['a', { enabled: false }],
        ['b', { skill_id: 'nobody.nothing' }],
        ['c', 'trap'],
        ['d', 'absent'],
        ['e', 'endless'],
        ['f', giving(7), { plugin_id: pluginId(world, 'z') }],
        ['g', giving(41)],
      ],
    })),
    (world) => ({
      outcomes: [
        failed(world, 'a', 'plugin-disabled'),
        failed(world, 'b', 'module'),
        failed(world, 'c', 'run'),
        failed(world, 'd', 'run'),
        failed(world, 'e', 'run'),
        { hook_id: hookId(world, 'f'), plugin_id: pluginId(world, 'z'), failure: 'plugin-missing', output: null },
        ran(world, 'g', 41),
      ],
      aborted: false,
    }),
  ),
];
