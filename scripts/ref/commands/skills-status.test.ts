import { existsSync, readlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guestModule } from '#fixtures/guests/guests.ts';
import { changeState, readState } from '#reference/state/state.ts';
import { ok } from '#spec/result.ts';
import { publicKeyHex } from '../testing/sandbox.ts';
import { SkillSandbox } from '../testing/skills.ts';

let sandbox: SkillSandbox;
beforeEach(async () => {
  sandbox = new SkillSandbox();
});
afterEach(() => sandbox.remove());

const echo = 'acme.echo_skill';

function journal() {
  const events = readState({ folder: sandbox.path('state') }, (now) => now.events(0n, 100));
  if (!events.ok) throw new Error(events.failure.code);
  return events.value.map(({ payload, ...event }) => ({ ...event, payload: JSON.parse(payload) }));
}

/** As another program may have written it. */
function storeStatus(status: string): void {
  const row = { skillId: echo, version: '1.0.0', status, reason: null, operatorPrincipal: 'x' };
  const times = { detectedAtMs: 1n, createdAtUnixMs: 1n, updatedAtUnixMs: 1n };
  const change = { statuses: [{ ...row, ...times }] };
  const stored = changeState({ folder: sandbox.path('state') }, () => ok({ change, value: undefined }));
  if (!stored.ok) throw new Error(stored.failure.code);
}

describe('skills quarantine and skills enable', () => {
  test('set the status of the current version, and tell it as the journal and the log do', async () => {
    await sandbox.install(await sandbox.build());
    const told = await sandbox.json(`skills quarantine ${echo} --reason odd --json`);
    expect(told).toEqual({
      skill_id: echo,
      version: '1.0.0',
      status: 'quarantined',
      reason: 'odd',
      detected_at_ms: expect.any(Number),
      operator_principal: 'user:local',
    });
    expect(sandbox.log().at(-1)).toMatchObject({ event_kind: 'skill.quarantined', payload: told });
    expect(journal()).toMatchObject([
      {
        kind: 4,
        actor: 3,
        principal: 'user:local',
        deviceId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
        channel: null,
        payload: { event: 'skill.quarantined', ...told },
      },
    ]);
    expect((await sandbox.run(`skills enable ${echo} --override`)).stdout).toMatch(
      /^skill\.enabled skill_id=acme\.echo_skill version=1\.0\.0 status=active reason=none detected_at_ms=\d+ operator_principal=user:local\n$/,
    );
    expect(journal().map(({ payload }) => payload.event)).toEqual(['skill.quarantined', 'skill.enabled']);
  });

  test('whoever decides is named', async () => {
    await sandbox.install(await sandbox.build());
    await sandbox.run(`skills quarantine ${echo} --principal user:ops --device-id DEVICE --channel cli`);
    expect(journal()).toMatchObject([
      { principal: 'user:ops', deviceId: 'DEVICE', channel: 'cli', payload: { operator_principal: 'user:ops' } },
    ]);
  });

  test('enabling needs --override, before anything is looked at', async () => {
    expect(await sandbox.run(`skills enable ${echo} --state-root /dev/null/x`)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('lifecycle.override-required'),
    });
  });

  test('a version that is not installed can be held back, and stays so when it comes', async () => {
    expect(await sandbox.run(`skills quarantine ${echo}`)).toMatchObject({ exitCode: 8 });
    expect(await sandbox.run(`skills quarantine ${echo} --version 1.0.0`)).toMatchObject({ exitCode: 0 });
    await sandbox.install(await sandbox.build());
    const statusNow = async () => (await sandbox.json('skills list --json')).entries[0].runtime_status.status;
    expect(await statusNow()).toBe('quarantined');
    await sandbox.run(`skills remove ${echo}`);
    await sandbox.install(await sandbox.build(), '');
    expect(await statusNow()).toBe('quarantined');
  });

  test('the index is not touched', async () => {
    await sandbox.install(await sandbox.build());
    const before = sandbox.read('state/skills/installed-index.json');
    await sandbox.run(`skills quarantine ${echo}`);
    expect(sandbox.read('state/skills/installed-index.json')).toBe(before);
  });
});

