import type { OptionTable } from '../../cli/options.ts';

export const hookArgument = { kind: 'argument', shows: 'hook_id', about: 'The hook.' } as const;

export const json = { kind: 'flag', about: 'Print the result as JSON.' } as const;

/** Taken by every command that changes a hook. */
export const changeOptions = {
  hook: hookArgument,
  principal: { kind: 'value', shows: 'name', about: 'Who changes it. Default: user:local.' },
  json,
} as const satisfies OptionTable;
