import { readState } from '#reference/state/state.ts';
import { parseJson } from '#spec/json/parse.ts';
import { isJsonObject } from '#spec/json/value.ts';
import { fail, ok } from '#spec/result.ts';
import { readInput } from '../../cli/io.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { jsonDocument } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import type { Bind } from '../plugins/bind.ts';
import { pluginArgument, policyFrom, policyOptions, profileFrom, profileOptions } from '../plugins/options.ts';
import { hostOf } from '../settings.ts';
import { json } from '../skills/options.ts';
import { openState } from '../state-root.ts';

const mostConfigBytes = 128 * 1024;

export default command({
  about: `Makes a plugin of an installed skill, or binds it anew. What is not granted by an option is not granted, also where
an earlier binding granted it. Then the plugin is checked, as by \`plugins check\`; it stays bound where it is not ready.`,
  example: 'palyra-ref plugins bind echo --skill-id acme.echo_skill --cap-http-host api.example.com',
  options: {
    plugin: pluginArgument,
    'skill-id': { kind: 'value', shows: 'skill_id', required: true, about: 'The skill, which is installed.' },
    'skill-version': { kind: 'value', shows: 'version', about: 'This version of it. Default: the current one.' },
    'tool-id': { kind: 'value', shows: 'tool_id', about: 'The tool that the plugin is shown as.' },
    'module-path': { kind: 'value', shows: 'path', about: 'The module, where the skill has several.' },
    entrypoint: { kind: 'value', shows: 'name', about: 'The export that is called. Default: that of a run.' },
    ...profileOptions,
    'display-name': { kind: 'value', shows: 'text', about: 'What the plugin is called.' },
    notes: { kind: 'value', shows: 'text', about: 'What is worth knowing.' },
    'owner-principal': { kind: 'value', shows: 'principal', about: 'Whose plugin it is.' },
    tag: { kind: 'list', shows: 'tag', about: 'A tag.' },
    'config-json-file': { kind: 'value', shows: 'file', about: 'The config, in JSON. Default: the values there are.' },
    'clear-config': { kind: 'flag', about: 'Take away the values there are.' },
    disabled: { kind: 'flag', about: 'Bind the plugin without enabling it.' },
    ...policyOptions,
    json,
  },
  oneOf: [{ of: ['config-json-file', 'clear-config'], required: false }],
  run: async (options, shell) => {
    const config = configFrom(options['config-json-file'], options['clear-config'], shell);
    if (!config.ok) return config;
    const state = await openState(options, shell);
    if (!state.ok) return state;
    const { bindPlugin } = await import('../plugins/bind.ts');
    const { checkPlugin, loadPlugins } = await import('../plugins/plugin-state.ts');
    const { checkedLine, checkedToJson } = await import('../plugins/output.ts');
    const host = hostOf(options);
    const request = {
      pluginId: options.plugin,
      enabled: !options.disabled,
      skillId: options['skill-id'],
      skillVersion: options['skill-version'],
      toolId: options['tool-id'],
      modulePath: options['module-path'],
      entrypoint: options.entrypoint,
      profile: profileFrom(options),
      operator: {
        displayName: options['display-name'],
        notes: options.notes,
        ownerPrincipal: options['owner-principal'],
        updatedBy: 'user:local',
        tags: options.tag,
      },
    };
    const bound = bindPlugin(state.value, { request, config: config.value }, host, shell.nowUnixMs());
    if (!bound.ok) return bound;
    const binding = bound.value;
    const report = readState(state.value.root, (now) => {
      const plugins = loadPlugins(now, host);
      if (!plugins.ok) return plugins;
      return checkPlugin(binding, plugins.value, state.value, { host, policy: policyFrom(options) });
    });
    if (!report.ok) return report;
    return ok({
      stdout: options.json
        ? jsonDocument(checkedToJson(binding, report.value))
        : checkedLine('plugin.bound', binding, report.value),
    });
  },
});

function configFrom(path: string | undefined, clear: boolean, shell: Shell): Outcome<Bind['config']> {
  if (path === undefined) return ok(clear ? 'clear' : 'keep');
  const tooLarge = () => ({ code: 'cli.input-too-large', source: path, limit: mostConfigBytes }) as const;
  const file = readInput(shell, path, { bytes: mostConfigBytes, problem: tooLarge });
  if (!file.ok) return file;
  if (file.value.bytes.length === 0) return refuse({ code: 'cli.empty-input', source: path });
  const parsed = parseJson(file.value.bytes);
  if (!parsed.ok) return fail({ code: 'plugins.bindings-json', detail: parsed.problem });
  if (!isJsonObject(parsed.value))
    return fail({ code: 'plugins.bad-record', path: 'config', detail: 'must be an object' });
  const [repeated] = parsed.repeated;
  if (repeated !== undefined) return fail({ code: 'plugins.repeated-field', path: repeated.join('.') });
  // A member that is null says nothing.
  return ok({ values: new Map([...parsed.value].filter(([, value]) => value !== null)) });
}
