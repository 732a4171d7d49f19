import { manifestText } from '#fixtures/manifest.ts';
import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { accepted } from '../../rows.ts';
import { exactly } from '../manifest/exactly.ts';
import { toolTable } from '../manifest/sample.ts';

const http = 'skill.capability.http.egress';
const write = 'skill.capability.filesystem.write';
const vault = 'skill.capability.vault.read';
const device = 'skill.capability.device.use';
const execute = 'tool.execute';

type Binding = readonly [action: string, resource: string, approval: boolean];

/** Bindings and requests are told by the same rows: a request for each binding, in its place. */
function derives(
  name: string,
  manifest: (world: World) => string,
  bindings: (world: World) => readonly Binding[],
  skill = (world: World) => world.skillId,
): Case {
  const given = (world: World) => ({ operation: 'grants.derive', model: { manifest: manifest(world) } }) as const;
  return accepted(`trust/bindings-${name}`, ['BINDINGS', 'POLICY-REQUESTS'], given, {
    value: (world): WireValue => ({
      bindings: exactly(
        bindings(world).map(([action, resource, requires_approval]) => ({ action, resource, requires_approval })),
      ),
      requests: exactly(
        bindings(world).map(([action, resource]) => ({ principal: `skill:${skill(world)}`, action, resource })),
      ),
    }),
  });
}

/** The smallest manifest, whose one tool needs no approval, with capabilities. */
function capable(name: string, lines: string, ...actions: readonly string[]): Case {
  return derives(
    name,
    (world) => `${manifestText(world)}\n${lines}`,
    (world) => [
      ...actions.map((action): Binding => [action, `skill:${world.skillId}`, true]),
      [execute, `tool:${world.publisher}.${world.tool}`, false],
    ],
  );
}

function risky(name: string, risk: string, approval: boolean): Case {
  return derives(
    `risk-${name}`,
    (world) => manifestText(world).replace('\n\n[compat]', `\nrisk = ${risk}\n\n[compat]`),
    ({ publisher, tool }) => [[execute, `tool:${publisher}.${tool}`, approval]],
  );
}

/** A manifest with these tools; a trailing `!` asks for approval. */
function withTools(name: string, ids: readonly string[], sorted: readonly Binding[]): Case {
  const tool = ({ publisher }: World, id: string) => `[[entrypoints.tools]]
id = "${id.replace('!', '').replace('P', publisher)}"
name = "n"
description = "d"
input_schema = {}
output_schema = {}
risk = { requires_approval = ${id.endsWith('!')} }
`;
  return derives(
    `tools-${name}`,
    (world) => manifestText(world).replace(toolTable(world), ids.map((id) => tool(world, id)).join('')),
    ({ publisher }) =>
      sorted.map(([action, resource, approval]): Binding => [action, resource.replace('P', publisher), approval]),
  );
}

export const bindingCases: readonly Case[] = [
  capable('hosts', '[capabilities]\nhttp_egress_allowlist = ["b", "a"]\n', http),
  capable('write-roots', '[capabilities.filesystem]\nwrite_roots = ["a", "b"]\n', write),
  capable('read-roots', '[capabilities.filesystem]\nread_roots = ["a"]\n'),
  capable('secrets', '[capabilities]\nsecrets = [{ scope = "global", key_names = ["a"] }]\n', vault),
  capable('devices', '[capabilities]\ndevice_capabilities = ["a"]\n', device),
  capable('nodes', '[capabilities]\nnode_capabilities = ["a"]\n', device),
  capable('devices-and-nodes', '[capabilities]\ndevice_capabilities = ["a", "b"]\nnode_capabilities = ["a"]\n', device),
  capable('opt-ins-alone', '[capabilities.wildcard_opt_in]\nhttp_egress = true\ndevice = true\nsecrets = true\n'),
  capable(
    'everything',
    `[capabilities]
http_egress_allowlist = ["a"]
secrets = [{ scope = "global", key_names = ["a"] }]
node_capabilities = ["a"]
[capabilities.filesystem]
read_roots = ["a"]
write_roots = ["a"]
`,
    device,
    write,
    http,
    vault,
  ),
  risky('none', '{}', false),
  risky('sensitive', '{ default_sensitive = true }', true),
  risky('approval', '{ requires_approval = true }', true),
  risky('both', '{ default_sensitive = true, requires_approval = true }', true),
  withTools(
    'sorted',
    ['P.b', 'P.c!', 'P.a'],
    [
      [execute, 'tool:P.a', false],
      [execute, 'tool:P.b', false],
      [execute, 'tool:P.c', true],
    ],
  ),
  withTools(
    'sorted-by-bytes',
    ['P.b', 'P.a:b', 'P.a-b', 'P.a.b', 'P.a_b', 'P.a0'],
    [
      [execute, 'tool:P.a-b', false],
      [execute, 'tool:P.a.b', false],
      [execute, 'tool:P.a0', false],
      [execute, 'tool:P.a:b', false],
      [execute, 'tool:P.a_b', false],
      [execute, 'tool:P.b', false],
    ],
  ),
  withTools(
    'untrimmed',
    ['P.a', ' P.b '],
    [
      [execute, 'tool: P.b ', false],
      [execute, 'tool:P.a', false],
    ],
  ),
  derives(
    'skill-id-untrimmed',
    (world) =>
      `${manifestText(world).replace(`"${world.skillId}"`, `" ${world.skillId} "`)}\n[capabilities]\nnode_capabilities = ["a"]\n`,
    ({ skillId, publisher, tool }) => [
      [device, `skill: ${skillId} `, true],
      [execute, `tool:${publisher}.${tool}`, false],
    ],
    ({ skillId }) => ` ${skillId} `,
  ),
];
