import { manifestText } from '#fixtures/manifest.ts';
import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { accepted } from '../../rows.ts';

/** What is derived from the smallest manifest with a capabilities table. */
function derives(name: string, proves: readonly RequirementId[], lines: string, value: WireValue): Case {
  const manifest = (world: World) => `${manifestText(world)}\n${lines}`;
  return accepted(
    `trust/grants-${name}`,
    proves,
    (world) => ({
      operation: 'grants.derive',
      model: { manifest: manifest(world) },
    }),
    { value: () => value },
  );
}

function hosts(name: string, allowlist: readonly string[], http_hosts: readonly string[], more = ''): Case {
  const lines = `[capabilities]\nhttp_egress_allowlist = ${JSON.stringify(allowlist)}\n${more}`;
  return derives(`hosts-${name}`, ['GRANT-HOSTS'], lines, { grants: { http_hosts }, grantSet: { http_hosts } });
}

function secrets(name: string, scopes: string, secret_keys: readonly string[], inSet = secret_keys): Case {
  return derives(`secrets-${name}`, ['GRANT-SECRETS', 'GRANT-SET'], `[capabilities]\nsecrets = [${scopes}]\n`, {
    grants: { secret_keys },
    grantSet: { secret_keys: inSet },
  });
}

function storage(name: string, lines: string, storage_prefixes: readonly string[]): Case {
  return derives(`storage-${name}`, ['GRANT-STORAGE'], `[capabilities.filesystem]\n${lines}\n`, {
    grants: { storage_prefixes },
    grantSet: { storage_prefixes },
  });
}

const wild = '[capabilities.wildcard_opt_in]\nhttp_egress = true\n';

export const grantCases: readonly Case[] = [
  derives('of-nothing', ['GRANT-HOSTS', 'GRANT-SECRETS', 'GRANT-STORAGE', 'GRANT-CHANNELS', 'GRANT-SET'], '', {
    grants: { http_hosts: [], secret_keys: [], storage_prefixes: [], channels: [] },
    grantSet: { http_hosts: [], secret_keys: [], storage_prefixes: [], channels: [] },
  }),
  derives(
    'of-everything',
    ['GRANT-CHANNELS'],
    `[capabilities]
http_egress_allowlist = ["a.example"]
secrets = [{ scope = "channel:a", key_names = ["k"] }]
device_capabilities = ["channel"]
node_capabilities = ["channel"]
[capabilities.filesystem]
read_roots = ["in"]
write_roots = ["out"]
`,
    {
      grants: { http_hosts: ['a.example'], secret_keys: ['channel:a/k'], storage_prefixes: ['out'], channels: [] },
      grantSet: { http_hosts: ['a.example'], secret_keys: ['channel:a/k'], storage_prefixes: ['out'], channels: [] },
    },
  ),
  hosts('case-and-dots-kept', ['b.com', 'A.com', ' b.com ', 'b.com.'], ['A.com', 'b.com', 'b.com.']),
  hosts('sorted', ['c', 'a', 'b', 'a-b', 'a.b'], ['a', 'a-b', 'a.b', 'b', 'c']),
  hosts('next-line-trimmed', ['\u0085a.com\u0085', 'a.com'], ['a.com']),
  hosts('wildcard-kept', [' *.B.com ', '*'], ['*', '*.B.com'], wild),
  hosts('sorted-by-bytes', ['*\u{1f600}', '*\uff5e', '*z', '*Z'], ['*Z', '*z', '*\uff5e', '*\u{1f600}'], wild),
  hosts('byte-order-mark-kept', ['\ufeff*', '*'], ['*', '\ufeff*'], wild),
  secrets('of-every-key', '{ scope = "global", key_names = ["b", "a"] }, { scope = "skill:x", key_names = ["a"] }', [
    'global/a',
    'global/b',
    'skill:x/a',
  ]),
  secrets('once', '{ scope = "global", key_names = ["a", "a"] }, { scope = "global", key_names = ["a"] }', [
    'global/a',
  ]),
  secrets('untrimmed', '{ scope = " global", key_names = ["a "] }', [' global/a '], ['global/a']),
  secrets(
    'spellings-merge-in-the-set',
    '{ scope = " global", key_names = ["a"] }, { scope = "global", key_names = ["a", "a "] }',
    [' global/a', 'global/a', 'global/a '],
    ['global/a'],
  ),
  secrets(
    'sorted-again-in-the-set',
    '{ scope = " skill:z", key_names = ["a"] }, { scope = "global", key_names = ["a"] }',
    [' skill:z/a', 'global/a'],
    ['global/a', 'skill:z/a'],
  ),
  secrets('suffix-space-kept', '{ scope = "skill: x", key_names = ["a"] }', ['skill: x/a']),
  storage('read-roots-alone', 'read_roots = ["in"]', []),
  storage('write-roots', 'read_roots = ["in"]\nwrite_roots = ["out", "b/c", "a"]', ['a', 'b/c', 'out']),
  storage('trimmed-and-once', 'write_roots = [" out ", "out", "out\\u0085"]', ['out']),
  storage('backslashes-kept', "write_roots = ['a\\b', 'a/b']", ['a/b', 'a\\b']),
  storage('case-kept', 'write_roots = ["b", "B"]', ['B', 'b']),
];
