import type { Insight } from '#reference/runtime/engine/insight.ts';
import { describeRuntime } from '#spec/failure/runtime.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { reasons } from '#spec/reasons.ts';
import { jsonDocument } from '../../cli/terminal.ts';
import { explain } from './explain/explain.ts';
import { grantedHandles } from './handles.ts';
import { fuelUsed, type RunResult } from './result.ts';
import type { Shown } from './text.ts';

/** What nobody knows, or does not belong to the ending, is null; what was not asked for is not there. */
export function resultJson(result: RunResult, shown: Shown): string {
  const { path, plan, ending, measured, insight } = result;
  const document = new Map<string, Json>([
    ['path', path],
    ['module_bytes', BigInt(plan.job.module.length)],
    ['skill', skillJson(result)],
    ['entrypoint', plan.job.entrypoint],
    ['limits', limitsJson(result)],
    ['outcome', ending.kind],
    ['exit_code', ending.kind === 'finished' ? BigInt(ending.exitCode) : null],
    ['stop', stopJson(result)],
    ['refusal', refusalJson(result)],
    ['fuel_used', fuelUsed(result) ?? null],
    ['fuel_left', measured?.fuelLeft ?? null],
    ['fuel_overdrawn', insight?.overdrawn ?? null],
    ['fuel_unseen', insight?.unseen ?? null],
    ['peak_memory_bytes', measured === undefined ? null : BigInt(measured.peakMemoryBytes)],
    ['handles', handlesJson(result)],
    ['host_calls', measured === undefined ? null : BigInt(measured.hostCalls.count)],
  ]);
  if (shown.trace) document.set('trace', traceJson(result));
  if (shown.explain) document.set('explanation', new Map<string, Json>(Object.entries(explain(result))));
  if (shown.profile) document.set('profile', profileJson(insight));
  return jsonDocument(document);
}

function skillJson({ plan }: RunResult): Json {
  const { skill } = plan.source;
  if (skill === undefined) return null;
  const { skillId, version, modulePath, toolId } = skill;
  return object({ skill_id: skillId, version, module_path: modulePath, tool_id: toolId ?? null });
}

function limitsJson({ plan }: RunResult): Json {
  const { limits, timeoutMs } = plan.job;
  return object({
    fuel_budget: limits.fuelBudget,
    max_memory_bytes: limits.memoryBytes,
    max_table_elements: limits.tableElements,
    max_instances: limits.instances,
    timeout_ms: timeoutMs,
  });
}

function stopJson({ ending, insight }: RunResult): Json {
  if (ending.kind !== 'stopped') return null;
  const cause = new Map<string, Json>();
  for (const [name, value] of Object.entries(ending.cause))
    cause.set(name, typeof value === 'number' ? BigInt(value) : value);
  return object({ class: ending.class, cause, stack: insight?.stack ?? [] });
}

function refusalJson({ ending }: RunResult): Json {
  if (ending.kind !== 'refused') return null;
  const { failure, engineSays } = ending;
  return object({
    code: failure.code,
    requirement: reasons[failure.code].requirement,
    message: describeRuntime(failure),
    engine_says: engineSays ?? null,
  });
}

function handlesJson({ plan }: RunResult): Json {
  const classes = grantedHandles(plan).map(
    ([name, list]) => [name, list.map(({ handle, grant }) => object({ handle: BigInt(handle), grant }))] as const,
  );
  return new Map<string, Json>(classes);
}

function traceJson({ measured }: RunResult): Json {
  if (measured === undefined) return null;
  return measured.hostCalls.first.map(({ name, index, result }) =>
    object({ name, index: index === undefined ? null : BigInt(index), result: BigInt(result) }),
  );
}

function profileJson(insight: Insight | undefined): Json {
  if (insight?.profile === undefined) return null;
  return insight.profile.map(({ index, name, calls, self, inclusive }) =>
    object({ function: BigInt(index), name, calls, self, inclusive }),
  );
}

function object(members: { readonly [name: string]: Json }): JsonObject {
  return new Map(Object.entries(members));
}
