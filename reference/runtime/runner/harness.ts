import type { Names } from '#spec/constants.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { runnerTool } from '#spec/runner.ts';
import type { Manifest, Tool } from '../../manifest/manifest.ts';

/**
 * What a test of one tool starts from. It says what the manifest says, which is no request that would be granted: a
 * secret stands here without its scope, and what node capabilities are called channels, which no manifest grants.
 */
export function testHarness({ skillId, capabilities, builder }: Manifest, tool: Tool, names: Names): JsonObject {
  const requested = new Map<string, Json>([
    ['http_hosts', capabilities.httpEgressAllowlist],
    ['secrets', capabilities.secrets.flatMap(({ keyNames }) => keyNames)],
    ['storage_prefixes', capabilities.filesystem.writeRoots],
    ['channels', capabilities.nodeCapabilities],
  ]);
  const assertions = new Map([
    ['requires_approval', tool.risk.requiresApproval],
    ['experimental_builder', builder !== undefined],
  ]);
  return new Map<string, Json>([
    ['harness_version', 1n],
    ['runner', runnerTool],
    ['skill_id', skillId],
    ['tool_id', tool.id],
    ['entrypoint', names.defaultEntrypoint],
    ['requested_capabilities', requested],
    ['assertions', assertions],
  ]);
}
