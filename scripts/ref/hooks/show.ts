import type { HookBinding } from '#reference/lifecycle/hooks/binding.ts';
import { checkHook, type HookCheck } from '#reference/lifecycle/hooks/check.ts';
import { hookToJson } from '#reference/lifecycle/hooks/encode-bindings.ts';
import { readState } from '#reference/state/state.ts';
import { asciiLower, trim } from '#reference/text/white-space.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import type { OpenState } from '../state-root.ts';
import { readBound } from './read.ts';

export interface Checked {
  readonly hook: HookBinding;
  readonly check: HookCheck;
}

export function readChecked({ root }: OpenState): Result<readonly Checked[]> {
  return readState(root, (now) => {
    const bound = readBound(now);
    if (!bound.ok) return bound;
    const { hooks, plugins } = bound.value;
    return ok(hooks.entries.map((hook) => ({ hook, check: checkHook(hook, plugins) })));
  });
}

export function findChecked(checked: readonly Checked[], hookId: string): Result<Checked> {
  const id = asciiLower(trim(hookId));
  const found = checked.find(({ hook }) => hook.hookId === id);
  return found === undefined ? fail({ code: 'hooks.unknown-hook', hookId: id }) : ok(found);
}

export function listText(checked: readonly Checked[]): string {
  return markedLine('hooks.list', { count: checked.length }) + checked.map(line('hooks.entry')).join('');
}

export function listJson(checked: readonly Checked[]): string {
  const hooks = checked.map(({ hook, check }): Json => new Map([...hookToJson(hook), ['check', checkToJson(check)]]));
  return jsonDocument(
    new Map<string, Json>([
      ['count', BigInt(checked.length)],
      ['hooks', hooks],
    ]),
  );
}

export const checkText = line('hooks.check');

export function checkJson({ hook, check }: Checked): string {
  return jsonDocument(new Map([['hook', hookToJson(hook)], ...checkToJson(check)]));
}

function line(marker: string): (checked: Checked) => string {
  return ({ hook, check }) =>
    markedLine(marker, {
      hook_id: hook.hookId,
      event: hook.event,
      plugin_id: hook.pluginId,
      enabled: hook.enabled,
      ready: check.ready,
      reasons: check.reasons.join(',') || 'none',
    });
}

function checkToJson({ ready, reasons, eventSupported, plugin }: HookCheck): JsonObject {
  const about =
    plugin &&
    new Map<string, Json>([
      ['plugin_id', plugin.pluginId],
      ['enabled', plugin.enabled],
      ['skill_id', plugin.skillId],
      ['skill_version', plugin.skillVersion ?? null],
    ]);
  return new Map<string, Json>([
    ['ready', ready],
    ['reasons', reasons],
    ['event_supported', eventSupported],
    ['plugin', about ?? null],
  ]);
}
