import type { PluginBinding } from '#reference/lifecycle/plugins/binding.ts';
import type { BindingReport } from '#reference/lifecycle/plugins/check-binding.ts';
import { bindingToJson } from '#reference/lifecycle/plugins/encode-bindings.ts';
import { bindingReportToJson } from '#reference/lifecycle/plugins/report-to-json.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { markedLine } from '../../cli/terminal.ts';

export function checkedToJson(binding: PluginBinding, report: BindingReport): JsonObject {
  return new Map<string, Json>([
    ['binding', bindingToJson(binding)],
    ['check', new Map<string, Json>(Object.entries(bindingReportToJson(report)))],
  ]);
}

export function checkedLine(event: string, binding: PluginBinding, report: BindingReport): string {
  const { ready, reasons, discovery, resolved, capabilities } = report;
  const differences = capabilities?.entries.map(
    ({ category, class: which, value }) => `${category} ${which}: ${value}`,
  );
  return [
    markedLine(event, {
      plugin_id: binding.pluginId,
      skill_id: binding.skillId,
      version: resolved?.version ?? binding.skillVersion ?? '',
      enabled: String(binding.enabled),
      ready: String(ready),
      discovery: discovery.state,
      reasons: reasons.join(','),
    }),
    ...(differences ?? []).map((difference) => markedLine('plugins.difference', { difference })),
  ].join('');
}
