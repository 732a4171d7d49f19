import type { Json, JsonObject } from '#spec/json/value.ts';
import { successToJson } from '../../runtime/runner/success.ts';
import type { Decision, Resolution } from './decision.ts';
import type { Dispatch, HookOutcome } from './outcome.ts';

/** HOOK-JOURNAL: what is recorded of an event, in its order: each hook, then what all of them came to. */
export function journalOf({ event, outcomes, resolution }: Dispatch, eventPayload: Json): readonly JsonObject[] {
  const hooks = outcomes.map((outcome) => outcomeEntry(outcome, event, eventPayload));
  return resolution === undefined ? hooks : [...hooks, decisionEntry(resolution, event, eventPayload)];
}

export function outcomeEntry(outcome: HookOutcome, event: string, eventPayload: Json): JsonObject {
  const { hookId, pluginId } = outcome.hook;
  if (outcome.kind === 'failed') {
    const { why, detail, skill } = outcome;
    return entry('hook.failed', hookId, pluginId, [
      ['event', event],
      ['reason', `${why}: ${detail}`],
      ...skillFields(skill?.skillId, skill?.version),
      ['event_payload', eventPayload],
    ]);
  }
  const { source } = outcome.run;
  return entry('hook.dispatched', hookId, pluginId, [
    ['event', event],
    ...skillFields(source.skill?.skillId, source.skill?.version),
    ['module_path', source.skill?.modulePath ?? null],
    ['entrypoint', source.entrypoint],
    ['output', outputOf(outcome)],
    ['event_payload', eventPayload],
  ]);
}

export function decisionEntry(resolution: Resolution, event: string, eventPayload: Json): JsonObject {
  const { hookId, pluginId } = resolution.selected;
  return entry('hook.decision', hookId, pluginId, [
    ['event', event],
    ['resolution', resolutionToJson(resolution)],
    ['event_payload', eventPayload],
  ]);
}

/** HOOK-OUTPUT: made by the host from beginning to end. */
export function outputOf({ run, decision }: Extract<HookOutcome, { kind: 'dispatched' }>): JsonObject {
  const output = successToJson(run);
  return decision === undefined ? output : new Map([...output, ['lifecycle_decision', decisionToJson(decision)]]);
}

export function resolutionToJson(resolution: Resolution): JsonObject {
  return new Map<string, Json>([
    ['schema_version', 1n],
    ['phase', resolution.phase],
    ['selected', decisionToJson(resolution.selected)],
    ['candidates', resolution.candidates.map(decisionToJson)],
    ['conflicts', resolution.conflicts.map(({ hookId, pluginId, kind }) => `${hookId}:${pluginId}:${kind}`)],
    ['terminal', resolution.terminal],
  ]);
}

function decisionToJson({ phase, kind, hookId, pluginId }: Decision): JsonObject {
  return new Map<string, Json>([
    ['schema_version', 1n],
    ['phase', phase],
    ['kind', kind],
    ['hook_id', hookId],
    ['plugin_id', pluginId],
    ['annotations', new Map()],
  ]);
}

type Members = readonly (readonly [key: string, value: Json])[];

function skillFields(skillId: string | undefined, version: string | undefined): Members {
  return skillId === undefined || version === undefined
    ? []
    : [
        ['skill_id', skillId],
        ['skill_version', version],
      ];
}

function entry(event: string, hookId: string, pluginId: string, details: Members): JsonObject {
  const about = new Map<string, Json>([
    ['hook_id', hookId],
    ['plugin_id', pluginId],
    ['details', new Map(details)],
  ]);
  return new Map<string, Json>([
    ['event', event],
    ['details', about],
  ]);
}
