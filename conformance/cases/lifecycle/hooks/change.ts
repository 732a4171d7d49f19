import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case, Recipe } from '../../../case.ts';
import type { ChangeHooksModel } from '../../../recipe/models.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';
import { boundAt, hook, hookDocument, hookId, id, pluginId } from './given.ts';
import { refusing } from './rows.ts';

type Change = ChangeHooksModel['change'];

const principal = 'admin:ops';
const notes = { display_name: 'Alarm', notes: 'Calls.', owner_principal: 'user:owner', updated_by: 'user:before' };

/** Two hooks are bound, and the first of them is switched off. */
function changing(change: (world: World) => Change): (world: World) => Recipe {
  return (world) => {
    const before = { operator: notes, enabled: false, event: 'gateway:startup' };
    const model: ChangeHooksModel = {
      bindings: hookDocument([hook(world, 'm', before), hook(world, 'x')]),
      plugins: ['m', 'x'].map((name) => pluginId(world, name)),
      change: change(world),
      principal,
      nowUnixMs: world.nowUnixMs,
    };
    return { operation: 'hooks.change', model };
  };
}

const noNotes = { display_name: null, notes: null, owner_principal: null };

function bind(world: World, name: string, fields: Change = {}): Change {
  const ids = { hook_id: hookId(world, name), plugin_id: pluginId(world, 'x') };
  return { kind: 'bind', ...ids, event: 'skill:enabled', enabled: true, operator: noNotes, ...fields };
}

function switching(kind: string, name: string): (world: World) => Change {
  return (world) => ({ kind, hook_id: hookId(world, name) });
}

type Fields = { readonly [field: string]: WireValue };

function kept(world: World, name: string, fields: Fields = {}): Fields {
  const { operator, ...rest }: Fields = { ...hook(world, name), ...fields };
  return { ...rest, operator: { ...noNotes, updated_by: null, ...as(operator) } };
}

function as(value: WireValue | undefined): Fields {
  return value as Fields;
}

const first = (world: World, fields: Fields = {}) =>
  kept(world, 'm', { operator: notes, enabled: false, event: 'gateway:startup', ...fields });

/** As it is bound, now. */
function bound(world: World, name: string, fields: Fields = {}): Fields {
  return kept(world, name, {
    event: 'skill:enabled',
    plugin_id: pluginId(world, 'x'),
    operator: { owner_principal: principal, updated_by: principal },
    created_at_unix_ms: world.nowUnixMs,
    updated_at_unix_ms: world.nowUnixMs,
    ...fields,
  });
}

function indexOf(world: World, entries: readonly WireValue[]): WireValue {
  return exactly({ index: { schema_version: 1n, updated_at_unix_ms: world.nowUnixMs, entries } });
}

function gives(
  name: string,
  proves: readonly RequirementId[],
  change: (world: World) => Change,
  entries: (world: World) => readonly WireValue[],
): Case {
  return accepted(id(name), proves, changing(change), { value: (world) => indexOf(world, entries(world)) });
}

/** Another value of one field of the change that binds a third hook. */
function binds(name: string, proves: readonly RequirementId[], field: string, given: string, fields: Fields): Case {
  return changed(id(name), proves, id('bind'), put(['change', field], given), {
    value: (world) => indexOf(world, inOrder(world, bound(world, 'n', fields))),
  });
}

function inOrder(world: World, third: Fields): readonly WireValue[] {
  const byId = (a: Fields, b: Fields) => (`${a['hook_id']}` < `${b['hook_id']}` ? -1 : 1);
  return [first(world), third, kept(world, 'x')].sort(byId);
}

const badId = refusing(['HOOK-ID'], id('bind'), 'hooks.bad-id');
const badEvent = refusing(['HOOK-EVENTS'], id('bind'), 'hooks.unknown-event');
const noPlugin = refusing(['HOOK-BOUND-PLUGIN'], id('bind'), 'hooks.unknown-plugin');
const unknown = (twin: string) => refusing(['HOOK-KNOWN'], id(twin), 'hooks.unknown-hook');

