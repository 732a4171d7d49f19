import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { insert, put, remove } from '../../../rows.ts';
import {
  answers,
  answersOtherwise,
  answersToo,
  binding,
  comesFirst,
  indexOf,
  noLists,
  pluginOf,
  record,
  refused,
  refusing,
  requestOf,
} from './given.ts';

const binds = ['PLUG-BIND'] as const;
const replaces = ['PLUG-BIND-REPLACES'] as const;
const others = ['PLUG-BIND-OTHERS'] as const;
const operator = ['PLUG-OPERATOR'] as const;

const badRequest = refusing(['PLUG-RECORD'], 'bind', 'plugins.bad-record');
const profile = { ...noLists, http_hosts: ['api.example.com'] };
const scanned = { state: 'installed', last_scanned_at_unix_ms: 5n, reasons: [], missing_paths: [] };
const changedAt = ['PLUG-CHANGED-AT'] as const;
const order = ['PLUG-READ-ORDER'] as const;

/** What the last check said, each in as few words as can be. */
function checkedBefore(world: World) {
  return {
    config: {
      schema_version: 1n,
      path: `${pluginOf(world)}/config.json`,
      manifest_payload_sha256: 'before',
      validation: { state: 'missing' },
    },
    discovery: { state: 'invalid', reasons: ['gone'] },
    capability_diff: { valid: false },
    typed_contracts: { ready: false },
  };
}

/** A plugin that is bound already, in another way. */
const again = binding((world) => ({
  bindings: [
    record(world, {
      enabled: false,
      entrypoint: 'serve',
      skill_version: '9.9.9',
      capability_profile: profile,
      operator: { notes: 'old' },
      discovery: scanned,
    }),
  ],
}));

