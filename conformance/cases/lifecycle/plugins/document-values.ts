import type { Case, RecipeValue } from '../../../case.ts';
import { insert, put, replace } from '../../../rows.ts';
import {
  answers,
  answersOtherwise,
  answersToo,
  at,
  comesFirst,
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
  seen,
} from './given.ts';

const values = ['PLUG-LOAD-VALUES'] as const;
const once = ['PLUG-REPEATED'] as const;
const unique = ['PLUG-UNIQUE'] as const;
const path = ['PLUG-CONFIG-PATH'] as const;

type Code = Parameters<typeof refused>[3];

function wrong(name: string, code: Code, field: string, value: RecipeValue): Case {
  return refused(`loaded-${name}`, values, 'loaded', code, put(inRecord(field), value));
}

const onceText = (fields: string) =>
  `{"schema_version":2,"updated_at_unix_ms":7,"entries":[{"plugin_id":"a","enabled":true,"skill_id":"s",${fields}"created_at_unix_ms":5,"updated_at_unix_ms":6}]}`;
const configAt = (place: string) => ({
  schema_version: 1n,
  path: place,
  validation: { state: 'valid', issues: [], redacted_fields: [] },
});

function elsewhere(name: string, place: string): Case {
  return refused(
    `config-path-${name}`,
    path,
    'config-path',
    'plugins.bad-config-path',
    put(inRecord('config', 'path'), place),
  );
}

export const documentValueCases: readonly Case[] = [
  answers('loaded', values, loadingOne(), (world) =>
    indexOf({ plugin_id: pluginOf(world), capability_profile: noLists }),
  ),
  answersToo(
    'loaded-id-in-capitals',
    values,
    loadingOne(),
    (world) => put(inRecord('plugin_id'), ` ${pluginOf(world).toUpperCase()}\n`),
    (world) => indexOf({ plugin_id: pluginOf(world) }),
  ),
  answersOtherwise(
    'loaded-profile-in-capitals',
    values,
    'loaded',
    put(inRecord('capability_profile'), { http_hosts: ['B.Example.', 'a.example', ' '] }),
    indexOf({ capability_profile: { ...noLists, http_hosts: ['a.example', 'b.example'] } }),
  ),
  wrong('id-climbing', 'plugins.bad-id', 'plugin_id', '../other'),
  wrong('id-blank', 'plugins.bad-id', 'plugin_id', ' '),
  wrong('id-dots', 'plugins.bad-id', 'plugin_id', '..'),
  wrong('skill-id-slash', 'plugins.bad-id', 'skill_id', 'a/b'),
  wrong('module-elsewhere', 'plugins.bad-module-path', 'module_path', 'modules/../main.wasm'),
  wrong('entrypoint-dot', 'plugins.bad-entrypoint', 'entrypoint', 'a.b'),
  wrong('wildcard', 'plugins.bad-capability', 'capability_profile', { http_hosts: ['*'] }),
  wrong('prefix-climbing', 'plugins.bad-capability', 'capability_profile', { storage_prefixes: ['../x'] }),
  seen(
    'seen-loaded-wildcard',
    ['PLUG-LOAD-TRUSTING'],
    'accepted',
    loadingOne(() => ({ capability_profile: { http_hosts: ['*'] } })),
  ),

  answers('fields-once', once, loadingText(onceText('')), indexOf({ plugin_id: 'a' })),
  ...(
    [
      ['plugin-id', '"plugin_id":"b",'],
      ['enabled', '"enabled":false,'],
      ['profile', '"capability_profile":{},"capability_profile":{"channels":["cli"]},'],
      ['list-of-profile', '"capability_profile":{"channels":[],"channels":["cli"]},'],
      ['proto', '"typed_contracts":{"__proto__":1,"__proto__":2},'],
    ] as const
  ).map(([name, fields]) =>
    refused(`twice-${name}`, once, 'fields-once', 'plugins.repeated-field', put(['bindings'], onceText(fields))),
  ),
  refused(
    'twice-entries',
    once,
    'fields-once',
    'plugins.repeated-field',
    put(['bindings'], onceText('').replace('{', '{"entries":[],')),
  ),
  refused(
    'twice-version',
    once,
    'fields-once',
    'plugins.repeated-field',
    put(['bindings'], onceText('').replace('{', '{"schema_version":1,')),
  ),

  answers(
    'two-plugins',
    [...unique, 'PLUG-READ-ORDER'],
    loading((world) => document(world, [record(world, { plugin_id: 'b' }), record(world, { plugin_id: 'a' })])),
    indexOf({ plugin_id: 'a' }, { plugin_id: 'b' }),
  ),
  refused('plugin-twice', unique, 'two-plugins', 'plugins.duplicate-plugin', put(at('entries', 1, 'plugin_id'), 'b')),
  refused(
    'plugin-twice-by-capital',
    unique,
    'two-plugins',
    'plugins.duplicate-plugin',
    put(at('entries', 1, 'plugin_id'), 'B'),
  ),
  refused(
    'plugin-twice-by-blank',
    unique,
    'two-plugins',
    'plugins.duplicate-plugin',
    put(at('entries', 1, 'plugin_id'), 'b '),
  ),
  refused('plugin-twice-apart', unique, 'two-plugins', 'plugins.duplicate-plugin', (world) =>
    insert(at('entries', 2), record(world, { plugin_id: 'b', enabled: false })),
  ),
  seen(
    'seen-plugin-twice',
    ['PLUG-TWICE'],
    'accepted',
    loading((world) => document(world, [record(world), record(world, { enabled: false })])),
  ),

  answers(
    'config-path',
    path,
    loadingOne((world) => ({ config: configAt(`${pluginOf(world)}/config.json`) })),
    (world) => indexOf({ config: { path: `${pluginOf(world)}/config.json` } }),
  ),
  elsewhere('other-plugin', 'other/config.json'),
  elsewhere('climbing', '../config.json'),
  elsewhere('absolute', '/etc/passwd'),
  refused('config-path-other-file', path, 'config-path', 'plugins.bad-config-path', (world) =>
    put(inRecord('config', 'path'), `${pluginOf(world)}/secret.json`),
  ),
  refused('config-path-longer', path, 'config-path', 'plugins.bad-config-path', (world) =>
    put(inRecord('config', 'path'), `${pluginOf(world)}/./config.json`),
  ),

  // A document of more bindings than the bound would be answered with more than a line holds.
  seen(
    'seen-many-tags',
    ['PLUG-BULK'],
    'accepted',
    loadingOne(() => ({ operator: { tags: Array.from({ length: 1001 }, (_, index) => `t${index}`) } })),
  ),
  seen(
    'seen-long-note',
    ['PLUG-BULK'],
    'accepted',
    loadingOne(() => ({ operator: { notes: 'n'.repeat(4097) } })),
  ),

  ...ordering(),
];