describe('skills remove', () => {
  test('what is left becomes current, and at last nothing is left', async () => {
    for (const version of ['1.0.0', '1.1.0']) await sandbox.install(await sandbox.build({ version }));
    expect(await sandbox.json(`skills remove ${echo} --json`)).toEqual({
      event_kind: 'skill.removed',
      skill_id: echo,
      removed_versions: ['1.1.0'],
      skills_root: sandbox.path('state/skills'),
    });
    expect(sandbox.versions()).toEqual(['1.0.0 current']);
    expect(readlinkSync(sandbox.path(`state/skills/${echo}/current`))).toBe('1.0.0');
    expect(existsSync(sandbox.path(`state/skills/${echo}/1.1.0`))).toBe(false);
    expect((await sandbox.run(`skills remove ${echo} --version 1.0.0`)).stdout).toMatch(
      /^skill\.removed skill_id=acme\.echo_skill removed_versions=1\.0\.0 skills_root=/,
    );
    expect(sandbox.versions()).toEqual([]);
    expect(sandbox.log().at(-1)).toMatchObject({
      event_kind: 'skill.removed',
      payload: { removed_versions: ['1.0.0'] },
    });
  });

  test('what is not installed cannot be removed, and nothing changes', async () => {
    await sandbox.install(await sandbox.build());
    const before = sandbox.read('state/skills/installed-index.json');
    for (const line of ['skills remove acme.other', `skills remove ${echo} --version 2.0.0`]) {
      expect(await sandbox.run(line)).toMatchObject({ exitCode: 8 });
    }
    expect(sandbox.read('state/skills/installed-index.json')).toBe(before);
  });
});

describe('skills verify', () => {
  test('records the decision of now', async () => {
    await sandbox.install(await sandbox.build());
    expect(sandbox.index().entries[0].trust_decision).toBe('tofu_newly_pinned');
    expect(await sandbox.json(`skills verify ${echo} --json`)).toMatchObject({
      accepted: true,
      trust_decision: 'tofu_pinned',
      audit_event: { event_kind: 'skill.artifact.verified' },
    });
    expect(sandbox.index().entries[0].trust_decision).toBe('tofu_pinned');
    expect(sandbox.log().at(-1)).toMatchObject({
      event_kind: 'skill.verified',
      payload: { skill_id: echo, accepted: true, policy_bindings: expect.any(Array) },
    });
    const line = `skills verify ${echo} --trusted-publisher acme=${publicKeyHex}`;
    expect((await sandbox.run(line)).stdout).toMatch(/^skill\.verified .* trust=allowlisted /);
  });

  test('leaves with 1 where its signer is not trusted, and changes nothing', async () => {
    await sandbox.install(await sandbox.build());
    const before = sandbox.read('state/skills/installed-index.json');
    expect(await sandbox.run(`skills verify ${echo} --trust-store none.json`)).toMatchObject({ exitCode: 1 });
    expect(sandbox.read('state/skills/installed-index.json')).toBe(before);
  });
});

describe('run --skill-id (CMD-RUN-GATE)', () => {
  const run = `run --skill-id ${echo}`;

  test('an installed skill runs, until it is quarantined, and again once it is enabled', async () => {
    await sandbox.install(await sandbox.build({ module: guestModule('answer') }));
    const ran = { exitCode: 0, stdout: expect.stringContaining('acme.echo_skill 1.0.0') };
    expect(await sandbox.run(run)).toMatchObject(ran);
    await sandbox.run(`skills quarantine ${echo}`);
    expect(await sandbox.run(run)).toMatchObject({
      exitCode: 6,
      stdout: '',
      stderr: expect.stringContaining('installed.not-active'),
    });
    await sandbox.run(`skills enable ${echo} --override`);
    expect(await sandbox.run(`${run} --skill-version 1.0.0`)).toMatchObject(ran);
    expect(await sandbox.run(`${run} --skill-version 2.0.0`)).toMatchObject({ exitCode: 8 });
  });

  test('one that is disabled does not run, and one with a status that nobody knows neither', async () => {
    await sandbox.install(await sandbox.build({ module: guestModule('answer') }));
    for (const [status, exitCode, told] of [
      ['disabled', 6, 'disabled'],
      ['paused', 7, 'unknown'],
    ] as const) {
      storeStatus(status);
      expect(await sandbox.run(run)).toMatchObject({ exitCode, stdout: '' });
      const { runtime_status, eligibility } = (await sandbox.json('skills list --json')).entries[0];
      expect([runtime_status.status, eligibility.eligible]).toEqual([told, false]);
      expect((await sandbox.json('skills list --quarantined-only --json')).count).toBe(0);
    }
  });

  test('nothing runs while the statuses cannot be read', async () => {
    await sandbox.install(await sandbox.build());
    await sandbox.run(`skills enable ${echo} --override`);
    writeFileSync(sandbox.path('state/data/journal.sqlite3'), 'no journal');
    expect(await sandbox.run(run)).toMatchObject({ exitCode: 7, stdout: '' });
    expect(await sandbox.run('skills list')).toMatchObject({
      exitCode: 7,
      stdout: expect.stringContaining(' runtime_status=unknown '),
    });
  });

  test('a file and a skill are not run together', async () => {
    for (const line of ['run', `run a.wasm --skill-id ${echo}`, 'run a.wasm --skill-version 1.0.0']) {
      expect(await sandbox.run(line)).toMatchObject({ exitCode: 2 });
    }
  });
});
