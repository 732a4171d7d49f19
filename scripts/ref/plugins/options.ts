import type { CapabilityProfile } from '#reference/lifecycle/plugins/binding.ts';
import type { OptionTable, Parsed } from '../../cli/options.ts';

export const pluginArgument = { kind: 'argument', shows: 'plugin_id', about: 'The plugin.' } as const;

/** What the policy of the host allows, since there is no daemon here whose configuration could be asked. */
export const policyOptions = {
  'allow-http-host': { kind: 'list', shows: 'host', about: 'The policy of the host allows this host.' },
  'allow-secret': { kind: 'list', shows: 'name', about: 'The policy of the host allows this secret.' },
  'allow-storage-prefix': {
    kind: 'list',
    shows: 'prefix',
    about: 'The policy of the host allows this storage prefix.',
  },
  'allow-channel': { kind: 'list', shows: 'channel', about: 'The policy of the host allows this channel.' },
} as const satisfies OptionTable;

export function policyFrom(options: Parsed<typeof policyOptions>): CapabilityProfile {
  return {
    http_hosts: options['allow-http-host'],
    secrets: options['allow-secret'],
    storage_prefixes: options['allow-storage-prefix'],
    channels: options['allow-channel'],
  };
}

export const profileOptions = {
  'cap-http-host': { kind: 'list', shows: 'host', about: 'The plugin may reach this host.' },
  'cap-secret': { kind: 'list', shows: 'name', about: 'The plugin may use this secret.' },
  'cap-storage-prefix': { kind: 'list', shows: 'prefix', about: 'The plugin may write below this prefix.' },
  'cap-channel': { kind: 'list', shows: 'channel', about: 'The plugin may use this channel.' },
} as const satisfies OptionTable;

export function profileFrom(options: Parsed<typeof profileOptions>): CapabilityProfile {
  return {
    http_hosts: options['cap-http-host'],
    secrets: options['cap-secret'],
    storage_prefixes: options['cap-storage-prefix'],
    channels: options['cap-channel'],
  };
}
