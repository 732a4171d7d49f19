import type { World } from '#fixtures/world.ts';
import type { NotReadyCode } from '#spec/plugins.ts';
import type { Case, Edit, Recipe } from '../../../case.ts';
import { put, remove } from '../../../rows.ts';
import { both, withLines } from '../../runtime/runner/given.ts';
import { checking, declaring } from './checking.ts';
import { configured } from './config-given.ts';
import { answers, answersOtherwise, answersToo, noLists, refusing } from './given.ts';

const isReady = ['PLUG-READY'] as const;
const status = ['PLUG-READY-STATUS'] as const;
const reasons = ['PLUG-REASONS'] as const;

type EditOf = Edit | ((world: World) => Edit);

/** One fault: the plugin is not ready, and there is a reason. */
function fault(name: string, twin: string, code: NotReadyCode, edit: EditOf): readonly Case[] {
  return [
    answersOtherwise(`not-ready-${name}`, isReady, `ready-${twin}`, edit, { ready: false }),
    answersOtherwise(`reason-${name}`, reasons, `ready-${twin}`, edit, { ready: false, reasons: [code] }),
  ];
}

/** Still ready. */
function fine(name: string, given: (world: World) => Recipe, edit: EditOf): readonly Case[] {
  return [
    answersToo(`still-ready-${name}`, isReady, given, edit, { ready: true }),
    answersToo(`no-reason-${name}`, reasons, given, edit, { ready: true, reasons: [] }),
  ];
}

const hosts = { ...noLists, http_hosts: ['api.example.com'] };
const declaresHost = declaring({ http_hosts: ['api.example.com'] });
const granted = checking({ artifact: declaresHost, fields: { capability_profile: hosts }, policy: hosts });
const typed = checking({ artifact: withLines('[operator.plugin]\ncontracts = [{ kind = "run_lifecycle_hook" }]') });
const typedWithHost = checking({
  artifact: both(declaresHost, withLines('[operator.plugin]\ncontracts = [{ kind = "diagnostics_provider" }]')),
  policy: hosts,
});
const everyFault = checking({
  artifact: both(
    declaresHost,
    withLines(
      '[operator.plugin]\ncontracts = [{ kind = "run_lifecycle_hook" }]\n[operator.config.properties.a]\ntype = "string"',
    ),
  ),
  fields: { enabled: false, module_path: 'modules/none.wasm', capability_profile: { channels: ['cli'] } },
  status: 'quarantined',
  trustDecision: 'untrusted_override',
  filesystem: ['plugin_root_writable', 'plugin_config_writable'],
  config: { contractSchemaVersion: 1n, payloadSha256: 'installed', values: { b: 1n } },
});

const badBinding = refusing(['PLUG-RECORD'], 'ready-plain', 'plugins.bad-record');
const inBinding = (field: string) => ['binding', field];

export const readyCases: readonly Case[] = [
  answers('ready-plain', [...isReady, ...status, ...reasons], checking(), { ready: true, reasons: [] }),
  answers('ready-granted', isReady, granted, { ready: true }),
  answers('ready-typed', isReady, typed, { ready: true }),
  answers('ready-typed-with-host', isReady, typedWithHost, { ready: true }),
  answers('ready-configured', isReady, configured({ name: 'a' }), { ready: true }),

  ...fault('disabled', 'plain', 'binding-disabled', put(['binding', 'enabled'], false)),
  ...fault('files', 'plain', 'filesystem-unsafe', put(['filesystem'], ['plugins_root_writable'])),
  ...fault(
    'files-twice',
    'plain',
    'filesystem-unsafe',
    put(['filesystem'], ['plugins_root_writable', 'plugin_root_symlink']),
  ),
  ...fault('trust', 'plain', 'trust-overridden', put(['trustDecision'], 'untrusted_override')),
  ...fault('module', 'plain', 'module-missing', put(['binding', 'module_path'], 'modules/none.wasm')),
  ...fault('skill', 'plain', 'skill-unresolved', remove(['installed', 0])),
  ...fault('version', 'plain', 'skill-unresolved', put(['binding', 'skill_version'], '9.9.9')),
  ...fault('artifact', 'plain', 'skill-unresolved', put(['installed', 0, 'artifact'], null)),
  ...fault('skill-with-profile', 'granted', 'skill-unresolved', put(['installed'], null)),
  ...fault('skill-with-config', 'configured', 'skill-unresolved', put(['installed'], null)),
  ...fault('quarantined', 'plain', 'skill-quarantined', put(['status'], 'quarantined')),
  ...fault('disabled-skill', 'plain', 'skill-disabled', put(['status'], 'disabled')),
  ...fault('excess', 'plain', 'capabilities-invalid', put(['binding', 'capability_profile'], hosts)),
  ...fault('restricted', 'granted', 'capabilities-invalid', put(['policy', 'http_hosts'], [])),
  ...fault('contract', 'typed-with-host', 'contracts-rejected', put(['binding', 'capability_profile'], hosts)),
  ...fault('config-missing', 'configured', 'config-missing', put(['config', 'values'], {})),
  ...fault('config-invalid', 'configured', 'config-invalid', put(['config', 'values'], { name: 1n })),
  ...fault('config-older', 'configured', 'config-requires-migration', put(['config', 'contractSchemaVersion'], 1n)),

  ...fine('not-granted', granted, put(['binding', 'capability_profile'], noLists)),
  ...fine('tofu', checking(), put(['trustDecision'], 'tofu_pinned')),
  ...fine('policy-allows', checking(), put(['policy'], hosts)),
  ...fine('module-named', checking(), put(['binding', 'module_path'], 'modules/main.wasm')),
  answersToo('ready-without-status', status, checking(), put(['status'], null), { ready: true }),
  answersToo('ready-without-status-granted', status, granted, put(['status'], null), { ready: true }),
  answersOtherwise('not-ready-by-status', status, 'ready-granted', put(['status'], 'quarantined'), { ready: false }),

  answers('reasons-every', reasons, everyFault, {
    ready: false,
    reasons: [
      'binding-disabled',
      'capabilities-invalid',
      'config-invalid',
      'contracts-rejected',
      'filesystem-unsafe',
      'module-missing',
      'skill-quarantined',
      'trust-overridden',
    ],
  }),
  answersOtherwise(
    'reasons-every-but-module',
    reasons,
    'reasons-every',
    put(['binding', 'module_path'], 'modules/main.wasm'),
    {
      ready: false,
      reasons: [
        'binding-disabled',
        'capabilities-invalid',
        'config-invalid',
        'contracts-rejected',
        'filesystem-unsafe',
        'skill-quarantined',
        'trust-overridden',
      ],
    },
  ),
  answersOtherwise('reasons-without-manifest', reasons, 'reasons-every', put(['installed'], null), {
    ready: false,
    reasons: ['binding-disabled', 'filesystem-unsafe', 'skill-quarantined', 'skill-unresolved', 'trust-overridden'],
    capabilities: null,
    config: { state: 'unknown' },
  }),

  badBinding('check-binding-list', put(['binding'], [])),
  badBinding('check-binding-null', put(['binding'], null)),
  badBinding('check-unknown-field', put(inBinding('ready'), true)),
  badBinding('check-skill-id-missing', remove(inBinding('skill_id'))),
  badBinding('check-enabled-text', put(inBinding('enabled'), 'false')),
];
