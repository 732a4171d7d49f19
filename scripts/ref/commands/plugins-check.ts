import { findBinding } from '#reference/lifecycle/plugins/change-bindings.ts';
import { readState } from '#reference/state/state.ts';
import { ok } from '#spec/result.ts';
import { jsonDocument } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { exitCodes } from '../exit.ts';
import { pluginArgument, policyFrom, policyOptions } from '../plugins/options.ts';
import { hostOf } from '../settings.ts';
import { json } from '../skills/options.ts';
import { openState } from '../state-root.ts';

export default command({
  about: `Tells whether a plugin is ready: its files, its skill, its contracts, its config, and what is granted against what is
declared and allowed. A policy allows nothing unless an option says so. Where the plugin is not ready the command leaves
with 7. Nothing is changed.`,
  example: 'palyra-ref plugins check echo --allow-http-host api.example.com',
  options: { plugin: pluginArgument, ...policyOptions, json },
  oneOf: [],
  run: async (options, shell) => {
    const state = await openState(options, shell);
    if (!state.ok) return state;
    const { checkPlugin, loadPlugins } = await import('../plugins/plugin-state.ts');
    const { checkedLine, checkedToJson } = await import('../plugins/output.ts');
    const host = hostOf(options);
    const checked = readState(state.value.root, (now) => {
      const plugins = loadPlugins(now, host);
      if (!plugins.ok) return plugins;
      const binding = findBinding(plugins.value.bindings, options.plugin);
      if (!binding.ok) return binding;
      const report = checkPlugin(binding.value, plugins.value, state.value, { host, policy: policyFrom(options) });
      return report.ok ? ok({ binding: binding.value, report: report.value }) : report;
    });
    if (!checked.ok) return checked;
    const { binding, report } = checked.value;
    const stdout = options.json
      ? jsonDocument(checkedToJson(binding, report))
      : checkedLine('plugins.check', binding, report);
    return ok({ stdout, exitCode: report.ready ? exitCodes.success : exitCodes.precondition_failed });
  },
});
