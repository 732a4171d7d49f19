import { parseHookBindings } from '#reference/lifecycle/hooks/parse-bindings.ts';
import { parseIndex } from '#reference/lifecycle/index/installed-index.ts';
import { parseConfigFile } from '#reference/lifecycle/plugins/config-file.ts';
import { parsePluginBindings } from '#reference/lifecycle/plugins/parse-bindings.ts';
import { changeState, type StateChange, type StateRoot, type StateSnapshot } from '#reference/state/state.ts';
import { parseTrustStore } from '#reference/trust/store.ts';
import { ok, type Result } from '#spec/result.ts';
import { statusesFrom } from './lifecycle-state.ts';

/** CMD-READ-BACK: a change of a state, unless a command that comes later could not read what it leaves. */
export function changeReadably<T>(
  root: StateRoot,
  decide: (now: StateSnapshot) => Result<{ readonly change: StateChange; readonly value: T }>,
): Result<T> {
  return changeState(root, (now) => {
    const decided = decide(now);
    if (!decided.ok) return decided;
    const read = readBack(decided.value.change);
    return read.ok ? decided : read;
  });
}

/** Each part by its own reader. */
function readBack({ index, trustStore, hooks, plugins, pluginConfigs, statuses = [] }: StateChange): Result<undefined> {
  const readers: readonly (() => Result<unknown>)[] = [
    () => parseIndex(index),
    () => parseHookBindings(hooks),
    () => parsePluginBindings(plugins),
    () => (trustStore === undefined ? ok(undefined) : parseTrustStore(trustStore)),
    () => statusesFrom(statuses),
    ...[...(pluginConfigs?.values() ?? [])].map(
      (bytes) => () => (bytes === undefined ? ok(undefined) : parseConfigFile(bytes)),
    ),
  ];
  for (const read of readers) {
    const result = read();
    if (!result.ok) return result;
  }
  return ok(undefined);
}
