import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { put } from '../../../rows.ts';
import { answers, answersOtherwise, answersToo, binding, indexOf, pluginOf, refused, seen } from './given.ts';

const ids = ['PLUG-ID'] as const;
const long = 'a'.repeat(128);

type Spelling = readonly [word: string, text: string];

/** What neither the id of a plugin nor that of a skill may be. */
const badIds: readonly Spelling[] = [
  ['empty', ''],
  ['blank', ' \u0085'],
  ['too-long', `${long}a`],
  ['slash', 'a/b'],
  ['backslash', 'a\\b'],
  ['colon', 'a:b'],
  ['blank-inside', 'a b'],
  ['climbing', '../a'],
  ['at', 'a@b'],
  ['star', '*'],
  ['nul', 'a\u0000'],
  ['line-break-inside', 'a\nb'],
  ['accent', 'caf\u00e9'],
  ['kelvin-sign', '\u212a'],
  ['arabic-digit', '\u0663'],
  ['byte-order-mark', '\ufeffa'],
  ['zero-width-space', 'a\u200b'],
];

/** As it is written, and as it comes back. */
const goodIds: readonly (readonly [word: string, text: string, id: string])[] = [
  ['capitals', 'Acme.Echo', 'acme.echo'],
  ['white-space', '\u0085 echo\u3000\n', 'echo'],
  ['longest', long, long],
  ['longest-with-white-space', ` ${long}\n`, long],
  ['one-digit', '0', '0'],
  ['hyphen', '-', '-'],
  ['dot-first', '.a', '.a'],
  ['two-dots-inside', 'a..b', 'a..b'],
  ['three-dots', '...', '...'],
  ['underscore', '_a', '_a'],
];

const badPaths: readonly Spelling[] = [
  ['elsewhere', 'main.wasm'],
  ['other-folder', 'assets/main.wasm'],
  ['capital-folder', 'Modules/main.wasm'],
  ['other-suffix', 'modules/main.wat'],
  ['capital-suffix', 'modules/main.WASM'],
  ['climbing', 'modules/../main.wasm'],
  ['two-dots-inside', 'modules/a..wasm'],
  ['nul', 'modules/a\u0000.wasm'],
  ['absolute', '/modules/main.wasm'],
  ['folder-alone', 'modules/'],
];

const badEntrypoints: readonly Spelling[] = [
  ['dot', 'a.b'],
  ['colon', 'a:b'],
  ['slash', 'a/b'],
  ['blank-inside', 'a b'],
  ['accent', 'caf\u00e9'],
  ['kelvin-sign', '\u212a'],
  ['nul', 'a\u0000'],
  ['byte-order-mark', '\ufeffrun'],
];

const badToolIds: readonly Spelling[] = [
  ['colon', 'acme:echo'],
  ['slash', 'acme/echo'],
  ['blank-inside', 'acme echo'],
  ['accent', 'acme.caf\u00e9'],
  ['nul', 'acme\u0000'],
  ['star', '*'],
];

type Code = Parameters<typeof refused>[3];

/** Bad values of a field of the request that binds a plugin. */
function bad(
  field: string,
  proves: readonly RequirementId[],
  code: Code,
  spellings: readonly Spelling[],
): readonly Case[] {
  const name = field.replaceAll('_', '-');
  return spellings.map(([word, text]) =>
    refused(`bind-${name}-${word}`, proves, 'bind', code, put(['request', field], text)),
  );
}

function good(field: 'plugin_id' | 'skill_id'): readonly Case[] {
  const name = field.replaceAll('_', '-');
  return goodIds.map(([word, text, id]) =>
    answersOtherwise(`bind-${name}-${word}`, ids, 'bind', put(['request', field], text), indexOf({ [field]: id })),
  );
}

function given(field: string, word: string, text: string, value: string | null, proves: RequirementId): Case {
  const name = field.replaceAll('_', '-');
  return answersToo(
    `bind-${name}-${word}`,
    [proves],
    binding(),
    put(['request', field], text),
    indexOf({ [field]: value }),
  );
}

export const idCases: readonly Case[] = [
  answers('bind', [...ids, 'PLUG-BIND', 'PLUG-NO-FILE', 'PLUG-PROFILE-EMPTY'], binding(), (world) => ({
    index: {
      schema_version: 2n,
      entries: [
        {
          plugin_id: pluginOf(world),
          enabled: true,
          skill_id: world.skillId,
          skill_version: null,
          tool_id: null,
          module_path: null,
          entrypoint: null,
          capability_profile: { http_hosts: [], secrets: [], storage_prefixes: [], channels: [] },
          operator: { display_name: null, notes: null, owner_principal: null, tags: [] },
          created_at_unix_ms: world.nowUnixMs,
          updated_at_unix_ms: world.nowUnixMs,
        },
      ],
    },
  })),
  ...good('plugin_id'),
  ...bad('plugin_id', ids, 'plugins.bad-id', badIds),
  ...good('skill_id'),
  ...bad('skill_id', ids, 'plugins.bad-id', badIds),
  ...bad('plugin_id', ['PLUG-ID-DOTS'], 'plugins.bad-id', [
    ['dot', '.'],
    ['two-dots', '..'],
    ['two-dots-with-white-space', ' ..\n'],
  ]),
  ...bad('skill_id', ['PLUG-ID-DOTS'], 'plugins.bad-id', [
    ['dot', '.'],
    ['two-dots', '..'],
  ]),
  answersOtherwise(
    'bind-plugin-id-dot-and-letter',
    ['PLUG-ID-DOTS'],
    'bind',
    put(['request', 'plugin_id'], '..a'),
    indexOf({ plugin_id: '..a' }),
  ),
  seen('seen-bind-two-dots', ['PLUG-DOT-IDS'], 'accepted', binding({ request: { plugin_id: '..' } })),

  given('tool_id', 'good', 'acme.echo_1-b', 'acme.echo_1-b', 'PLUG-TOOL-ID'),
  given('tool_id', 'with-white-space', ' acme.echo\u0085', 'acme.echo', 'PLUG-TOOL-ID'),
  given('tool_id', 'blank', ' \n', null, 'PLUG-BLANK'),
  ...bad('tool_id', ['PLUG-TOOL-ID'], 'plugins.bad-id', badToolIds),
  given('module_path', 'good', 'modules/main.wasm', 'modules/main.wasm', 'PLUG-MODULE-PATH'),
  given('module_path', 'in-folder', 'modules/a/B.c.wasm', 'modules/a/B.c.wasm', 'PLUG-MODULE-PATH'),
  given('module_path', 'with-white-space', '\u2003modules/main.wasm ', 'modules/main.wasm', 'PLUG-MODULE-PATH'),
  given('module_path', 'blank', '', null, 'PLUG-BLANK'),
  ...bad('module_path', ['PLUG-MODULE-PATH'], 'plugins.bad-module-path', badPaths),
  given('entrypoint', 'good', 'serve_2-a', 'serve_2-a', 'PLUG-ENTRYPOINT'),
  given('entrypoint', 'with-white-space', '\trun\u3000', 'run', 'PLUG-ENTRYPOINT'),
  given('entrypoint', 'blank', '\u00a0', null, 'PLUG-BLANK'),
  ...bad('entrypoint', ['PLUG-ENTRYPOINT'], 'plugins.bad-entrypoint', badEntrypoints),
  given('skill_version', 'given', '1.2.3', '1.2.3', 'PLUG-BLANK'),
  given('skill_version', 'with-white-space', ' 1.2.3\n', '1.2.3', 'PLUG-BLANK'),
  given('skill_version', 'blank', '\u0085', null, 'PLUG-BLANK'),
];
