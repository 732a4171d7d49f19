import { quotaMinimums } from '#spec/constants.ts';
import type { Capabilities, Quotas } from '../manifest.ts';
import { checkIdentifier, checkPath, firstOf, type Verdict } from './check.ts';
import { checkHost } from './host.ts';
import { checkSecret } from './secret-scope.ts';
import { andWildcard, type Judge, orWildcard } from './wildcard.ts';

export function checkCapabilities(capabilities: Capabilities): Verdict {
  const { filesystem, wildcardOptIn: optIn } = capabilities;
  const root = andWildcard({ key: 'filesystem', isGiven: optIn.filesystem }, (_, value) => checkPath(value));
  const host = orWildcard({ key: 'http_egress', isGiven: optIn.httpEgress }, checkHost);
  const secretKey = orWildcard({ key: 'secrets', isGiven: optIn.secrets }, checkIdentifier);
  const device = orWildcard({ key: 'device', isGiven: optIn.device }, checkIdentifier);
  const node = orWildcard({ key: 'node', isGiven: optIn.node }, checkIdentifier);
  return (
    judgeEach('filesystem.read_roots', filesystem.readRoots, root) ??
    judgeEach('filesystem.write_roots', filesystem.writeRoots, root) ??
    judgeEach('http_egress_allowlist', capabilities.httpEgressAllowlist, host) ??
    firstOf(capabilities.secrets, (secret, index) =>
      checkSecret(secret, `capabilities.secrets[${index}]`, secretKey),
    ) ??
    judgeEach('device_capabilities', capabilities.deviceCapabilities, device) ??
    judgeEach('node_capabilities', capabilities.nodeCapabilities, node) ??
    checkQuotas(capabilities.quotas)
  );
}

function judgeEach(list: string, entries: readonly string[], judge: Judge): Verdict {
  return firstOf(entries, (entry, index) => judge(`capabilities.${list}[${index}]`, entry));
}

/** MAN-QUOTAS: a lower bound for each and, as a rule of manifests, no upper one. */
function checkQuotas({ wallClockTimeoutMs, maxMemoryBytes, fuelBudget }: Quotas): Verdict {
  return (
    checkQuota('wall_clock_timeout_ms', wallClockTimeoutMs) ??
    checkQuota('max_memory_bytes', maxMemoryBytes) ??
    checkQuota('fuel_budget', fuelBudget)
  );
}

function checkQuota(key: keyof typeof quotaMinimums, value: bigint): Verdict {
  const minimum = quotaMinimums[key];
  if (value >= minimum) return undefined;
  return { code: 'manifest.quota-too-small', path: `capabilities.quotas.${key}`, value, minimum };
}