function ordering(): readonly Case[] {
  const order = ['PLUG-READ-ORDER'] as const;
  const inText = (name: string, code: Code, piece: string, by: string) =>
    refused(name, order, 'fields-once', code, replace(['bindings'], piece, by));
  return [
    inText('order-json', 'plugins.bindings-json', '6}]}', '6}]'),
    inText('order-repeated', 'plugins.repeated-field', '"plugin_id":"a"', '"plugin_id":"a","plugin_id":"a"'),
    inText('order-version', 'plugins.bindings-version', '"schema_version":2', '"schema_version":3'),
    inText('order-time', 'plugins.bad-record', ':7,', ':"7",'),
    comesFirst(order, 'order-json', 'order-repeated'),
    comesFirst(order, 'order-repeated', 'order-version'),
    comesFirst(order, 'order-version', 'order-time'),

    refused('order-value', order, 'config-path', 'plugins.bad-id', put(inRecord('skill_id'), 'a/b')),
    refused('order-shape', order, 'config-path', 'plugins.bad-record', put(inRecord('enabled'), 'true')),
    comesFirst(order, 'order-shape', 'order-value'),
    comesFirst(order, 'order-value', 'config-path-climbing'),

    refused('order-first-binding', order, 'two-plugins', 'plugins.bad-id', put(at('entries', 0, 'skill_id'), 'a/b')),
    refused('order-second-binding', order, 'two-plugins', 'plugins.bad-record', put(at('entries', 1, 'enabled'), 1n)),
    comesFirst(order, 'order-first-binding', 'order-second-binding'),
    comesFirst(order, 'order-first-binding', 'plugin-twice'),
    comesFirst(order, 'order-second-binding', 'plugin-twice'),
  ];
}
