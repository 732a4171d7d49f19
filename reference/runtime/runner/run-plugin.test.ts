import { expect, test } from 'vitest';
import { names } from '#spec/constants.ts';
import type { StopClass } from '#spec/runtime.ts';
import { extended, parsed } from '../../manifest/samples.ts';
import type { Outcome } from '../engine/outcome.ts';
import { testHarness } from './harness.ts';
import { defaultPolicy, noCapabilities } from './policy.ts';
import { runResolved } from './run-plugin.ts';
import { successToJson } from './success.ts';
import { skillWith } from './testing/skill.ts';
import { allowing, run, worldWith } from './testing/world.ts';

const module_wat = '(module)';
const policy = allowing({ http_hosts: ['a.b', 'c'], secrets: ['k'], storage_prefixes: ['p'], channels: ['cli'] });

async function succeed(input: object, given: Parameters<typeof run>[1] = {}, outcome?: Outcome) {
  const ran = await run(input, given, outcome);
  if (!ran.ok) throw new Error(ran.failure.code);
  return successToJson(ran.value);
}

test('an inline run is told in full, but for the secrets', async () => {
  const times = [10.5, 13.4];
  const capabilities = { http_hosts: ['C', 'a.b'], secrets: ['k'], storage_prefixes: ['p'], channels: ['cli'] };
  const input = { module_wat, skill_id: 'acme.x', entrypoint: ' go ', capabilities };
  const given = { policy, now: () => times.shift() ?? 0 };
  expect(await succeed(input, given, { kind: 'finished', exitCode: -1 })).toEqual(
    new Map<string, unknown>([
      ['exit_code', -1n],
      ['entrypoint', 'go'],
      ['duration_ms', 2n],
      ['resolved_from', 'inline_module'],
      ['skill', null],
      [
        'capabilities',
        new Map<string, unknown>([
          ['http_handles', [10000n, 10001n]],
          ['secret_handles_count', 1n],
          ['storage_handles', [30000n]],
          ['channel_handles', [40000n]],
          ['granted_http_hosts', ['a.b', 'c']],
          ['granted_storage_prefixes', ['p']],
          ['granted_channels', ['cli']],
        ]),
      ],
    ]),
  );
});

test('the run of a skill names the skill, its version, module and tool', async () => {
  const skills = () => [skillWith()];
  const json = await succeed({ skill_id: 'acme.echo' }, { skills });
  expect(json.get('resolved_from')).toBe('installed_skill_artifact');
  const told = { skill_id: 'acme.echo', version: '1.2.3', module_path: 'modules/echo.wasm' };
  expect(json.get('skill')).toEqual(new Map(Object.entries({ ...told, tool_id: null })));
  const withTool = await succeed({ skill_id: 'acme.echo', tool_id: 'acme.say' }, { skills });
  expect(withTool.get('skill')).toEqual(new Map(Object.entries({ ...told, tool_id: 'acme.say' })));
});

test('an engine is asked for what is granted, and for nothing where nothing is asked', async () => {
  const { world, jobs } = worldWith({ policy });
  await runResolved({ module: Buffer.from('m'), entrypoint: 'run', skill: undefined }, noCapabilities, world);
  expect(jobs).toMatchObject([{ grants: { http: [], secret: [], storage: [], channel: [] }, timeoutMs: 750n }]);
});

test('a module that comes along is held to the policy (RUN-RESOLVED)', async () => {
  const source = { module: new Uint8Array(), entrypoint: 'run', skill: undefined };
  const disabled = await runResolved(source, noCapabilities, worldWith({ policy: defaultPolicy }).world);
  expect(disabled).toMatchObject({ kind: 'Disabled' });
  const empty = await runResolved(source, noCapabilities, worldWith().world);
  expect(empty).toMatchObject({ kind: 'InvalidInput', failure: { code: 'runner.empty-module' } });
});

test.each<[StopClass, string, string]>([
  ['linker', 'InvalidInput', 'runner.unlinkable'],
  ['missing-export', 'InvalidInput', 'runner.missing-export'],
  ['execution', 'RuntimeFailure', 'runner.execution-failed'],
  ['limit', 'QuotaExceeded', 'runner.limit-exceeded'],
  ['timed-out', 'TimedOut', 'runner.timed-out'],
])('a run stopped by %s is %s', async (stop, kind, code) => {
  const outcome: Outcome = { kind: 'stopped', class: stop, cause: { kind: 'missing-export', name: 'run' } };
  expect(await run({ module_wat }, {}, outcome)).toMatchObject({ ok: false, kind, failure: { code } });
});

test('a module that is refused is wrong input', async () => {
  const execute = async () => ({ ok: false, failure: { code: 'runtime.invalid' } }) as const;
  expect(await run({ module_wat }, { execute })).toMatchObject({
    kind: 'InvalidInput',
    failure: { code: 'runner.bad-module', failure: { code: 'runtime.invalid' } },
  });
});

test('a harness says what the manifest says of the tool (RUN-HARNESS)', () => {
  const manifest = parsed(
    extended(`[capabilities]
http_egress_allowlist = ["A.example"]
node_capabilities = ["camera"]
[capabilities.filesystem]
write_roots = ["Cache"]
[[capabilities.secrets]]
scope = "global"
key_names = ["b", "a"]
[[capabilities.secrets]]
scope = "skill:acme.echo"
key_names = ["b"]`),
  );
  const [tool] = manifest.entrypoints.tools;
  if (tool === undefined) throw new Error('no tool');
  expect(testHarness(manifest, tool, names.shipped)).toEqual(
    new Map<string, unknown>([
      ['harness_version', 1n],
      ['runner', 'palyra.plugin.run'],
      ['skill_id', 'acme.echo'],
      ['tool_id', 'acme.say'],
      ['entrypoint', 'run'],
      [
        'requested_capabilities',
        new Map([
          ['http_hosts', ['A.example']],
          ['secrets', ['b', 'a', 'b']],
          ['storage_prefixes', ['Cache']],
          ['channels', ['camera']],
        ]),
      ],
      [
        'assertions',
        new Map([
          ['requires_approval', false],
          ['experimental_builder', false],
        ]),
      ],
    ]),
  );
});
