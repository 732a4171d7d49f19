import { describe, expect, test } from 'vitest';
import { runtimeDefaults } from '#spec/constants.ts';
import type { InstalledSkill, InstalledSkills } from './installed-skills.ts';
import { planInput } from './run-plugin.ts';
import { skillOf, skillWith } from './testing/skill.ts';
import { allowing, bytesOf, openPolicy, verdictOn, worldWith } from './testing/world.ts';

const skillId = 'acme.echo';
const echo = skillWith();

function verdictWith(skills: InstalledSkills, input: object = {}, policy = openPolicy) {
  return verdictOn({ skill_id: skillId, ...input }, { skills: () => skills, policy });
}

function planWith(skill: InstalledSkill, input: object = {}, policy = openPolicy, timeoutMs = 750n) {
  const { world } = worldWith({ skills: () => [skill], policy, timeoutMs });
  const plan = planInput(bytesOf({ skill_id: skillId, ...input }), world);
  if (!plan.ok) throw new Error(plan.failure.code);
  return plan.value;
}

describe('finding the skill', () => {
  const unreadable = { artifact: () => 'no such file' };
  const versions = (current: string) =>
    ['1.0.0', '2.0.0', '3.0.0'].map((version) => skillOf(version, version === current));

  test('what cannot be read is the fault of the host', async () => {
    expect(verdictWith('no permission')).toBe('runner.skills-unavailable');
    expect(verdictWith([{ ...echo, ...unreadable }])).toBe('runner.skills-unavailable');
    const plan = planInput(bytesOf({ skill_id: skillId }), worldWith({ skills: () => 'no permission' }).world);
    expect(plan).toMatchObject({ kind: 'RuntimeFailure' });
  });

  test('nobody asks for the skills where none is named', () => {
    const skills = () => {
      throw new Error('asked');
    };
    expect(verdictOn({}, { skills })).toBe('runner.no-module-source');
    expect(verdictOn({ module_wat: ' ', skill_id: skillId }, { skills })).toBe('planned');
  });

  test.each([
    ['3.0.0', undefined, '3.0.0'],
    ['none', undefined, '1.0.0'],
    ['3.0.0', ' 2.0.0 ', '2.0.0'],
  ])('with %s as the current version, %j is %s', (current, wanted, found) => {
    const { world } = worldWith({ skills: () => versions(current) });
    const plan = planInput(bytesOf({ skill_id: skillId, skill_version: wanted }), world);
    expect(plan).toMatchObject({ value: { source: { skill: { version: found } } } });
  });

  test.each([
    [{ skill_version: '4.0.0' }],
    [{ skill_id: ' acme.echo' }],
    [{ skill_id: 'ACME.ECHO' }],
    [{ skill_id: 'acme' }],
  ])('%j is not installed', (input) => {
    expect(verdictWith(versions('1.0.0'), input)).toBe('runner.not-installed');
  });

  test('an artifact that is refused is refused with its failure', () => {
    const broken = { ...echo, artifact: () => new Uint8Array(30) };
    const plan = planInput(bytesOf({ skill_id: skillId }), worldWith({ skills: () => [broken] }).world);
    expect(plan).toMatchObject({
      kind: 'InvalidInput',
      failure: { code: 'runner.bad-artifact', because: 'artifact.not-zip' },
    });
  });
});

describe('the artifact is the one that was installed', () => {
  test.each([
    [{ version: '1.2.4' }, 'runner.other-skill'],
    [{ skillId: 'acme.other' }, 'runner.other-skill'],
    [{ version: ' 1.2.3\u0085' }, 'planned'],
  ])('the list has it as %j: %s (RUN-SAME-SKILL)', (index, code) => {
    const skill = skillWith('', ['echo.wasm'], index);
    expect(verdictWith([skill], { skill_id: skill.skillId })).toBe(code);
  });

  test('whatever else is wrong is said first (RUN-SAME-SKILL)', () => {
    const skill = skillWith('', ['echo.wasm'], { version: '9.9.9' });
    expect(verdictWith([skill], { capabilities: { channels: ['cli'] } })).toBe('runner.denied');
  });
});

