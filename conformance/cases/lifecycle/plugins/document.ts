import type { Case, EditPath, RecipeValue } from '../../../case.ts';
import { insert, put, remove } from '../../../rows.ts';
import {
  answers,
  answersOtherwise,
  answersToo,
  at,
  document,
  indexOf,
  inRecord,
  loading,
  loadingOne,
  loadingText,
  noLists,
  pluginOf,
  record,
  refused,
  refusing,
} from './given.ts';

const json = ['PLUG-JSON'] as const;
const shape = ['PLUG-RECORD'] as const;
const defaults = ['PLUG-DEFAULTS'] as const;
const migrates = ['PLUG-MIGRATE'] as const;
const version = ['PLUG-VERSION'] as const;

const notJson = refusing(json, 'document-empty-list', 'plugins.bindings-json');
const badRecord = refusing(shape, 'document-one', 'plugins.bad-record');

const emptyList = '{"schema_version": 2, "updated_at_unix_ms": 7, "entries": []}';

/** Another text in the place of the smallest document. */
function text(name: string, bytes: string | Uint8Array): Case {
  return notJson(`json-${name}`, put(['bindings'], bytes));
}

function wrong(name: string, path: EditPath, value: RecipeValue): Case {
  return badRecord(`record-${name}`, put(path, value));
}

