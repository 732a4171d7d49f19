import { ok } from '#spec/result.ts';
import { runnerDefaults } from '#spec/runner.ts';
import type { Outcome } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { painter } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import type { GlobalOptions } from '../options.ts';
import { limitOptions, limitsFrom } from '../run/limits.ts';
import { hostOf } from '../settings.ts';

export default command({
  about: `Runs a plugin once, as a host runs it: without any access but what is granted here, within limits, and in a process
of its own. An installed skill is not run where it is quarantined or disabled (exit code 6), nor where its artifact is not the
one that was installed. An artifact is checked as \`skills package inspect\` checks it; its manifest then limits what can be granted,
and its quotas lower the limits. Leaves with 0 where the plugin finished, whatever its exit code is, and with 1 where it was
stopped or its module refused.`,
  example: 'palyra-ref run plugin.wasm --http api.example.com --fuel 1_000_000 --explain',
  options: {
    file: {
      kind: 'argument',
      shows: 'file',
      optional: true,
      about: 'A .wasm or .wat file, an artifact, or - for standard input.',
    },
    'skill-id': { kind: 'value', shows: 'skill_id', about: 'An installed skill in the place of a file.' },
    'skill-version': { kind: 'value', shows: 'version', about: 'This version of it. Default: the current one.' },
    entrypoint: { kind: 'value', shows: 'name', about: 'The export to call. Default: run, or as --names has it.' },
    module: { kind: 'value', shows: 'path', about: 'Which module of an artifact, where it has several.' },
    tool: { kind: 'value', shows: 'id', about: 'The tool of an artifact that the run is for.' },
    ...limitOptions,
    http: { kind: 'list', shows: 'host', about: 'Grant a handle for this host.' },
    secret: { kind: 'list', shows: 'key', about: 'Grant a handle for this secret.' },
    storage: { kind: 'list', shows: 'prefix', about: 'Grant a handle for this storage prefix.' },
    channel: { kind: 'list', shows: 'name', about: 'Grant a handle for this channel.' },
    explain: { kind: 'flag', about: 'Say why it stopped, and what to try next.' },
    trace: { kind: 'flag', about: 'Show what it asked its host for, and what it was given.' },
    profile: { kind: 'flag', about: 'Show which functions its fuel went to.' },
    json: { kind: 'flag', about: 'Print all of it as JSON.' },
  },
  oneOf: [
    { of: ['file', 'skill-id'], required: true },
    { of: ['file', 'skill-version'], required: false },
  ],
  run: async (options, shell) => {
    const limits = limitsFrom(options);
    if (!limits.ok) return limits;
    const plugin = await readPlugin(options, shell);
    if (!plugin.ok) return plugin;
    const { path, bytes } = plugin.value;
    const { planPlugin } = await import('../run/plan.ts');
    const timeoutMs = options.timeout === undefined ? runnerDefaults.timeoutMs : BigInt(options.timeout);
    const asked = { limits: limits.value, timeoutMs };
    const { http, secret, storage, channel } = options;
    const grants = { http_hosts: http, secrets: secret, storage_prefixes: storage, channels: channel };
    const { module, tool, entrypoint } = options;
    const plan = planPlugin(bytes, { path, module, tool, entrypoint, grants, ...asked }, hostOf(options));
    if (!plan.ok) return plan;
    const { execute } = await import('../run/execute.ts');
    const ran = await execute(plan.value, options.profile ? 'profiled' : 'explained', shell);
    if (!ran.ok) return ran;
    const result = { path, plan: plan.value, asked, profiled: options.profile, ...ran.value };
    const { resultText } = await import('../run/text.ts');
    const { resultJson } = await import('../run/json.ts');
    const stdout = options.json
      ? resultJson(result, options)
      : resultText(result, options, painter(shell, 'stdout', options['no-color']));
    return ok({ stdout, exitCode: result.ending.kind === 'finished' ? 0 : 1 });
  },
});

interface Plugin {
  /** What it is called in the output. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Named {
  readonly file: string | undefined;
  readonly 'skill-id': string | undefined;
  readonly 'skill-version': string | undefined;
}

async function readPlugin(options: Named & GlobalOptions, shell: Shell): Promise<Outcome<Plugin>> {
  const skillId = options['skill-id'];
  if (skillId === undefined) {
    const path = options.file ?? '';
    const { readPlugin } = await import('../run/input.ts');
    const bytes = await readPlugin(shell, path);
    return bytes.ok ? ok({ path, bytes: bytes.value }) : bytes;
  }
  const { openState } = await import('../state-root.ts');
  const state = await openState(options, shell);
  if (!state.ok) return state;
  const { readRunnable } = await import('../skills/runnable.ts');
  return readRunnable(state.value, { skillId, version: options['skill-version'] }, hostOf(options));
}