describe('choosing in the artifact', () => {
  const two = skillWith('', ['a.wasm', 'b.wasm']);

  test.each([
    [two, {}, 'runner.several-modules'],
    [two, { module_path: ' modules/b.wasm ' }, 'planned'],
    [two, { module_path: 'modules/c.wasm' }, 'runner.unknown-module'],
    [two, { module_path: 'b.wasm' }, 'runner.bad-module-path'],
    [two, { module_path: '/modules/b.wasm' }, 'runner.bad-module-path'],
    [two, { module_path: 'modules\\b.wasm' }, 'runner.bad-module-path'],
    [two, { module_path: 'modules/../b.wasm' }, 'runner.bad-module-path'],
    [two, { module_path: 'modules/b.wasm\u0000' }, 'runner.bad-module-path'],
    [two, { module_path: 'skill.toml' }, 'runner.bad-module-path'],
    [echo, { tool_id: ' acme.say ' }, 'planned'],
    [echo, { tool_id: 'acme.sing' }, 'runner.unknown-tool'],
    [two, { tool_id: 'acme.sing' }, 'runner.unknown-tool'],
    [two, { entrypoint: 'Run' }, 'runner.several-modules'],
    [echo, { entrypoint: 'Run' }, 'runner.bad-entrypoint'],
    [skillWith('', ['a..b.wasm']), {}, 'planned'],
    [skillWith('', ['a..b.wasm']), { module_path: 'modules/a..b.wasm' }, 'runner.bad-module-path'],
  ])('%#: $1 is $2', (skill, input, code) => {
    expect(verdictWith([skill], input)).toBe(code);
  });

  test('the module that is named is the one that runs', () => {
    const { source, job } = planWith(two, { module_path: 'modules/b.wasm', tool_id: ' acme.say' });
    expect(source.skill).toMatchObject({ modulePath: 'modules/b.wasm', toolId: 'acme.say' });
    expect(Buffer.from(job.module).toString()).toBe(';; b.wasm');
  });
});

describe('what the manifest grants', () => {
  const declared = skillWith(`[capabilities]
http_egress_allowlist = ["API.example.", "both.example", "*.example"]
[capabilities.filesystem]
write_roots = ["Upper", "cache"]
[[capabilities.secrets]]
scope = "skill:acme.echo"
key_names = ["api_token", "a:b"]
[[capabilities.secrets]]
scope = "global"
key_names = ["k"]
[[capabilities.secrets]]
scope = "global "
key_names = ["spaced"]
[capabilities.wildcard_opt_in]
http_egress = true`);
  const policy = allowing({
    http_hosts: ['both.example', 'policy.example', 'api.example'],
    secrets: ['skill:acme.echo/api_token', 'global/k', 'global/spaced', 'skill:acme.echo/a:b'],
    storage_prefixes: ['cache', 'upper'],
    channels: ['cli'],
  });
  const asking = (capabilities: object) => verdictWith([declared], { capabilities }, policy);

  test('what nobody could ask for is in nobody’s way', () => {
    expect(asking({})).toBe('planned');
  });

  test.each([
    [{ http_hosts: ['both.example'] }, 'planned'],
    [{ http_hosts: ['api.example'] }, 'planned'],
    [{ http_hosts: ['policy.example'] }, 'runner.denied'],
    [{ http_hosts: ['sub.example'] }, 'runner.denied'],
    [{ secrets: ['global/k'] }, 'planned'],
    [{ secrets: ['k'] }, 'runner.denied'],
    [{ secrets: ['skill:acme.echo/api_token', 'skill:acme.echo/a:b'] }, 'planned'],
    [{ secrets: ['global/spaced'] }, 'runner.denied'],
    [{ storage_prefixes: ['cache'] }, 'planned'],
    [{ storage_prefixes: ['upper'] }, 'runner.denied'],
    [{ channels: ['cli'] }, 'runner.denied'],
  ])('%j', (capabilities, code) => {
    expect(asking(capabilities)).toBe(code);
  });

  test('the policy alone is not enough, and neither is the manifest', () => {
    expect(verdictWith([declared], { capabilities: { http_hosts: ['both.example'] } })).toBe('runner.denied');
    expect(verdictWith([echo], { capabilities: { http_hosts: ['both.example'] } }, policy)).toBe('runner.denied');
  });
});

describe('limits', () => {
  const frugal = skillWith(
    '[capabilities.quotas]\nwall_clock_timeout_ms = 10\nfuel_budget = 100\nmax_memory_bytes = 65536',
  );

  test('a manifest lowers what the policy and the caller give', () => {
    expect(planWith(frugal).job).toMatchObject({
      timeoutMs: 10n,
      limits: { ...runtimeDefaults, fuelBudget: 100n, memoryBytes: 65536n },
    });
  });

  test('a manifest raises nothing', () => {
    const limits = { fuelBudget: 7n, memoryBytes: 0n, tableElements: 1n, instances: 2n };
    const { job } = planWith(frugal, {}, { ...openPolicy, limits }, 0n);
    expect(job).toMatchObject({ timeoutMs: 0n, limits });
  });
});