export const documentCases: readonly Case[] = [
  answers('document-none', ['PLUG-NO-FILE'], loadingText(null), indexOf()),
  answers('document-empty-list', json, loadingText(emptyList), { index: { updated_at_unix_ms: 7n, entries: [] } }),
  text('no-bytes', ''),
  text('white-space', ' \n'),
  text('cut-short', emptyList.slice(0, -1)),
  text('comma-last', emptyList.replace(']}', '],}')),
  text('comment', `${emptyList} // mine`),
  text('apostrophes', emptyList.replaceAll('"', "'")),
  text('byte-order-mark', `\ufeff${emptyList}`),
  text('two-values', `${emptyList}{}`),
  text('nan', emptyList.replace('7', 'NaN')),
  text('leading-zero', emptyList.replace('7', '07')),
  text('not-utf8', Uint8Array.from([...Buffer.from(emptyList.slice(0, -1)), 0xff, 0x7d])),

  answers('document-one', [...shape, ...defaults, ...version, 'PLUG-PROFILE-EMPTY'], loadingOne(), (world) => ({
    index: {
      schema_version: 2n,
      updated_at_unix_ms: world.nowUnixMs,
      entries: [
        {
          plugin_id: pluginOf(world),
          enabled: true,
          skill_id: world.skillId,
          skill_version: null,
          capability_profile: noLists,
          operator: { tags: [] },
          discovery: { state: 'unknown' },
          created_at_unix_ms: world.nowUnixMs - 2n,
          updated_at_unix_ms: world.nowUnixMs - 1n,
        },
      ],
    },
  })),
  wrong('document-list', ['bindings', 'json'], []),
  wrong('document-text', ['bindings', 'json'], '{}'),
  wrong('entries-object', at('entries'), {}),
  wrong('entries-text', at('entries'), 'none'),
  wrong('entries-null', at('entries'), null),
  wrong('unknown-field', at('version'), 2n),
  wrong('unknown-field-proto', ['bindings'], '{"schema_version":2,"updated_at_unix_ms":7,"entries":[],"__proto__":{}}'),
  wrong('updated-text', at('updated_at_unix_ms'), '7'),
  wrong('updated-fraction', at('updated_at_unix_ms'), 0.5),
  wrong('binding-list', inRecord(), []),
  wrong('binding-null', inRecord(), null),
  wrong('binding-text', inRecord(), 'echo'),
  badRecord('record-plugin-id-missing', remove(inRecord('plugin_id'))),
  badRecord('record-skill-id-missing', remove(inRecord('skill_id'))),
  wrong('plugin-id-integer', inRecord('plugin_id'), 1n),
  wrong('skill-id-null', inRecord('skill_id'), null),
  wrong('enabled-text', inRecord('enabled'), 'true'),
  wrong('enabled-integer', inRecord('enabled'), 1n),
  wrong('tool-id-list', inRecord('tool_id'), ['a']),
  wrong('module-path-false', inRecord('module_path'), false),
  wrong('entrypoint-integer', inRecord('entrypoint'), 0n),
  wrong('profile-list', inRecord('capability_profile'), ['a']),
  wrong('profile-text', inRecord('capability_profile'), 'all'),
  wrong('profile-unknown-list', inRecord('capability_profile'), { hosts: [] }),
  wrong('profile-list-text', inRecord('capability_profile'), { http_hosts: 'a.example' }),
  wrong('profile-entry-integer', inRecord('capability_profile'), { channels: [1n] }),
  wrong('profile-entry-null', inRecord('capability_profile'), { secrets: [null] }),
  wrong('operator-text', inRecord('operator'), 'me'),
  wrong('operator-unknown-field', inRecord('operator'), { name: 'me' }),
  wrong('operator-tags-text', inRecord('operator'), { tags: 'a' }),
  wrong('operator-notes-integer', inRecord('operator'), { notes: 1n }),
  wrong('discovery-unknown-field', inRecord('discovery'), { state: 'installed', since: 1n }),
  wrong('discovery-unknown-state', inRecord('discovery'), { state: 'ready' }),
  wrong('binding-unknown-field', inRecord('allow_tofu'), true),
  wrong('binding-misspelt-profile', inRecord('capabilities_profile'), noLists),
  wrong('created-text', inRecord('created_at_unix_ms'), '7'),
  wrong('updated-of-binding-float', inRecord('updated_at_unix_ms'), 1.5),

  answersOtherwise(
    'profile-with-one-list',
    defaults,
    'document-one',
    put(inRecord('capability_profile'), { http_hosts: ['api.example.com'] }),
    indexOf({ capability_profile: { ...noLists, http_hosts: ['api.example.com'] } }),
  ),
  answersToo(
    'typed-contracts-with-more-fields',
    shape,
    loadingOne(),
    put(inRecord('typed_contracts'), { mode: 'typed', ready: false, entries: [], since: 'later' }),
    indexOf({ typed_contracts: { mode: 'typed', ready: false, entries: [] } }),
  ),
  answersOtherwise(
    'discovery-kept',
    shape,
    'document-one',
    put(inRecord('discovery'), {
      state: 'missing_module',
      last_scanned_at_unix_ms: 7n,
      reasons: [],
      missing_paths: ['modules/gone.wasm'],
      filesystem: { safe: true, issues: [] },
    }),
    indexOf({ discovery: { state: 'missing_module', missing_paths: ['modules/gone.wasm'] } }),
  ),

  refused('version-3', version, 'document-one', 'plugins.bindings-version', put(at('schema_version'), 3n)),
  refused(
    'version-of-32-bits',
    version,
    'document-one',
    'plugins.bindings-version',
    put(at('schema_version'), 2n ** 32n - 1n),
  ),
  refused(
    'version-100-of-text',
    version,
    'document-empty-list',
    'plugins.bindings-version',
    put(['bindings'], emptyList.replace('2', '100')),
  ),
  ...['1', '', 'two'].map((value) =>
    refused(
      `version-text-${value === '' ? 'empty' : value}`,
      ['PLUG-VERSION-TYPE'],
      'document-one',
      'plugins.bad-record',
      put(at('schema_version'), value),
    ),
  ),
  answersToo('version-2', ['PLUG-VERSION-TYPE'], loadingOne(), put(at('schema_version'), 2n), (world) =>
    indexOf({ plugin_id: pluginOf(world) }),
  ),
  refused(
    'version-negative',
    ['PLUG-VERSION-TYPE'],
    'document-one',
    'plugins.bad-record',
    put(at('schema_version'), -1n),
  ),
  refused('version-float', ['PLUG-VERSION-TYPE'], 'document-one', 'plugins.bad-record', put(at('schema_version'), 1.5)),
  refused('version-null', ['PLUG-VERSION-TYPE'], 'document-one', 'plugins.bad-record', put(at('schema_version'), null)),

  answersToo('version-1', migrates, loadingOne(), put(at('schema_version'), 1n), (world) =>
    indexOf({ plugin_id: pluginOf(world), discovery: { state: 'unknown' } }),
  ),
  answers(
    'version-0',
    migrates,
    loading((world) => ({ schema_version: 0n, entries: [record(world)] })),
    (world) => ({ index: { schema_version: 2n, updated_at_unix_ms: 0n, entries: [{ plugin_id: pluginOf(world) }] } }),
  ),
  answers(
    'version-not-given',
    migrates,
    loading((world) => ({ entries: [record(world)] })),
    (world) => ({ index: { schema_version: 2n, updated_at_unix_ms: 0n, entries: [{ plugin_id: pluginOf(world) }] } }),
  ),
  refused(
    'version-1-unknown-field',
    [...shape, ...migrates],
    'version-1-with-profile',
    'plugins.bad-record',
    put(inRecord('capability'), noLists),
  ),
  answers(
    'version-1-with-profile',
    migrates,
    loading((world) => document(world, [record(world, { capability_profile: noLists })], { schema_version: 1n })),
    indexOf({ capability_profile: noLists }),
  ),

  answersOtherwise(
    'created-never',
    ['PLUG-CREATED-AT'],
    'document-one',
    put(inRecord('created_at_unix_ms'), 0n),
    (world) => indexOf({ created_at_unix_ms: world.nowUnixMs - 1n, updated_at_unix_ms: world.nowUnixMs - 1n }),
  ),
  answersOtherwise(
    'created-first',
    ['PLUG-CREATED-AT'],
    'document-one',
    put(inRecord('created_at_unix_ms'), 1n),
    (world) => indexOf({ created_at_unix_ms: 1n, updated_at_unix_ms: world.nowUnixMs - 1n }),
  ),

  answers(
    'sorted',
    ['PLUG-SORTED'],
    loading((world) =>
      document(
        world,
        ['b', 'a.c', 'a-b', 'a', 'a_b', '9'].map((plugin) => record(world, { plugin_id: plugin })),
      ),
    ),
    indexOf(...['9', 'a', 'a-b', 'a.c', 'a_b', 'b'].map((plugin_id) => ({ plugin_id }))),
  ),
  answersOtherwise(
    'sorted-one-more',
    ['PLUG-SORTED'],
    'sorted',
    (world) => insert(at('entries', 0), record(world, { plugin_id: 'a.' })),
    indexOf(...['9', 'a', 'a-b', 'a.', 'a.c', 'a_b', 'b'].map((plugin_id) => ({ plugin_id }))),
  ),
];
