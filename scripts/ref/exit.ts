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
} as const satisfies Record<string, Kind>;

const kindOfCode: Record<TrustFailure['code'] | CliFailure['code'] | 'runner.denied', Kind> = {
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
  'runner.denied': 'policy_denial',
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
  'cli.interrupted': 'cancelled',
  'cli.bug': 'internal_error',
};

type Stage = keyof typeof kindOfStage;
type Code = (Failure | CliFailure)['code'];

/** The exit of a refusal is decided by its code alone, never by its wording. */
export function kindOf({ code }: Failure | CliFailure): Kind {
  return isListed(code) ? kindOfCode[code] : kindOfStage[stageOf(code)];
}

function isListed(code: Code): code is keyof typeof kindOfCode {
  return Object.hasOwn(kindOfCode, code);
}

function stageOf(code: Exclude<Code, keyof typeof kindOfCode>): Stage {
  return code.slice(0, code.indexOf('.')) as Stage;
}
