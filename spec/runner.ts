import { runtimeDefaults } from './constants.ts';

/** The tool that runs a plugin. */
export const runnerTool = 'palyra.plugin.run';

/** All that a caller is told of a failure for certain. */
export const runnerErrorKinds = [
  'Disabled',
  'InvalidInput',
  'CapabilityDenied',
  'TimedOut',
  'QuotaExceeded',
  'RuntimeFailure',
] as const;
export type RunnerErrorKind = (typeof runnerErrorKinds)[number];

/** The fields of the input that hold a text or null, in the order of the positional form; `capabilities` follows. */
export const runnerTextFields = [
  'skill_id',
  'skill_version',
  'module_path',
  'tool_id',
  'module_wat',
  'module_base64',
  'entrypoint',
] as const;
export type RunnerTextField = (typeof runnerTextFields)[number];

/** Without any configuration nothing runs. */
export const runnerDefaults = {
  maxModuleBytes: 262_144n,
  limits: runtimeDefaults,
  timeoutMs: 750n,
} as const;

/** What the tool around the runner takes for an input at most. */
export const toolInputBytes = 448 * 1024;
