import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { insert, replace } from '../../../rows.ts';
import { at, both, ofSkill, withGuest, withLines } from './given.ts';
import { allShown } from './granting.ts';
import { refused, runs } from './rows.ts';

type Lists = {
  readonly http_hosts?: readonly string[];
  readonly secrets?: readonly string[];
  readonly storage_prefixes?: readonly string[];
  readonly channels?: readonly string[];
};

const declared = `[capabilities]
http_egress_allowlist = ["api.example.com", "manifest.example"]
node_capabilities = ["cli"]
device_capabilities = ["cli"]
[capabilities.filesystem]
read_roots = ["in"]
write_roots = ["out", "plugins/cache"]
[[capabilities.secrets]]
scope = "global"
key_names = ["db_password", "other"]`;

const allowed = {
  allowed_http_hosts: ['api.example.com', 'policy.example'],
  allowed_secrets: ['db_password', 'global/db_password', 'global/policy'],
  allowed_storage_prefixes: ['in', 'plugins/cache', 'policy'],
  allowed_channels: ['cli'],
};

/** A skill with these lines in its manifest asks for this, and a guest counts what it gets. */
export function asks(lines: string, capabilities: Lists, policy: object = {}) {
  return ofSkill({ capabilities }, both(withGuest('echo'), withLines(lines)), { policy: { ...allowed, ...policy } });
}

export function granted(
  name: string,
  proves: readonly RequirementId[],
  lines: string,
  lists: Lists,
  policy: object = {},
): Case {
  const count = Object.values(lists).reduce((sum, { length }) => sum + length, 0);
  return runs(name, proves, asks(lines, lists, policy), { exit_code: BigInt(count), capabilities: allShown(lists) });
}

const all = {
  http_hosts: ['api.example.com'],
  secrets: ['global/db_password'],
  storage_prefixes: ['plugins/cache'],
  channels: [],
};

function denied(name: string, proves: readonly RequirementId[], which: keyof Lists, value: string): Case {
  return refused(
    `manifest-${name}-denied`,
    [...proves, 'RUN-SUBSET'],
    'manifest-allows',
    'runner.denied',
    insert(at('capabilities', which, 0), value),
  );
}

const hosts = ['RUN-MANIFEST-HOSTS'] as const;
const storage = ['RUN-MANIFEST-STORAGE'] as const;
const secrets = ['RUN-MANIFEST-SECRETS'] as const;
const channels = ['RUN-MANIFEST-CHANNELS'] as const;

/** Scope and key are joined before the whole is trimmed, so white space beside the slash stays. */
const spacedInside = [
  ['behind-scope', '"\\t global"', '"\\t global "'],
  ['before-key', '"db_password', '"\\u0085db_password'],
] as const;

/** Lines of a manifest that asks for one secret. */
export function secretsOf(scope: string, key: string): string {
  return `[capabilities]\nsecrets = [{ scope = "${scope}", key_names = ["${key}"] }]`;
}

/** Policy and manifest both have to allow what is asked for. */
export const manifestGrantCases: readonly Case[] = [
  granted('manifest-allows', [...hosts, ...storage, ...secrets, ...channels, 'RUN-SUBSET'], declared, all),
  granted('manifest-allows-and-nothing-asked', ['RUN-GRANTED'], declared, {}),
  denied('host-of-policy-alone', hosts, 'http_hosts', 'policy.example'),
  denied('host-of-manifest-alone', hosts, 'http_hosts', 'manifest.example'),
  denied('host-of-neither', hosts, 'http_hosts', 'blocked.example'),
  denied('root-of-policy-alone', storage, 'storage_prefixes', 'policy'),
  denied('root-of-manifest-alone', storage, 'storage_prefixes', 'out'),
  denied('read-root', storage, 'storage_prefixes', 'in'),
  denied('root-with-slash', storage, 'storage_prefixes', 'plugins/cache/'),
  denied('secret-of-policy-alone', secrets, 'secrets', 'global/policy'),
  denied('secret-of-manifest-alone', secrets, 'secrets', 'global/other'),
  denied('secret-without-scope', secrets, 'secrets', 'db_password'),
  denied('channel-of-node-capability', channels, 'channels', 'cli'),
  granted('manifest-host-in-capitals', hosts, '[capabilities]\nhttp_egress_allowlist = [" API.Example.com. "]', {
    http_hosts: ['api.example.com'],
  }),
  granted('manifest-root-trimmed', storage, '[capabilities.filesystem]\nwrite_roots = [" plugins/cache\\u0085"]', {
    storage_prefixes: ['plugins/cache'],
  }),
  granted(
    'manifest-secret-of-second-scope',
    secrets,
    '[capabilities]\nsecrets = [{ scope = "global", key_names = ["a"] }, { scope = "global", key_names = ["db_password"] }]',
    { secrets: ['global/db_password'] },
  ),
  granted('manifest-secret-with-white-space-around', secrets, secretsOf('\\t global', 'db_password\\u0085 '), {
    secrets: ['global/db_password'],
  }),
  ...spacedInside.map(([where, word, spaced]) =>
    refused(
      `manifest-secret-with-white-space-${where}-denied`,
      ['RUN-UNREQUESTABLE'],
      'manifest-secret-with-white-space-around',
      'runner.denied',
      replace(['installed', 0, 'artifact', 'manifest'], word, spaced),
    ),
  ),
];
