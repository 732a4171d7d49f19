import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noOperator } from '#reference/lifecycle/hooks/binding.ts';
import { canDecide, decisionOf } from '#reference/lifecycle/hooks/decision.ts';
import { dispatchHooks, type HookWorld } from '#reference/lifecycle/hooks/dispatch.ts';
import { phaseOf } from '#reference/lifecycle/hooks/event.ts';
import { journalOf } from '#reference/lifecycle/hooks/journal.ts';
import { statusIn } from '#reference/lifecycle/hooks/statuses.ts';
import { noBindings, type PluginBinding } from '#reference/lifecycle/plugins/binding.ts';
import { noCapabilities } from '#reference/runtime/runner/policy.ts';
import { skillWith } from '#reference/runtime/runner/testing/skill.ts';
import { worldWith } from '#reference/runtime/runner/testing/world.ts';
import { hookEvents } from '#spec/hooks.ts';

const skill = skillWith();

/** What a plugin that is not in order fails as. */
const early = new Map([
  ['missing', 'plugin-missing'],
  ['disabled', 'plugin-disabled'],
  ['no skill', 'module'],
]);

/** What is so about one hook and its plugin. */
const traits = fc.record({
  isOn: fc.boolean(),
  isThisEvent: fc.boolean(),
  plugin: fc.constantFrom('missing', 'disabled', 'no skill', 'bound', 'bound', 'bound'),
  ends: fc.oneof(fc.integer({ min: -2, max: 60 }), fc.constant('trap')),
});
const status = fc.constantFrom(undefined, 'active', 'quarantined', 'disabled', 'error');
const event = fc.constantFrom(...hookEvents);

test('HOOK-ISOLATION: whatever becomes of the others, a hook is dispatched as it would be alone', async () => {
  const property = fc.asyncProperty(fc.array(traits, { maxLength: 6 }), status, event, async (all, state, event) => {
    const hooks = all.map(({ isOn, isThisEvent }, at) => ({
      ...{ hookId: `h${at}`, pluginId: `p${at}`, enabled: isOn, operator: noOperator },
      ...{ event: isThisEvent ? event : 'x:y', createdAtUnixMs: 0n, updatedAtUnixMs: 0n },
    }));
    const plugins = all.flatMap(({ plugin }, at) => (plugin === 'missing' ? [] : [pluginOf(plugin, at)]));
    const rows = state === undefined ? [] : [{ skillId: 'ACME.echo', version: '1.2.3', status: state }];
    const ran: number[] = [];
    const { world } = worldWith({ skills: () => [skill] });
    const given: HookWorld = {
      ...world,
      hooks: { updatedAtUnixMs: 0n, entries: hooks },
      plugins: { ...noBindings, entries: plugins },
      statusOf: (skillId, version) => statusIn(rows, skillId, version),
      execute: async ({ entrypoint }) => {
        const at = Number(entrypoint.slice(1));
        ran.push(at);
        const ends = all[at]?.ends ?? 0;
        if (typeof ends === 'number') return { ok: true, value: { kind: 'finished', exitCode: ends } };
        return { ok: true, value: { kind: 'stopped', class: 'execution', cause: { kind: 'engine', detail: ends } } };
      },
    };
    const dispatch = await dispatchHooks(event, given);

    const phase = phaseOf(event);
    const asked = all.flatMap((each, at) => (each.isOn && each.isThisEvent ? [{ ...each, at }] : []));
    const alone = asked.map(({ plugin, ends, at }) => {
      const expected = early.get(plugin);
      if (expected !== undefined) return { at, why: expected };
      if (state === 'error') return { at, why: 'aborted' };
      if (state === 'quarantined' || state === 'disabled') return { at, why: 'status' };
      if (typeof ends !== 'number') return { at, why: 'run' };
      return { at, why: phase === undefined || canDecide(decisionOf(ends), phase) ? '' : 'decision' };
    });
    const end = alone.findIndex(({ why }) => why === 'aborted');
    const seen = end < 0 ? alone : alone.slice(0, end);
    expect(
      dispatch.outcomes.map(({ hook, ...rest }) => ({
        at: Number(hook.hookId.slice(1)),
        why: 'why' in rest ? rest.why : '',
      })),
    ).toEqual(seen);
    expect(dispatch.aborted !== undefined).toBe(end >= 0);
    expect(ran).toEqual(seen.filter(({ why }) => ['', 'run', 'decision'].includes(why)).map(({ at }) => at));
    expect(dispatch.resolution === undefined).toBe(phase === undefined);
    expect(dispatch.resolution?.candidates.length ?? 0).toBe(
      phase === undefined ? 0 : seen.filter(({ why }) => why === '').length,
    );
    expect(journalOf(dispatch, null)).toHaveLength(seen.length + (phase === undefined ? 0 : 1));
  });
  await fc.assert(property, { numRuns: 150 });
});

function pluginOf(plugin: string, at: number): PluginBinding {
  return {
    ...{
      pluginId: `p${at}`,
      enabled: plugin !== 'disabled',
      skillId: plugin === 'no skill' ? 'acme.none' : 'acme.echo',
    },
    ...{ skillVersion: undefined, toolId: undefined, modulePath: undefined, entrypoint: `e${at}` },
    ...{ profile: noCapabilities, operator: { ...noOperator, tags: [] }, createdAtUnixMs: 0n, updatedAtUnixMs: 0n },
    cached: {
      discovery: new Map(),
      config: undefined,
      capabilityDiff: new Map(),
      typedContracts: new Map(),
    },
  };
}
