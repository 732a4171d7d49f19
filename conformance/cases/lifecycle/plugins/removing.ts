import type { World } from '#fixtures/world.ts';
import type { Case, Recipe } from '../../../case.ts';
import { insert, put } from '../../../rows.ts';
import {
  answers,
  answersOtherwise,
  answersToo,
  comesFirst,
  document,
  indexOf,
  pluginOf,
  record,
  refused,
} from './given.ts';

const gone = ['PLUG-REMOVE'] as const;
const unknown = ['PLUG-REMOVE-UNKNOWN'] as const;
const inUse = ['PLUG-REMOVE-IN-USE'] as const;
const spelling = ['PLUG-REMOVE-SPELLING'] as const;

function removing(hooked: (world: World) => readonly string[]): (world: World) => Recipe {
  return (world) => ({
    operation: 'plugins.remove',
    model: {
      bindings: {
        json: document(world, [
          record(world, { plugin_id: 'other', enabled: false, entrypoint: 'serve' }),
          record(world),
          record(world, { plugin_id: `${pluginOf(world)}-a` }),
        ]),
      },
      pluginId: pluginOf(world),
      hooked: hooked(world),
      nowUnixMs: world.nowUnixMs,
    },
  });
}

const left = (world: World) =>
  indexOf(
    ...[
      { plugin_id: 'other', enabled: false, entrypoint: 'serve', updated_at_unix_ms: world.nowUnixMs - 1n },
      { plugin_id: `${pluginOf(world)}-a`, enabled: true, updated_at_unix_ms: world.nowUnixMs - 1n },
    ].toSorted((a, b) => (a.plugin_id < b.plugin_id ? -1 : 1)),
  );

export const removingCases: readonly Case[] = [
  answers(
    'remove',
    [...gone, 'PLUG-BIND-OTHERS', ...inUse, ...unknown],
    removing(() => []),
    left,
  ),
  answersOtherwise('remove-other', gone, 'remove', put(['pluginId'], 'other'), (world) =>
    indexOf({ plugin_id: pluginOf(world) }, { plugin_id: `${pluginOf(world)}-a` }),
  ),
  answers(
    'remove-beside-hooked',
    inUse,
    removing((world) => ['other', `${pluginOf(world)}-a`, pluginOf(world).slice(0, -1)]),
    left,
  ),
  refused('remove-hooked', inUse, 'remove', 'plugins.in-use', (world) => put(['hooked'], [pluginOf(world)])),
  refused('remove-hooked-among-others', inUse, 'remove-beside-hooked', 'plugins.in-use', (world) =>
    insert(['hooked', 1], pluginOf(world)),
  ),
  refused('remove-unknown', unknown, 'remove', 'plugins.unknown-plugin', put(['pluginId'], 'nobody')),
  refused('remove-beginning', unknown, 'remove', 'plugins.unknown-plugin', (world) =>
    put(['pluginId'], pluginOf(world).slice(0, -1)),
  ),
  refused(
    'remove-from-nothing',
    [...unknown, 'PLUG-NO-FILE'],
    'remove',
    'plugins.unknown-plugin',
    put(['bindings'], null),
  ),
  refused(
    'remove-unknown-hooked',
    unknown,
    'remove-beside-hooked',
    'plugins.unknown-plugin',
    put(['pluginId'], 'nobody'),
  ),
  ...Object.entries({ slash: 'a/b', dots: '..', blank: ' ', empty: '' }).map(([name, text]) =>
    refused(`remove-id-${name}`, spelling, 'remove', 'plugins.bad-id', put(['pluginId'], text)),
  ),
  answers(
    'remove-beside-hooked-nobody',
    spelling,
    removing(() => ['nobody']),
    left,
  ),
  refused(
    'remove-hooked-nobody',
    spelling,
    'remove-beside-hooked-nobody',
    'plugins.unknown-plugin',
    put(['pluginId'], 'nobody'),
  ),
  answersToo(
    'remove-at-its-time',
    ['PLUG-CHANGED-AT'],
    removing(() => []),
    (world) => put(['nowUnixMs'], world.nowUnixMs + 7n),
    (world) => ({ index: { updated_at_unix_ms: world.nowUnixMs + 7n } }),
  ),
  refused(
    'remove-document-broken',
    ['PLUG-READ-ORDER'],
    'remove',
    'plugins.bad-record',
    put(['bindings', 'json', 'x'], 1n),
  ),
  comesFirst(['PLUG-READ-ORDER'], 'remove-document-broken', 'remove-id-slash'),
  answersOtherwiseSpelled(),
  refused('remove-in-capitals-hooked', spelling, 'remove-in-capitals', 'plugins.in-use', (world) =>
    put(['hooked'], [pluginOf(world)]),
  ),
  refused('remove-with-white-space-hooked', spelling, 'remove-in-capitals', 'plugins.in-use', (world) =>
    put(['hooked'], ['other', pluginOf(world)]),
  ),
];

/** The id in capitals is the same plugin. */
function answersOtherwiseSpelled(): Case {
  const given = (world: World): Recipe => {
    const { operation, model } = removing(() => [])(world);
    return { operation, model: { ...(model as object), pluginId: ` ${pluginOf(world).toUpperCase()}` } };
  };
  return answers('remove-in-capitals', spelling, given, left);
}
