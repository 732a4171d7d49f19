import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case, Recipe } from '../../../case.ts';
import type { JsonText } from '../../../recipe/models.ts';
import { accepted, changed, observed, put, remove, replace } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';
import { boundAt, hook, hookDocument, hookId, id, pluginId } from './given.ts';
import { refusing } from './rows.ts';

type Fields = { readonly [field: string]: WireValue };

function loading(bindings: (world: World) => JsonText | null): (world: World) => Recipe {
  return (world) => ({ operation: 'hooks.load', model: { bindings: bindings(world) } });
}

const nothing = { display_name: null, notes: null, owner_principal: null, updated_by: null };

/** A binding in normal form. */
function loaded(world: World, name: string, fields: Fields = {}): WireValue {
  return {
    hook_id: hookId(world, name),
    event: 'skill:quarantined',
    plugin_id: pluginId(world, name),
    enabled: true,
    operator: nothing,
    created_at_unix_ms: boundAt,
    updated_at_unix_ms: boundAt,
    ...fields,
  };
}

function indexOf(entries: readonly WireValue[], updatedAt = boundAt): WireValue {
  return exactly({ index: { schema_version: 1n, updated_at_unix_ms: updatedAt, entries } });
}

const notes = { display_name: 'Alarm', notes: ' keep ', owner_principal: 'user:a', updated_by: 'user:b' };

/** The document as a text, for what cannot be said by one. */
function text(world: World): string {
  const { tool, publisher } = world;
  return `{"schema_version": 1, "updated_at_unix_ms": 5, "entries": [{"hook_id": "${tool}.a", "event": "gateway:startup", "plugin_id": "${publisher}.a", "enabled": true, "operator": {"notes": "keep"}, "created_at_unix_ms": 3, "updated_at_unix_ms": 4}]}`;
}

const at = (...path: readonly (string | number)[]) => ['bindings', 'json', ...path];
const plain = id('load-one');
const asText = id('load-text');

const json = refusing(['HOOK-JSON'], asText, 'hooks.not-json');
const repeated = refusing(['HOOK-REPEATED'], asText, 'hooks.repeated-field');
const version = refusing(['HOOK-VERSION'], plain, 'hooks.schema-version');
const versionForm = refusing(['HOOK-VERSION-FORM'], plain, 'hooks.shape');
const shape = refusing(['HOOK-SHAPE'], plain, 'hooks.shape');

function loads(
  name: string,
  proves: readonly RequirementId[],
  bindings: (world: World) => JsonText | null,
  value: (world: World) => WireValue,
): Case {
  return accepted(id(name), proves, loading(bindings), { value });
}

function stays(name: string, field: string, value: string): Case {
  return changed(id(name), ['HOOK-STORED'], plain, put(at('entries', 0, field), value), {
    value: (world) => indexOf([loaded(world, 'a', { [field]: value })]),
  });
}

