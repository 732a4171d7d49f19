import { expect, test } from 'vitest';
import { noBindings, type PluginBinding } from '../plugins/binding.ts';
import { noOperator } from './binding.ts';
import { checkHook } from './check.ts';

const hook = {
  ...{ hookId: 'a', event: 'gateway:startup', pluginId: 'p', enabled: true, operator: noOperator },
  ...{ createdAtUnixMs: 0n, updatedAtUnixMs: 0n },
};

/** Nothing else of a plugin is looked at. */
const bound = (enabled: boolean) => ({ ...noBindings, entries: [{ pluginId: 'p', enabled } as PluginBinding] });

test('HOOK-CHECK: all that is wrong is told at once', () => {
  expect(checkHook(hook, bound(true))).toMatchObject({ ready: true, reasons: [], eventSupported: true });
  expect(checkHook(hook, bound(false))).toMatchObject({ ready: false, reasons: ['plugin_disabled'] });
  expect(checkHook({ ...hook, enabled: false, event: 'x' }, noBindings)).toEqual({
    ready: false,
    reasons: ['event_unsupported', 'hook_disabled', 'plugin_missing'],
    eventSupported: false,
    plugin: undefined,
  });
});
