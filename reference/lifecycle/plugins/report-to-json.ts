import type { Json, JsonObject } from '#spec/json/value.ts';
import { negotiationToWire } from '../../runtime/contracts/negotiate.ts';
import type { BindingReport } from './check-binding.ts';
import type { ConfigReport } from './check-config.ts';
import type { CapabilityComparison } from './compare-capabilities.ts';
import { profileToJson } from './encode-bindings.ts';
import type { ResolvedPlugin } from './resolve.ts';

export function bindingReportToJson(report: BindingReport) {
  const { ready, reasons, discovery, resolved, capabilities, config, contracts } = report;
  return {
    ready,
    reasons,
    discovery: new Map<string, Json>([
      ['state', discovery.state],
      ['missing_paths', discovery.missingPaths],
    ]),
    resolved: resolved === undefined ? null : resolvedToJson(resolved),
    capabilities: capabilities === undefined ? null : comparisonToJson(capabilities),
    config: configToJson(config),
    contracts: new Map<string, Json>(Object.entries(negotiationToWire(contracts))),
  };
}

function resolvedToJson({ skillId, version, modulePath }: ResolvedPlugin): JsonObject {
  return new Map([
    ['skill_id', skillId],
    ['version', version],
    ['module_path', modulePath],
  ]);
}

function comparisonToJson({ valid, declared, granted, effective, entries }: CapabilityComparison): JsonObject {
  return new Map<string, Json>([
    ['valid', valid],
    ['declared', profileToJson(declared)],
    ['granted', profileToJson(granted)],
    ['effective', profileToJson(effective)],
    [
      'entries',
      entries.map(
        ({ category, class: kind, value }) =>
          new Map([
            ['category', category],
            ['capability_kind', kind],
            ['value', value],
          ]),
      ),
    ],
  ]);
}

function configToJson({ state, issues, redactedFields, configured, effective }: ConfigReport): JsonObject {
  return new Map<string, Json>([
    ['state', state],
    [
      'issues',
      issues.map(
        ({ code, property }) =>
          new Map([
            ['code', code],
            ['property', property],
          ]),
      ),
    ],
    ['redacted_fields', redactedFields],
    ['configured', configured],
    ['effective', effective],
  ]);
}
