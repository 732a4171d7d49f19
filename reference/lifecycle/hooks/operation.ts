import type { OperationValue } from '#spec/operations.ts';
import { ok, type Result } from '#spec/result.ts';
import type { RunnerWorld } from '../../runtime/runner/run-plugin.ts';
import type { InputReader } from '../../subject/read-input.ts';
import { MalformedInput } from '../../subject/read-input.ts';
import { parsePluginBindings } from '../plugins/parse-bindings.ts';
import { changeHooks, type HookChange } from './change-bindings.ts';
import { dispatchHooks } from './dispatch.ts';
import { hookBindingsToWire } from './encode-bindings.ts';
import { parseHookEvent } from './event.ts';
import { journalOf, outputOf, resolutionToJson } from './journal.ts';
import type { HookOutcome } from './outcome.ts';
import { parseHookBindings } from './parse-bindings.ts';
import { statusIn } from './statuses.ts';

export function loadHooks(input: InputReader): Result<OperationValue<'hooks.load'>> {
  const bindings = readBindings(input);
  return bindings.ok ? ok({ index: hookBindingsToWire(bindings.value) }) : bindings;
}

export function changeHooksAsked(input: InputReader): Result<OperationValue<'hooks.change'>> {
  const change = readChange(input.fields('change'));
  const plugins = new Set(input.texts('plugins'));
  const by = { plugins, principal: input.text('principal'), nowUnixMs: input.integer('nowUnixMs') };
  const bindings = readBindings(input);
  if (!bindings.ok) return bindings;
  const changed = changeHooks(bindings.value, change, by);
  return changed.ok ? ok({ index: hookBindingsToWire(changed.value.bindings) }) : changed;
}

function readBindings(input: InputReader) {
  return parseHookBindings(input.bytesOrNull('bindings') ?? undefined);
}

function readChange(change: InputReader): HookChange {
  const kind = change.text('kind');
  const hookId = change.text('hook_id');
  if (kind === 'enable' || kind === 'disable' || kind === 'remove') return { kind, hookId };
  if (kind !== 'bind') throw new MalformedInput('input.change.kind must be one of bind, enable, disable and remove');
  const operator = change.fields('operator');
  return {
    ...{ kind, hookId, event: change.text('event'), pluginId: change.text('plugin_id') },
    enabled: change.flag('enabled'),
    operator: {
      displayName: operator.textOrNull('display_name') ?? undefined,
      notes: operator.textOrNull('notes') ?? undefined,
      ownerPrincipal: operator.textOrNull('owner_principal') ?? undefined,
    },
  };
}

export async function dispatchHooksAsked(
  input: InputReader,
  runner: RunnerWorld,
): Promise<Result<OperationValue<'hooks.dispatch'>>> {
  const payload = input.json('payload');
  const rows =
    input.listOrNull('statuses')?.map((row) => ({
      skillId: row.text('skill_id'),
      version: row.text('version'),
      status: row.text('status'),
    })) ?? 'the statuses cannot be read';
  const event = parseHookEvent(input.text('event'));
  if (!event.ok) return event;
  // HOOK-ABORT: both documents are read before anything runs.
  const hooks = readBindings(input);
  if (!hooks.ok) return hooks;
  const plugins = parsePluginBindings(input.bytesOrNull('plugins') ?? undefined);
  if (!plugins.ok) return plugins;
  const dispatch = await dispatchHooks(event.value, {
    ...runner,
    hooks: hooks.value,
    plugins: plugins.value,
    statusOf: (skillId, version) => statusIn(rows, skillId, version),
  });
  const { outcomes, aborted, resolution } = dispatch;
  return ok({
    outcomes: outcomes.map(outcomeToWire),
    aborted: aborted !== undefined,
    resolution: resolution === undefined ? null : resolutionToJson(resolution),
    journal: journalOf(dispatch, payload),
  });
}

function outcomeToWire(outcome: HookOutcome): OperationValue<'hooks.dispatch'>['outcomes'][number] {
  const { hookId: hook_id, pluginId: plugin_id } = outcome.hook;
  if (outcome.kind === 'failed') return { hook_id, plugin_id, failure: outcome.why, output: null };
  return { hook_id, plugin_id, failure: null, output: outputOf(outcome) };
}