export const loadCases: readonly Case[] = [
  loads(
    'load-no-file',
    ['HOOK-MISSING'],
    () => null,
    () => indexOf([], 0n),
  ),
  loads(
    'load-no-bindings',
    ['HOOK-SHAPE'],
    () => hookDocument([]),
    () => indexOf([]),
  ),
  loads(
    'load-one',
    ['HOOK-SHAPE', 'HOOK-VERSION', 'HOOK-VERSION-FORM'],
    (world) => hookDocument([hook(world, 'a')]),
    (world) => indexOf([loaded(world, 'a')]),
  ),
  loads('load-text', ['HOOK-JSON', 'HOOK-REPEATED'], text, (world) =>
    indexOf(
      [
        loaded(world, 'a', {
          event: 'gateway:startup',
          operator: { ...nothing, notes: 'keep' },
          created_at_unix_ms: 3n,
          updated_at_unix_ms: 4n,
        }),
      ],
      5n,
    ),
  ),
  loads(
    'load-operator',
    ['HOOK-SHAPE', 'HOOK-STORED'],
    (world) => hookDocument([hook(world, 'a', { operator: notes, enabled: false })]),
    (world) => indexOf([loaded(world, 'a', { operator: notes, enabled: false })]),
  ),
  changed(id('load-operator-left-out'), ['HOOK-SHAPE'], id('load-operator'), remove(at('entries', 0, 'operator')), {
    value: (world) => indexOf([loaded(world, 'a', { enabled: false })]),
  }),
  changed(
    id('load-note-left-out'),
    ['HOOK-SHAPE'],
    id('load-operator'),
    remove(at('entries', 0, 'operator', 'notes')),
    {
      value: (world) => indexOf([loaded(world, 'a', { operator: { ...notes, notes: null }, enabled: false })]),
    },
  ),
  changed(id('load-times'), ['HOOK-SHAPE'], plain, put(at('entries', 0, 'created_at_unix_ms'), -(2n ** 63n)), {
    value: (world) => indexOf([loaded(world, 'a', { created_at_unix_ms: -(2n ** 63n) })]),
  }),
  loads(
    'load-sorted',
    ['HOOK-SORTED'],
    (world) => hookDocument(['b', 'a', 'a.b', 'a-b', 'B', 'a_b', 'a0'].map((name) => hook(world, name))),
    (world) => indexOf(['B', 'a', 'a-b', 'a.b', 'a0', 'a_b', 'b'].map((name) => loaded(world, name))),
  ),
  loads(
    'load-sorted-by-bytes',
    ['HOOK-SORTED', 'HOOK-STORED'],
    (world) => hookDocument(['\u{1f600}', '\uff5e', 'z'].map((name) => hook(world, name))),
    (world) => indexOf(['z', '\uff5e', '\u{1f600}'].map((name) => loaded(world, name))),
  ),
  loads(
    'load-sharing',
    ['HOOK-UNIQUE', 'HOOK-SHAPE'],
    (world) => hookDocument(['a', 'b', 'c'].map((name) => hook(world, name, { plugin_id: pluginId(world, 'a') }))),
    (world) => indexOf(['a', 'b', 'c'].map((name) => loaded(world, name, { plugin_id: pluginId(world, 'a') }))),
  ),
  loads(
    'load-hundred',
    ['HOOK-SHAPE'],
    (world) => hookDocument(Array.from({ length: 100 }, (_, i) => hook(world, `n${100 + i}`))),
    (world) => indexOf(Array.from({ length: 100 }, (_, i) => loaded(world, `n${100 + i}`))),
  ),

  loads(
    'load-version-0',
    ['HOOK-MIGRATE'],
    () => ({ json: { entries: [] } }),
    () => indexOf([], 0n),
  ),
  loads(
    'load-version-0-with-hook',
    ['HOOK-MIGRATE'],
    (world) => ({ json: { entries: [hook(world, 'a')] } }),
    (world) => indexOf([loaded(world, 'a')], 0n),
  ),
  version('load-version-2', put(at('schema_version'), 2n)),
  version('load-version-large', put(at('schema_version'), 4_294_967_297n)),
  loads(
    'load-text-without-bindings',
    ['HOOK-VERSION'],
    () => '{"schema_version": 1, "updated_at_unix_ms": 5, "entries": []}',
    () => indexOf([], 5n),
  ),
  refusing(
    ['HOOK-VERSION'],
    id('load-text-without-bindings'),
    'hooks.schema-version',
  )(
    'load-version-2-of-another-shape',
    replace(['bindings'], '1, "updated_at_unix_ms": 5, "entries": []', '2, "hooks": {}'),
  ),
  versionForm('load-version-as-text', put(at('schema_version'), '1')),
  versionForm('load-version-2-as-text', put(at('schema_version'), '2')),
  versionForm('load-version-as-float', put(at('schema_version'), 2.5)),
  versionForm('load-version-negative', put(at('schema_version'), -1n)),
  versionForm('load-version-null', put(at('schema_version'), null)),

  json('load-empty', put(['bindings'], '')),
  json('load-cut-short', (world) => put(['bindings'], text(world).slice(0, -1))),
  json('load-more-behind', (world) => put(['bindings'], `${text(world)}{}`)),
  json('load-comma-at-end', replace(['bindings'], '"updated_at_unix_ms": 4}]', '"updated_at_unix_ms": 4},]')),
  json('load-no-utf8', (world) => put(['bindings'], Buffer.from(text(world).replace('keep', '\u00ff'), 'latin1'))),
  json('load-comment', replace(['bindings'], '{"schema_version"', '{/**/"schema_version"')),
  json('load-half-of-a-pair', replace(['bindings'], '"keep"', '"\\ud800"')),
  repeated('load-entries-twice', replace(['bindings'], '"entries":', '"entries": [], "entries":')),
  repeated('load-enabled-twice', replace(['bindings'], '"enabled": true', '"enabled": true, "enabled": false')),
  repeated('load-notes-twice', replace(['bindings'], '"notes": "keep"', '"notes": "keep", "n\\u006ftes": "keep"')),
  repeated(
    'load-version-twice',
    replace(['bindings'], '"schema_version": 1', '"schema_version": 1, "schema_version": 1'),
  ),
  repeated('load-plugin-twice', replace(['bindings'], '"plugin_id":', '"plugin_id": "x", "plugin_id":')),

  shape('load-array', put(['bindings', 'json'], [])),
  shape('load-null', put(['bindings', 'json'], null)),
  shape('load-entries-object', put(at('entries'), {})),
  shape('load-entries-null', put(at('entries'), null)),
  shape('load-entry-null', put(at('entries', 0), null)),
  shape('load-unknown-field', put(at('hooks'), [])),
  shape('load-unknown-field-of-hook', put(at('entries', 0, 'priority'), 1n)),
  shape('load-unknown-field-in-capitals', put(at('entries', 0, 'Enabled'), true)),
  shape('load-unknown-field-of-operator', put(at('entries', 0, 'operator'), { tags: [] })),
  shape('load-proto-field', put(at('entries', 0, '__proto__'), {})),
  shape('load-no-updated-at', remove(at('updated_at_unix_ms'))),
  ...['hook_id', 'event', 'plugin_id', 'enabled', 'created_at_unix_ms', 'updated_at_unix_ms'].map((field) =>
    shape(`load-no-${field.replaceAll('_', '-')}`, remove(at('entries', 0, field))),
  ),
  shape('load-enabled-number', put(at('entries', 0, 'enabled'), 1n)),
  shape('load-enabled-text', put(at('entries', 0, 'enabled'), 'true')),
  shape('load-hook-id-number', put(at('entries', 0, 'hook_id'), 1n)),
  shape('load-event-null', put(at('entries', 0, 'event'), null)),
  shape('load-operator-null', put(at('entries', 0, 'operator'), null)),
  shape('load-note-number', put(at('entries', 0, 'operator'), { notes: 1n })),
  shape('load-time-float', put(at('entries', 0, 'updated_at_unix_ms'), 1.5)),
  shape('load-time-text', put(at('updated_at_unix_ms'), '5')),
  shape('load-time-too-large', put(at('entries', 0, 'created_at_unix_ms'), 2n ** 63n)),

  ...refusedTwice('load-hook-twice', 0),
  ...refusedTwice('load-hook-twice-apart', 1),

  observed(
    id('load-bulk'),
    ['HOOK-BULK'],
    'accepted',
    loading((world) => hookDocument(Array.from({ length: 1001 }, (_, i) => hook(world, `n${i}`)))),
  ),

  stays('load-event-of-another-time', 'event', 'skill:removed'),
  stays('load-event-in-capitals', 'event', 'SKILL:QUARANTINED'),
  stays('load-event-alias', 'event', 'before_run'),
  stays('load-id-with-blanks', 'plugin_id', ' Acme Plugin '),
  stays('load-hook-id-in-capitals', 'hook_id', 'A/B'),
];

/** The id of a hook once more, in the place of another one of three. */
function refusedTwice(name: string, of: 0 | 1): readonly Case[] {
  const edit = (world: World) => put(at('entries', 2, 'hook_id'), hookId(world, of === 0 ? 'a' : 'b'));
  return [refusing(['HOOK-UNIQUE'], id('load-sharing'), 'hooks.duplicate-hook')(name, edit)];
}
