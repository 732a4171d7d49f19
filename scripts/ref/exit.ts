import type { TrustFailure } from '#spec/failure/trust.ts';
import type { Failure } from '#spec/failure.ts';
import type { CliFailure } from '../cli/problem.ts';

export const exitCodes = {
  success: 0,
  internal_error: 1,
  validation_error: 2,
  auth_failure: 3,
  connectivity_failure: 4,
  unsupported_capability: 5,
  policy_denial: 6,
  precondition_failed: 7,
  not_found: 8,
  /** By SIGINT; a process leaves with the code of the signal that ended it. */
  cancelled: 130,
} as const;

export type Kind = keyof typeof exitCodes;

/** Everything that these stages refuse is one kind of refusal. */
const kindOfStage = {
  manifest: 'validation_error',
  artifact: 'validation_error',
  key: 'validation_error',
  signature: 'validation_error',
  compat: 'unsupported_capability',
  runtime: 'validation_error',
  runner: 'validation_error',
  contracts: 'validation_error',
  audit: 'validation_error',
  reaudit: 'validation_error',
  index: 'precondition_failed',
  lifecycle: 'validation_error',
  state: 'precondition_failed',
  registry: 'validation_error',
  installed: 'precondition_failed',
  plugins: 'precondition_failed',
  hooks: 'precondition_failed',
  extension: 'validation_error',
  profile: 'validation_error',
  a2ui: 'validation_error',
} as const satisfies Record<Stage, Kind>;

/** Single ones that are of another kind than the rest of their stage. */
const exceptions = {
  'runner.denied': 'policy_denial',
  'index.schema-version': 'unsupported_capability',
  'lifecycle.not-installed': 'not_found',
  'lifecycle.already-installed': 'precondition_failed',
  'lifecycle.bad-state': 'precondition_failed',
  'state.unsafe-name': 'validation_error',
  'registry.missing': 'not_found',
  'registry.not-found': 'not_found',
  'registry.unreadable': 'precondition_failed',
  'registry.changed': 'precondition_failed',
  'hooks.schema-version': 'unsupported_capability',
  'hooks.bad-id': 'validation_error',
  'hooks.unknown-event': 'validation_error',
  'hooks.unknown-plugin': 'not_found',
  'hooks.unknown-hook': 'not_found',
  'installed.artifact-missing': 'not_found',
  'installed.not-active': 'policy_denial',
  'plugins.unknown-plugin': 'not_found',
  'plugins.bad-id': 'validation_error',
  'plugins.bad-module-path': 'validation_error',
  'plugins.bad-entrypoint': 'validation_error',
  'plugins.bad-capability': 'validation_error',
} as const satisfies Partial<Record<Failure['code'], Kind>>;

const kindOfCode: Record<TrustFailure['code'] | CliFailure['code'] | keyof typeof exceptions, Kind> = {
  ...exceptions,
  'trust.store-unreadable': 'precondition_failed',
  'trust.store-unwritable': 'precondition_failed',
  'trust.store-json': 'validation_error',
  'trust.store-shape': 'validation_error',
  'trust.store-publisher': 'validation_error',
  'trust.store-key': 'validation_error',
  'trust.store-no-keys': 'validation_error',
  'trust.store-pin-conflict': 'validation_error',
  'trust.invalid-publisher': 'validation_error',
  'trust.invalid-key': 'validation_error',
  // Scripts written for the shipping program expect 1 where a verification ends without trust.
  'trust.store-tampered': 'internal_error',
  'trust.publisher-spelling': 'internal_error',
  'trust.key-mismatch': 'internal_error',
  'trust.pin-mismatch': 'internal_error',
  'trust.untrusted-publisher': 'internal_error',
  'vault.bad-reference': 'validation_error',
  'vault.not-found': 'not_found',
  'vault.locked': 'auth_failure',
  'vault.corrupt': 'precondition_failed',
  'vault.unreadable': 'precondition_failed',
  'vault.unwritable': 'precondition_failed',
  'cli.missing-command': 'validation_error',
  'cli.unknown-command': 'validation_error',
  'cli.unknown-option': 'validation_error',
  'cli.missing-option': 'validation_error',
  'cli.missing-value': 'validation_error',
  'cli.unexpected-value': 'validation_error',
  'cli.repeated-option': 'validation_error',
  'cli.conflicting-options': 'validation_error',
  'cli.missing-argument': 'validation_error',
  'cli.unexpected-argument': 'validation_error',
  'cli.blank': 'validation_error',
  'cli.not-utf8': 'validation_error',
  'cli.bad-value': 'validation_error',
  'cli.no-state-root': 'precondition_failed',
  'cli.empty-input': 'validation_error',
  'cli.input-too-large': 'validation_error',
  'cli.file-not-found': 'not_found',
  'cli.not-a-file': 'validation_error',
  'cli.unreadable': 'precondition_failed',
  'cli.unwritable': 'precondition_failed',
  'cli.already-exists': 'precondition_failed',
  'cli.output-is-input': 'validation_error',
  'cli.key-is-content': 'validation_error',
  'cli.needs-artifact': 'validation_error',
  'cli.unsupported': 'unsupported_capability',
  'cli.nothing-installed': 'not_found',
  'cli.audit-refused': 'policy_denial',
  'cli.interrupted': 'cancelled',
  'cli.bug': 'internal_error',
};

type Code = (Failure | CliFailure)['code'];

type StageOf<C extends string> = C extends `${infer S}.${string}` ? S : never;

/** What is in front of the dot, of the codes that are not listed one by one. */
type Stage = StageOf<Exclude<Code, keyof typeof kindOfCode>>;

/** Here trust is a policy that says what may be installed; elsewhere its decision is the answer to the question. */
const installing: ReadonlySet<string> = new Set(['skills install', 'skills update']);
const untrusted: ReadonlySet<Code> = new Set<Code>([
  'trust.publisher-spelling',
  'trust.key-mismatch',
  'trust.pin-mismatch',
  'trust.untrusted-publisher',
]);

/** The exit of a refusal is decided by its code and the command, never by its wording. */
export function kindOf({ code }: Failure | CliFailure, words = ''): Kind {
  if (installing.has(words) && untrusted.has(code)) return 'policy_denial';
  return isListed(code) ? kindOfCode[code] : kindOfStage[stageOf(code)];
}

function isListed(code: Code): code is keyof typeof kindOfCode {
  return Object.hasOwn(kindOfCode, code);
}

function stageOf(code: Exclude<Code, keyof typeof kindOfCode>): Stage {
  return code.slice(0, code.indexOf('.')) as Stage;
}
