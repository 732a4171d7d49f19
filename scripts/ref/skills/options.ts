import type { OptionTable } from '../../cli/options.ts';
import { trustOptions } from '../trusted-keys.ts';

/** A skill that may be left out, and its version. */
export const skillOptions = {
  skill: { kind: 'argument', shows: 'skill_id', optional: true, about: 'One skill. Default: every current version.' },
  version: { kind: 'value', shows: 'version', about: 'This version of it. Default: the current one.' },
} as const satisfies OptionTable;

/** A skill that has to be named. */
export const oneSkillOptions = {
  skill: { kind: 'argument', shows: 'skill_id', about: 'The skill.' },
  version: { kind: 'value', shows: 'version', about: 'This version of it. Default: the current one.' },
} as const satisfies OptionTable;

export const allowUntrusted = {
  kind: 'flag',
  about: 'Pin the key of a publisher that was never seen before. Nothing else is let through by it.',
} as const;

export const verifyOptions = { ...trustOptions, 'allow-untrusted': allowUntrusted } as const satisfies OptionTable;

/** What this machine has, which eligibility is held against. */
export const machineOptions = {
  'device-capability': { kind: 'list', shows: 'name', about: 'This machine has this device capability.' },
  'node-capability': { kind: 'list', shows: 'name', about: 'This machine has this node capability.' },
} as const satisfies OptionTable;

export const policyOption = {
  kind: 'value',
  shows: 'file',
  about: 'An audit policy, in JSON. Default: the built-in one.',
} as const;

export const json = { kind: 'flag', about: 'Print the result as JSON.' } as const;
