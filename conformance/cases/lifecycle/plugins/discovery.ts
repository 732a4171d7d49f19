import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import { filesystemIssueCodes, type DiscoveryState as State } from '#spec/plugins.ts';
import type { Case, Edit, Recipe } from '../../../case.ts';
import { put, remove } from '../../../rows.ts';
import { addModule, installedVersion, mainModule, skill } from '../../runtime/runner/given.ts';
import { inVersion } from '../../runtime/runner/installed.ts';
import { checking } from './checking.ts';
import { configured } from './config-given.ts';
import { answers, answersOtherwise, answersToo, type Fields } from './given.ts';

const order = ['PLUG-DISCOVERY'] as const;
const resolved = ['PLUG-RESOLVED'] as const;
const paths = ['PLUG-MISSING-PATHS'] as const;

const is = (state: State): WireValue => ({ discovery: { state } });
const nowhere: WireValue = { resolved: null, discovery: { state: 'invalid' } };
const at =
  (version: string, module_path = mainModule) =>
  ({ skill_id: skillId }: Cast): WireValue => ({
    resolved: { skill_id: skillId, version, module_path },
  });
type Cast = { readonly skill_id: string };
const cast = (world: World): Cast => ({ skill_id: world.skillId });

/** Where the state stays what it was, the neighbour stands by itself. */
function discovers(name: string, edit: Edit | ((world: World) => Edit), state: State, twin: Twin = 'installed'): Case {
  const { given, state: before } = twins[twin];
  return state === before
    ? answersToo(`discovery-${name}`, order, given, edit, is(state))
    : answersOtherwise(`discovery-${name}`, order, `discovery-${twin}`, edit, is(state));
}

const unsafe = put(['filesystem'], ['plugin_root_writable']);
const overridden = put(['trustDecision'], 'untrusted_override');
const noModule = put(['binding', 'module_path'], 'modules/none.wasm');

function twoVersions(first: boolean, second: boolean, fields: Fields = {}) {
  return checking((world) => ({
    fields,
    installed: [inVersion(world, '1.0.0', 'answer', first), inVersion(world, '2.0.0', 'recursion', second)],
  }));
}

/** With a contract whose required property has no value. */
const unconfigured = configured({ retries: 1n });

const twins = {
  installed: { given: checking(), state: 'installed' },
  'config-missing': { given: unconfigured, state: 'invalid' },
  migration: { given: migrating, state: 'requires_migration' },
  trust: { given: checking({ trustDecision: 'untrusted_override' }), state: 'signature_failed' },
  files: { given: checking({ filesystem: ['plugins_root_symlink'] }), state: 'filesystem_unsafe' },
} as const satisfies { readonly [name: string]: { readonly given: (world: World) => Recipe; readonly state: State } };
type Twin = keyof typeof twins;