export const bindingCases: readonly Case[] = [
  answersOtherwise('bind-disabled', binds, 'bind', put(['request', 'enabled'], false), indexOf({ enabled: false })),
  answersOtherwise('bind-enabled', binds, 'bind-whole', put(['request', 'enabled'], true), indexOf({ enabled: true })),
  answers(
    'bind-whole',
    binds,
    binding({
      request: {
        enabled: false,
        skill_version: '1.0.0',
        tool_id: 'acme.echo',
        module_path: 'modules/main.wasm',
        entrypoint: 'serve',
        capability_profile: profile,
        operator: { display_name: 'Echo', notes: 'mine', owner_principal: 'user:a', tags: ['b', 'a'] },
      },
    }),
    (world) =>
      indexOf({
        plugin_id: pluginOf(world),
        enabled: false,
        skill_id: world.skillId,
        skill_version: '1.0.0',
        tool_id: 'acme.echo',
        module_path: 'modules/main.wasm',
        entrypoint: 'serve',
        capability_profile: profile,
        operator: { display_name: 'Echo', notes: 'mine', owner_principal: 'user:a', tags: ['a', 'b'] },
        created_at_unix_ms: world.nowUnixMs,
        updated_at_unix_ms: world.nowUnixMs,
      }),
  ),
  badRequest('bind-request-list', put(['request'], [])),
  badRequest('bind-request-text', put(['request'], 'echo')),
  badRequest('bind-plugin-id-missing', remove(['request', 'plugin_id'])),
  badRequest('bind-skill-id-missing', remove(['request', 'skill_id'])),
  badRequest('bind-plugin-id-integer', put(['request', 'plugin_id'], 7n)),
  badRequest('bind-unknown-field', put(['request', 'capabilities'], noLists)),
  badRequest('bind-unknown-field-proto', put(['request', '__proto__'], 1n)),
  badRequest('bind-enabled-text', put(['request', 'enabled'], 'yes')),
  badRequest('bind-profile-null-list', put(['request', 'capability_profile'], { secrets: null })),
  badRequest('bind-profile-unknown-class', put(['request', 'capability_profile'], { devices: [] })),
  badRequest('bind-operator-unknown-field', put(['request', 'operator'], { owner: 'me' })),

  answers('bind-again', replaces, again, (world) =>
    indexOf({
      plugin_id: pluginOf(world),
      skill_version: null,
      entrypoint: null,
      capability_profile: noLists,
      operator: { notes: null, tags: [] },
      discovery: { state: 'installed' },
      created_at_unix_ms: world.nowUnixMs - 2n,
      updated_at_unix_ms: world.nowUnixMs,
    }),
  ),
  answers(
    'bind-again-keeps-config',
    replaces,
    binding((world) => ({ bindings: [record(world, { ...checkedBefore(world), enabled: false })] })),
    (world) => indexOf({ plugin_id: pluginOf(world), enabled: true, ...checkedBefore(world) }),
  ),
  answersToo(
    'bind-again-at-its-time',
    changedAt,
    again,
    (world) => put(['bindings', 'json', 'updated_at_unix_ms'], world.nowUnixMs + 7n),
    (world) => ({ index: { updated_at_unix_ms: world.nowUnixMs } }),
  ),
  answersToo(
    'bind-first-at-its-time',
    changedAt,
    binding(),
    (world) => put(['nowUnixMs'], world.nowUnixMs + 7n),
    (world) => ({ index: { updated_at_unix_ms: world.nowUnixMs + 7n } }),
  ),
  answersToo(
    'bind-again-in-capitals',
    replaces,
    again,
    (world) => put(['request', 'plugin_id'], ` ${pluginOf(world).toUpperCase()}`),
    (world) => indexOf({ plugin_id: pluginOf(world), created_at_unix_ms: world.nowUnixMs - 2n }),
  ),
  answersOtherwise(
    'bind-again-with-profile',
    replaces,
    'bind-again',
    put(['request', 'capability_profile'], { channels: ['cli'] }),
    indexOf({ capability_profile: { ...noLists, channels: ['cli'] } }),
  ),
  answersOtherwise(
    'bind-other',
    [...binds, ...others, 'PLUG-SORTED'],
    'bind-again',
    (world) => put(['request', 'plugin_id'], `0${pluginOf(world)}`),
    (world) =>
      indexOf(
        { plugin_id: `0${pluginOf(world)}`, discovery: { state: 'unknown' }, created_at_unix_ms: world.nowUnixMs },
        {
          plugin_id: pluginOf(world),
          enabled: false,
          entrypoint: 'serve',
          capability_profile: profile,
          discovery: { state: 'installed' },
          updated_at_unix_ms: world.nowUnixMs - 1n,
        },
      ),
  ),
  answersOtherwise(
    'bind-beside',
    others,
    'bind-again',
    (world) => insert(['bindings', 'json', 'entries', 0], record(world, { plugin_id: 'zz', enabled: false })),
    (world) =>
      indexOf(
        ...[
          { plugin_id: pluginOf(world), enabled: true, updated_at_unix_ms: world.nowUnixMs },
          { plugin_id: 'zz', enabled: false, updated_at_unix_ms: world.nowUnixMs - 1n },
        ],
      ),
  ),
  answers(
    'bind-same-skill-twice',
    binds,
    binding((world) => ({
      bindings: [record(world, { plugin_id: 'a' })],
      request: requestOf(world, { plugin_id: 'b' }),
    })),
    ({ skillId }) => indexOf({ plugin_id: 'a', skill_id: skillId }, { plugin_id: 'b', skill_id: skillId }),
  ),

  answersOtherwise(
    'bind-operator',
    operator,
    'bind',
    put(['request', 'operator'], {
      display_name: ' Echo\u0085',
      notes: ' \n',
      owner_principal: 'User:A ',
      updated_by: '\u3000',
      tags: ['b', ' a', 'b ', '', 'a', 'B'],
    }),
    indexOf({
      operator: {
        display_name: 'Echo',
        notes: null,
        owner_principal: 'User:A',
        updated_by: null,
        tags: ['B', 'a', 'b'],
      },
    }),
  ),
  answersOtherwise(
    'bind-operator-notes-alone',
    operator,
    'bind',
    put(['request', 'operator'], { notes: ' two\nlines ' }),
    indexOf({ operator: { display_name: null, notes: 'two\nlines', tags: [] } }),
  ),

  comesFirst(['PLUG-ID'], 'bind-plugin-id-slash', 'bind-entrypoint-dot'),
  comesFirst(['PLUG-MODULE-PATH'], 'bind-module-path-elsewhere', 'bind-entrypoint-dot'),
  comesFirst(['PLUG-ENTRYPOINT'], 'bind-entrypoint-dot', 'bind-profile-http-hosts-star-refused'),
  comesFirst(['PLUG-RECORD'], 'bind-unknown-field', 'bind-plugin-id-slash'),
  refused('bind-again-document-broken', order, 'bind-again', 'plugins.bad-record', put(['bindings', 'json', 'x'], 1n)),
  refused('bind-again-bad-id', order, 'bind-again', 'plugins.bad-id', put(['request', 'plugin_id'], 'a/b')),
  comesFirst(order, 'bind-again-document-broken', 'bind-again-bad-id'),
];
