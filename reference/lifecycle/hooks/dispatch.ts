import { describeFailure } from '#spec/failure/describe.ts';
import type { HookEvent, HookFailureKind } from '#spec/hooks.ts';
import type { RunnerTextField } from '#spec/runner.ts';
import { noCapabilities } from '../../runtime/runner/policy.ts';
import { resolveSkill } from '../../runtime/runner/resolve-skill.ts';
import { type RunnerWorld, runResolved } from '../../runtime/runner/run-plugin.ts';
import type { SkillVersion } from '../index/record.ts';
import type { PluginBinding, PluginBindings } from '../plugins/binding.ts';
import type { HookBinding, HookBindings } from './binding.ts';
import { canDecide, type Decision, decisionOf, resolveDecisions } from './decision.ts';
import { phaseOf } from './event.ts';
import type { Dispatch, HookOutcome } from './outcome.ts';
import type { StatusAnswer } from './statuses.ts';

export interface HookWorld extends RunnerWorld {
  readonly hooks: HookBindings;
  readonly plugins: PluginBindings;
  readonly statusOf: (skillId: string, version: string) => StatusAnswer;
}

type Ended = HookOutcome | { readonly kind: 'aborted'; readonly detail: string };

/** All hooks of an event, one after another. Each outcome is handed on before the next hook begins. */
export async function dispatchHooks(
  event: HookEvent,
  world: HookWorld,
  seen: (outcome: HookOutcome) => void = () => {},
): Promise<Dispatch> {
  const outcomes: HookOutcome[] = [];
  let aborted: string | undefined;
  // HOOK-SEQUENCE: the document has its hooks in their order.
  for (const hook of world.hooks.entries.filter((each) => each.enabled && each.event === event)) {
    const ended = await dispatchHook(hook, event, world);
    if (ended.kind === 'aborted') {
      aborted = ended.detail;
      break;
    }
    outcomes.push(ended);
    seen(ended);
  }
  const phase = phaseOf(event);
  const decisions = outcomes.flatMap((each) => (each.kind === 'dispatched' ? (each.decision ?? []) : []));
  const resolution = phase === undefined ? undefined : resolveDecisions(phase, decisions);
  return { event, outcomes, aborted, resolution };
}

/** HOOK-STEPS: what is asked of a hook, in the order in which the answers count. */
async function dispatchHook(hook: HookBinding, event: HookEvent, world: HookWorld): Promise<Ended> {
  const failed = (why: HookFailureKind, detail: string, skill?: SkillVersion): Ended => ({
    ...{ kind: 'failed', hook, why, detail, skill },
  });
  const plugin = world.plugins.entries.find(({ pluginId }) => pluginId === hook.pluginId);
  if (plugin === undefined) return failed('plugin-missing', 'its plugin is not bound');
  if (!plugin.enabled) return failed('plugin-disabled', 'its plugin is disabled');

  const source = resolveSkill(textsOf(plugin), world);
  if (!source.ok) return failed('module', describeFailure(source.failure));
  const version = source.value.skill?.version ?? '';
  const skill = { skillId: plugin.skillId, version };

  const answer = world.statusOf(plugin.skillId, version);
  if (!answer.ok) return { kind: 'aborted', detail: answer.detail };
  const { status } = answer;
  // HOOK-STATUS: a version that nobody has decided about runs.
  if (status === 'quarantined' || status === 'disabled') return failed('status', `its skill is ${status}`, skill);

  const phase = phaseOf(event);
  // HOOK-RUN-GRANTS: a hook of a run decides over it and reaches nothing.
  const requested = phase === undefined ? plugin.profile : noCapabilities;
  const ran = await runResolved(source.value, requested, world);
  if (!ran.ok) return failed('run', describeFailure(ran.failure), skill);
  if (phase === undefined) return { kind: 'dispatched', hook, run: ran.value, decision: undefined };

  const kind = decisionOf(ran.value.exitCode);
  if (!canDecide(kind, phase)) return failed('decision', `${kind} is no decision of ${phase}`, skill);
  const decision: Decision = { phase, kind, hookId: hook.hookId, pluginId: hook.pluginId };
  return { kind: 'dispatched', hook, run: ran.value, decision };
}

function textsOf(plugin: PluginBinding): ReadonlyMap<RunnerTextField, string> {
  const texts = {
    skill_id: plugin.skillId,
    skill_version: plugin.skillVersion,
    module_path: plugin.modulePath,
    tool_id: plugin.toolId,
    entrypoint: plugin.entrypoint,
  };
  return new Map(
    Object.entries(texts).flatMap(([field, text]) => (text === undefined ? [] : [[field as RunnerTextField, text]])),
  );
}
