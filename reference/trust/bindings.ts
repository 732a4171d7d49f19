import type { JsonObject } from '#spec/json/value.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { compareBytes } from '../text/byte-order.ts';

/** One thing that a policy engine is asked to allow before a skill may do it. */
export interface PolicyBinding {
  readonly action: string;
  readonly resource: string;
  readonly requiresApproval: boolean;
}

export interface PolicyRequest {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
}

/** BINDINGS: one for every tool, one for every kind of capability in use; each once, in byte order. */
export function policyBindings(manifest: Manifest): readonly PolicyBinding[] {
  const bindings = [...toolBindings(manifest), ...capabilityBindings(manifest)].sort(compareBindings);
  return bindings.filter((binding, index) => {
    const previous = bindings[index - 1];
    return previous === undefined || compareBindings(previous, binding) !== 0;
  });
}

function toolBindings({ entrypoints }: Manifest): readonly PolicyBinding[] {
  return entrypoints.tools.map(({ id, risk }) => ({
    action: 'tool.execute',
    resource: `tool:${id}`,
    requiresApproval: risk.defaultSensitive || risk.requiresApproval,
  }));
}

function capabilityBindings({ skillId, capabilities }: Manifest): readonly PolicyBinding[] {
  const used: readonly (readonly [string, boolean])[] = [
    ['skill.capability.http.egress', capabilities.httpEgressAllowlist.length > 0],
    ['skill.capability.filesystem.write', capabilities.filesystem.writeRoots.length > 0],
    ['skill.capability.vault.read', capabilities.secrets.length > 0],
    ['skill.capability.device.use', capabilities.deviceCapabilities.length + capabilities.nodeCapabilities.length > 0],
  ];
  return used
    .filter(([, isUsed]) => isUsed)
    .map(([action]) => ({ action, resource: `skill:${skillId}`, requiresApproval: true }));
}

export function policyRequests(manifest: Manifest): readonly PolicyRequest[] {
  const principal = `skill:${manifest.skillId}`;
  return policyBindings(manifest).map(({ action, resource }) => ({ principal, action, resource }));
}

export function bindingsToJson(bindings: readonly PolicyBinding[]): readonly JsonObject[] {
  return bindings.map(
    ({ action, resource, requiresApproval }) =>
      new Map<string, string | boolean>([
        ['action', action],
        ['resource', resource],
        ['requires_approval', requiresApproval],
      ]),
  );
}

export function requestsToJson(requests: readonly PolicyRequest[]): readonly JsonObject[] {
  return requests.map((request) => new Map(Object.entries(request)));
}

function compareBindings(a: PolicyBinding, b: PolicyBinding): number {
  return (
    compareBytes(a.action, b.action) ||
    compareBytes(a.resource, b.resource) ||
    Number(a.requiresApproval) - Number(b.requiresApproval)
  );
}
