import type { OptionTable } from '../../cli/options.ts';
import { json, oneSkillOptions } from './options.ts';

/** Taken by both commands that set a status. */
export const statusOptions = {
  ...oneSkillOptions,
  reason: { kind: 'value', shows: 'text', about: 'Why, for whoever reads the status later.' },
  principal: { kind: 'value', shows: 'name', about: 'Who decides this. Default: user:local.' },
  'device-id': { kind: 'value', shows: 'id', about: 'From which device, for the journal.' },
  channel: { kind: 'value', shows: 'name', about: 'Through which channel, for the journal.' },
  json,
} as const satisfies OptionTable;