export const discoveryCases: readonly Case[] = [
  answers('discovery-installed', [...order, ...resolved], checking(), (world) => ({
    ...(at(installedVersion)(cast(world)) as object),
    discovery: { state: 'installed' },
  })),
  ...filesystemIssueCodes.map((code) =>
    discovers(code.replaceAll('_', '-'), put(['filesystem'], [code]), 'filesystem_unsafe'),
  ),
  discovers(
    'two-faults-of-files',
    put(['filesystem'], ['plugin_root_symlink', 'plugin_config_writable']),
    'filesystem_unsafe',
  ),
  discovers('trust-overridden', overridden, 'signature_failed'),
  discovers('trust-tofu', put(['trustDecision'], 'tofu_newly_pinned'), 'installed'),
  discovers('trust-not-known', put(['trustDecision'], null), 'installed'),
  discovers('module-unknown', noModule, 'missing_module'),
  discovers('module-in-capitals', put(['binding', 'module_path'], 'modules/MAIN.wasm'), 'missing_module'),
  discovers('module-named', put(['binding', 'module_path'], mainModule), 'installed'),
  discovers('two-modules', addModule('second.wasm', 'x'), 'missing_module'),
  discovers('skill-not-installed', remove(['installed', 0]), 'invalid'),
  discovers('skills-unreadable', put(['installed'], null), 'invalid'),
  discovers('artifact-unreadable', put(['installed', 0, 'artifact'], null), 'invalid'),
  discovers('artifact-no-archive', put(['installed', 0, 'artifact'], 'text'), 'invalid'),
  discovers(
    'artifact-wrongly-signed',
    put(['installed', 0, 'artifact', 'signing', 'framing'], 'no context'),
    'invalid',
  ),
  discovers('other-skill', ({ publisher }) => put(['binding', 'skill_id'], `${publisher}.other`), 'invalid'),
  discovers('other-version', put(['binding', 'skill_version'], '3.1.5'), 'invalid'),
  discovers('this-version', put(['binding', 'skill_version'], installedVersion), 'installed'),
  discovers('disabled', put(['binding', 'enabled'], false), 'installed'),
  discovers('quarantined', put(['status'], 'quarantined'), 'installed'),
  discovers('not-granted', put(['binding', 'capability_profile'], { channels: ['cli'] }), 'installed'),

  answers('discovery-config-missing', order, twins['config-missing'].given, is('invalid')),
  discovers('config-invalid', put(['config', 'values', 'name'], 1n), 'invalid', 'config-missing'),
  discovers('config-valid', put(['config', 'values', 'name'], 'a'), 'installed', 'config-missing'),
  discovers('config-older', put(['config', 'contractSchemaVersion'], 1n), 'requires_migration', 'config-missing'),

  // Each pair in the order of the table: the state of the twin, and what comes before it.
  discovers('config-missing-and-trust', overridden, 'signature_failed', 'config-missing'),
  discovers('config-missing-and-files', unsafe, 'filesystem_unsafe', 'config-missing'),
  answers('discovery-migration', order, twins.migration.given, is('requires_migration')),
  discovers('migration-and-trust', overridden, 'signature_failed', 'migration'),
  discovers('migration-and-files', unsafe, 'filesystem_unsafe', 'migration'),
  answers('discovery-trust', order, twins.trust.given, is('signature_failed')),
  discovers('trust-and-files', unsafe, 'filesystem_unsafe', 'trust'),
  discovers('trust-and-module', noModule, 'signature_failed', 'trust'),
  discovers('trust-and-skill', remove(['installed', 0]), 'signature_failed', 'trust'),
  answers('discovery-files', order, twins.files.given, is('filesystem_unsafe')),
  discovers('files-and-module', noModule, 'filesystem_unsafe', 'files'),
  discovers('files-and-skill', put(['installed'], null), 'filesystem_unsafe', 'files'),
  discovers('files-and-trust', overridden, 'filesystem_unsafe', 'files'),

  answersOtherwise('missing-path', paths, 'discovery-installed', noModule, {
    discovery: { state: 'missing_module', missing_paths: ['modules/none.wasm'] },
  }),
  answersOtherwise(
    'missing-path-of-other-folder',
    paths,
    'discovery-installed',
    put(['binding', 'module_path'], 'modules/a/main.wasm'),
    {
      discovery: { state: 'missing_module', missing_paths: ['modules/a/main.wasm'] },
    },
  ),

  answers('resolved-current', resolved, twoVersions(false, true), (world) => at('2.0.0')(cast(world))),
  answers('resolved-other-current', resolved, twoVersions(true, false), (world) => at('1.0.0')(cast(world))),
  answers('resolved-no-current', resolved, twoVersions(false, false), (world) => at('1.0.0')(cast(world))),
  answers('resolved-version', resolved, twoVersions(true, false, { skill_version: '2.0.0' }), (world) =>
    at('2.0.0')(cast(world)),
  ),
  answersOtherwise(
    'resolved-other-version',
    resolved,
    'resolved-version',
    put(['binding', 'skill_version'], '1.5.0'),
    nowhere,
  ),
  answersOtherwise(
    'resolved-module',
    resolved,
    'resolved-of-two-modules',
    put(['binding', 'module_path'], mainModule),
    (world) => at(installedVersion)(cast(world)),
  ),
  answers(
    'resolved-of-two-modules',
    resolved,
    checking((world) => ({
      fields: { module_path: 'modules/second.wasm' },
      installed: [
        skill(world, (base) => ({ ...base, modules: [...base.modules, { path: 'second.wasm', bytes: 'x' }] })),
      ],
    })),
    (world) => at(installedVersion, 'modules/second.wasm')(cast(world)),
  ),
  answersOtherwise('resolved-nothing', resolved, 'discovery-installed', put(['installed'], null), nowhere),
];

function migrating(world: World): Recipe {
  const { operation, model } = unconfigured(world);
  const config = { contractSchemaVersion: 1n, payloadSha256: 'installed', values: { name: 'a' } };
  return { operation, model: { ...(model as object), config } };
}