const events = ['gateway:startup', 'skill:quarantined', 'skill:disabled'];
const phases = ['before_run', 'before_tool', 'after_tool', 'before_delivery', 'after_run'];
const longest = 'h'.repeat(128);

function toId(name: string, given: string, kept: string): Case {
  return binds(`bind-id-${name}`, ['HOOK-ID'], 'hook_id', given, { hook_id: kept });
}

const word = (text: string) => text.replace(/[:_]/g, '-');

export const changeCases: readonly Case[] = [
  gives(
    'bind',
    ['HOOK-ID', 'HOOK-EVENTS', 'HOOK-BOUND-PLUGIN', 'HOOK-OPERATOR', 'HOOK-SORTED'],
    (world) => bind(world, 'n'),
    (world) => inOrder(world, bound(world, 'n')),
  ),
  accepted(
    id('bind-first'),
    ['HOOK-MISSING', 'HOOK-ID'],
    (world) => {
      const { operation, model } = changing((each) => bind(each, 'n'))(world);
      return { operation, model: { ...(model as ChangeHooksModel), bindings: null } };
    },
    { value: (world) => indexOf(world, [bound(world, 'n')]) },
  ),
  gives(
    'bind-switched-off',
    ['HOOK-UPSERT'],
    (world) => bind(world, 'n', { enabled: false }),
    (world) => inOrder(world, bound(world, 'n', { enabled: false })),
  ),
  ...[...events, ...phases.map((phase) => `run:${phase}`)].map((event) =>
    binds(`bind-${word(event)}`, ['HOOK-EVENTS'], 'event', event, { event }),
  ),
  ...phases.map((phase) =>
    binds(`bind-alias-${word(phase)}`, ['HOOK-EVENTS'], 'event', phase, { event: `run:${phase}` }),
  ),
  binds('bind-event-spelt-otherwise', ['HOOK-EVENTS'], 'event', ' BEFORE_RUN ', { event: 'run:before_run' }),
  binds('bind-event-with-white-space', ['HOOK-EVENTS'], 'event', '\u0085Gateway:Startup\u3000', {
    event: 'gateway:startup',
  }),
  badEvent('bind-event-removed', put(['change', 'event'], 'skill:removed')),
  badEvent('bind-event-empty', put(['change', 'event'], '')),
  badEvent('bind-event-of-journal', put(['change', 'event'], 'skill.enabled')),
  badEvent('bind-event-alias-of-skill', put(['change', 'event'], 'enabled')),
  badEvent('bind-event-alias-startup', put(['change', 'event'], 'startup')),
  badEvent('bind-event-with-blank-inside', put(['change', 'event'], 'skill: enabled')),
  badEvent('bind-event-with-hyphen', put(['change', 'event'], 'run:before-run')),
  badEvent('bind-event-with-mark', put(['change', 'event'], '\ufeffskill:enabled')),

  toId('spelt-otherwise', ' Ops.ALARM_1-a\n', 'ops.alarm_1-a'),
  toId('of-one-letter', 'h', 'h'),
  toId('longest', longest, longest),
  toId('longest-with-blanks', ` ${longest}\u2003`, longest),
  badId('bind-id-too-long', put(['change', 'hook_id'], `${longest}h`)),
  badId('bind-id-empty', put(['change', 'hook_id'], '')),
  badId('bind-id-blank', put(['change', 'hook_id'], ' \t')),
  badId('bind-id-slash', put(['change', 'hook_id'], 'ops/alarm')),
  badId('bind-id-colon', put(['change', 'hook_id'], 'ops:alarm')),
  badId('bind-id-blank-inside', put(['change', 'hook_id'], 'ops alarm')),
  badId('bind-id-umlaut', put(['change', 'hook_id'], '\u00fcber')),
  badId('bind-id-two-lines', put(['change', 'hook_id'], 'a\nb')),
  badId('bind-plugin-slash', put(['change', 'plugin_id'], '../x')),
  badId('bind-plugin-empty', put(['change', 'plugin_id'], '')),
  badId('bind-plugin-too-long', put(['change', 'plugin_id'], `${longest}h`)),
  changed(
    id('bind-plugin-spelt-otherwise'),
    ['HOOK-ID', 'HOOK-BOUND-PLUGIN'],
    id('bind'),
    (world) => put(['change', 'plugin_id'], ` ${pluginId(world, 'm').toUpperCase()} `),
    { value: (world) => indexOf(world, inOrder(world, bound(world, 'n', { plugin_id: pluginId(world, 'm') }))) },
  ),
  noPlugin('bind-plugin-unknown', (world) => put(['change', 'plugin_id'], pluginId(world, 'z'))),
  noPlugin('bind-plugin-prefix', (world) => put(['change', 'plugin_id'], world.publisher)),
  noPlugin('bind-no-plugins', put(['plugins'], [])),

  gives(
    'bind-with-notes',
    ['HOOK-OPERATOR'],
    (world) => bind(world, 'n', { operator: { display_name: ' Alarm\n', notes: ' ', owner_principal: ' user:o ' } }),
    (world) =>
      inOrder(
        world,
        bound(world, 'n', { operator: { display_name: 'Alarm', owner_principal: 'user:o', updated_by: principal } }),
      ),
  ),
  gives(
    'bind-with-blank-owner',
    ['HOOK-OPERATOR'],
    (world) => bind(world, 'n', { operator: { display_name: '', notes: 'two\nlines', owner_principal: ' ' } }),
    (world) =>
      inOrder(
        world,
        bound(world, 'n', { operator: { notes: 'two\nlines', owner_principal: principal, updated_by: principal } }),
      ),
  ),
  gives(
    'bind-again',
    ['HOOK-UPSERT', 'HOOK-OPERATOR'],
    (world) => bind(world, 'm'),
    (world) => [bound(world, 'm', { created_at_unix_ms: boundAt }), kept(world, 'x')],
  ),
  gives(
    'bind-again-spelt-otherwise',
    ['HOOK-UPSERT', 'HOOK-ID'],
    (world) => bind(world, 'm', { hook_id: ` ${hookId(world, 'M').toUpperCase()}` }),
    (world) => [bound(world, 'm', { created_at_unix_ms: boundAt }), kept(world, 'x')],
  ),

  gives('enable', ['HOOK-SWITCH', 'HOOK-KNOWN'], switching('enable', 'm'), (world) => [
    first(world, { enabled: true, ...switched(world, notes) }),
    kept(world, 'x'),
  ]),
  gives('enable-enabled', ['HOOK-SWITCH'], switching('enable', 'x'), (world) => [
    first(world),
    kept(world, 'x', switched(world, {})),
  ]),
  gives('disable', ['HOOK-SWITCH', 'HOOK-KNOWN'], switching('disable', 'x'), (world) => [
    first(world),
    kept(world, 'x', { enabled: false, ...switched(world, {}) }),
  ]),
  gives('disable-disabled', ['HOOK-SWITCH'], switching('disable', 'm'), (world) => [
    first(world, switched(world, notes)),
    kept(world, 'x'),
  ]),
  gives('remove', ['HOOK-REMOVE', 'HOOK-KNOWN'], switching('remove', 'm'), (world) => [kept(world, 'x')]),
  gives('remove-last', ['HOOK-REMOVE'], switching('remove', 'x'), (world) => [first(world)]),
  gives(
    'disable-spelt-otherwise',
    ['HOOK-KNOWN'],
    (world) => ({ kind: 'disable', hook_id: ` ${hookId(world, 'x').toUpperCase()}\t` }),
    (world) => [first(world), kept(world, 'x', { enabled: false, ...switched(world, {}) })],
  ),
  ...['enable', 'disable', 'remove'].map((kind) =>
    unknown(kind)(`${kind}-unknown`, (world) => put(['change', 'hook_id'], hookId(world, 'z'))),
  ),
  unknown('remove')('remove-by-plugin', (world) => put(['change', 'hook_id'], pluginId(world, 'm'))),
  unknown('disable')('disable-prefix', (world) => put(['change', 'hook_id'], world.tool)),
];

function switched(world: World, operator: Fields): Fields {
  return { operator: { ...operator, updated_by: principal }, updated_at_unix_ms: world.nowUnixMs };
}
