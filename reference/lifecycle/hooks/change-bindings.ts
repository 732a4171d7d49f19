import { hookLimits } from '#spec/hooks.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { asciiLower, trim } from '../../text/white-space.ts';
import type { HookBinding, HookBindings, HookOperator } from './binding.ts';
import { encodeHookBindings } from './encode-bindings.ts';
import { parseHookEvent } from './event.ts';
import { sortHooks } from './parse-bindings.ts';

export type HookChange =
  | {
      readonly kind: 'bind';
      readonly hookId: string;
      readonly event: string;
      readonly pluginId: string;
      readonly enabled: boolean;
      readonly operator: Omit<HookOperator, 'updatedBy'>;
    }
  | { readonly kind: 'enable' | 'disable' | 'remove'; readonly hookId: string };

interface Changing {
  /** The ids of all plugins that are bound. */
  readonly plugins: ReadonlySet<string>;
  /** Who changes it. */
  readonly principal: string;
  readonly nowUnixMs: bigint;
}

interface Changed {
  readonly bindings: HookBindings;
  /** As it is now; of one that is removed, as it was. */
  readonly hook: HookBinding;
}

export function changeHooks(bindings: HookBindings, change: HookChange, by: Changing): Result<Changed> {
  const hookId = parseId(change.hookId, 'hook_id');
  if (!hookId.ok) return hookId;
  const before = bindings.entries.find((each) => each.hookId === hookId.value);
  if (change.kind === 'bind') {
    const hook = bind(change, hookId.value, before, by);
    return hook.ok ? withinLimits(saved(bindings, hook.value, by)) : hook;
  }
  if (before === undefined) return fail({ code: 'hooks.unknown-hook', hookId: hookId.value });
  if (change.kind === 'remove') {
    const entries = bindings.entries.filter((each) => each !== before);
    return ok({ bindings: { updatedAtUnixMs: by.nowUnixMs, entries }, hook: before });
  }
  // HOOK-SWITCH: also where it is so already.
  const operator = { ...before.operator, updatedBy: by.principal };
  const hook = { ...before, enabled: change.kind === 'enable', operator, updatedAtUnixMs: by.nowUnixMs };
  return ok(saved(bindings, hook, by));
}

function bind(
  change: Extract<HookChange, { kind: 'bind' }>,
  hookId: string,
  before: HookBinding | undefined,
  { plugins, principal, nowUnixMs }: Changing,
): Result<HookBinding> {
  const event = parseHookEvent(change.event);
  if (!event.ok) return event;
  const pluginId = parseId(change.pluginId, 'plugin_id');
  if (!pluginId.ok) return pluginId;
  // HOOK-BOUND-PLUGIN
  if (!plugins.has(pluginId.value)) return fail({ code: 'hooks.unknown-plugin', pluginId: pluginId.value });
  const { displayName, notes, ownerPrincipal } = change.operator;
  return ok({
    hookId,
    event: event.value,
    pluginId: pluginId.value,
    enabled: change.enabled,
    operator: {
      displayName: blankless(displayName),
      notes: blankless(notes),
      ownerPrincipal: blankless(ownerPrincipal) ?? principal,
      updatedBy: principal,
    },
    // HOOK-UPSERT: it is the same hook, bound otherwise.
    createdAtUnixMs: before?.createdAtUnixMs ?? nowUnixMs,
    updatedAtUnixMs: nowUnixMs,
  });
}

function saved(bindings: HookBindings, hook: HookBinding, { nowUnixMs }: Changing): Changed {
  const others = bindings.entries.filter(({ hookId }) => hookId !== hook.hookId);
  return { bindings: { updatedAtUnixMs: nowUnixMs, entries: sortHooks([...others, hook]) }, hook };
}

/** HOOK-BULK: what could not be read again is not written. */
function withinLimits(changed: Changed): Result<Changed> {
  const { bindings } = changed;
  const { length } = bindings.entries;
  if (length > hookLimits.bindings) return fail({ code: 'hooks.too-large', detail: `${length} bindings` });
  const bytes = encodeHookBindings(bindings).length;
  return bytes > hookLimits.documentBytes ? fail({ code: 'hooks.too-large', detail: `${bytes} bytes` }) : ok(changed);
}

/** HOOK-ID */
function parseId(text: string, field: 'hook_id' | 'plugin_id'): Result<string> {
  const id = asciiLower(trim(text));
  const fits = /^[a-z0-9._-]+$/.test(id) && id.length <= hookLimits.idBytes;
  return fits ? ok(id) : fail({ code: 'hooks.bad-id', field, value: text });
}

function blankless(text: string | undefined): string | undefined {
  const trimmed = trim(text ?? '');
  return trimmed === '' ? undefined : trimmed;
}
