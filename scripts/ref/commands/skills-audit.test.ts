import { existsSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicKeyHex } from '../testing/sandbox.ts';
import { SkillSandbox } from '../testing/skills.ts';

let sandbox: SkillSandbox;
beforeEach(() => {
  sandbox = new SkillSandbox();
  sandbox.write('strict.json', '{"max_module_bytes": 1}');
});
afterEach(() => sandbox.remove());

const echo = 'acme.echo_skill';
const store = 'state/skills/trust-store.json';

describe('skills audit --artifact', () => {
  test('a file that passes: a report, a pin, and no line in the log (AUD-COMMAND-STORE)', async () => {
    const path = await sandbox.build();
    expect(await sandbox.json(`skills audit --artifact ${path} --allow-untrusted --json`)).toMatchObject({
      trust_store: sandbox.path(store),
      audits: [
        {
          source: 'artifact',
          artifact: path,
          skill_id: echo,
          version: '1.0.0',
          report: { accepted: true, passed: true, should_quarantine: false, trust_decision: 'tofu_newly_pinned' },
        },
      ],
      summary: { audited: 1, quarantine_required: 0, failed_checks: 0 },
    });
    expect(JSON.parse(sandbox.read(store)).tofu_publishers).toEqual({ acme: publicKeyHex });
    expect(existsSync(sandbox.path('state/skills/audit.ndjson'))).toBe(false);
  });

  test('a file that does not: the report first, and then exit code 1 (AUD-COMMAND)', async () => {
    const path = await sandbox.build();
    const line = `skills audit --artifact ${path} --trusted-publisher acme=${publicKeyHex} --policy strict.json`;
    const { exitCode, stdout, stderr } = await sandbox.run(line);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toMatch(
      /^skill\.audit skill_id=acme\.echo_skill version=1\.0\.0 source=artifact artifact=\S+ passed=false should_quarantine=true failed_checks=1 warnings=\d+\n/,
    );
    expect(stdout).toMatch(/^skill\.audit\.check check_id=\S+ status=fail message=/m);
    expect(stdout).toMatch(/^skill\.audit\.quarantine_reasons skill_id=acme\.echo_skill reasons=/m);
    // AUD-COMMAND-STORE: also then.
    expect(JSON.parse(sandbox.read(store)).trusted_publishers).toEqual({ acme: [publicKeyHex] });
    const { report } = (await sandbox.json(`--output-format json ${line}`)).audits[0];
    expect(report).toMatchObject({ passed: false, policy: { max_module_bytes: 1 } });
  });

  test('a file of somebody unknown: no report (AUD-COMMAND)', async () => {
    const path = await sandbox.build();
    expect(await sandbox.run(`skills audit --artifact ${path}`)).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: expect.stringContaining('trust.untrusted-publisher'),
    });
  });
});

describe('skills audit of what is installed', () => {
  test('all current versions, each with a line in the log', async () => {
    for (const version of ['1.0.0', '1.1.0']) await sandbox.install(await sandbox.build({ version }));
    await sandbox.install(await sandbox.build({ skillId: 'acme.other' }));
    const lines = sandbox.log().length;
    const { audits, summary } = await sandbox.json('skills audit --json');
    expect(audits).toMatchObject([
      { source: 'installed', skill_id: echo, version: '1.1.0' },
      { source: 'installed', skill_id: 'acme.other', version: '1.0.0' },
    ]);
    expect(summary.audited).toBe(2);
    expect(sandbox.log().slice(lines)).toMatchObject([
      {
        event_kind: 'skill.audit',
        payload: {
          source: 'installed',
          artifact: sandbox.path(`state/skills/${echo}/1.1.0/artifact.palyra-skill`),
          skill_id: echo,
          version: '1.1.0',
          should_quarantine: false,
          quarantine_reasons: [],
          checks: expect.any(Array),
        },
      },
      { payload: { skill_id: 'acme.other' } },
    ]);
    expect((await sandbox.json(`skills audit ${echo} --version 1.0.0 --json`)).audits).toMatchObject([
      { version: '1.0.0' },
    ]);
  });

  test('nothing is installed: nothing is audited, and that is no error', async () => {
    expect(await sandbox.json('skills audit --json')).toEqual({
      trust_store: sandbox.path(store),
      skills_root: sandbox.path('state/skills'),
      audits: [],
      summary: { audited: 0, quarantine_required: 0, failed_checks: 0, warnings: 0 },
      message: expect.any(String),
    });
    expect(await sandbox.run('skills audit')).toMatchObject({ exitCode: 0 });
  });

  test('no status is changed, whatever is found (CMD-AUDIT-ADVISES)', async () => {
    await sandbox.install(await sandbox.build());
    await sandbox.run(`skills enable ${echo} --override`);
    expect(await sandbox.run(`skills audit ${echo} --policy strict.json`)).toMatchObject({ exitCode: 1 });
    expect((await sandbox.json('skills list --json')).entries).toMatchObject([
      { runtime_status: { status: 'active' }, eligibility: { eligible: true } },
    ]);
    expect(sandbox.log().at(-1)).toMatchObject({ event_kind: 'skill.audit', payload: { should_quarantine: true } });
  });

  test('one that cannot be read ends it without a report, and without a line (AUD-COMMAND)', async () => {
    await sandbox.install(await sandbox.build());
    await sandbox.install(await sandbox.build({ skillId: 'acme.other' }));
    const lines = sandbox.log().length;
    rmSync(sandbox.path('state/skills/acme.other/1.0.0/artifact.palyra-skill'));
    expect(await sandbox.run('skills audit')).toMatchObject({ exitCode: 8, stdout: '' });
    expect(sandbox.log()).toHaveLength(lines);
  });
});

test.each([
  `skills audit ${echo} --artifact a`,
  'skills audit --version 1.0.0',
  'skills audit --artifact a --version 1.0.0',
  `skills audit ${echo} acme.other`,
])('`%s` makes no sense', async (line) => {
  expect(await sandbox.run(line)).toMatchObject({ exitCode: 2, stdout: '' });
});
