import { afterEach, beforeEach, expect, test } from 'vitest';
import { profileIds } from '#spec/profiles.ts';
import { Sandbox } from '../testing/sandbox.ts';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.remove());

test('all profiles are listed, in their order', async () => {
  expect(await sandbox.run('deployment profiles')).toEqual({
    exitCode: 0,
    stdout: `deployment.profile id=local mode=local_desktop bind=loopback_only blockers=0
deployment.profile id=single-vm mode=remote_vps bind=loopback_only blockers=1
deployment.profile id=worker-enabled mode=remote_vps bind=loopback_only blockers=2
`,
    stderr: '',
  });
  const { profiles } = JSON.parse((await sandbox.run('deployment profiles --json')).stdout);
  expect(profiles.map(({ profile_id }: { profile_id: string }) => profile_id)).toEqual(profileIds);
});

test('a manifest is shown line by line, or as the document that the listing has', async () => {
  const { stdout } = await sandbox.run('deployment manifest --deployment-profile worker-enabled');
  expect(stdout).toContain('capability id=networked_workers enabled=true posture=preview-with-attestation\n');
  expect(stdout).toContain('default path=networked_workers.lease_ttl_ms value=900000\n');
  expect(stdout).toContain('blocker code=execution_plane_egress_review severity=blocking\n');
  expect(stdout).toContain('preflight id=orphan_reaper required=true scope=recovery\n');
  expect(stdout.split('\n')).toHaveLength(27);
  const shown = await sandbox.run('deployment manifest --deployment-profile single-vm --json');
  const listed = JSON.parse((await sandbox.run('deployment profiles --json')).stdout);
  expect(JSON.parse(shown.stdout)).toEqual(listed.profiles[1]);
});

test.each(['single_vm', 'Local', 'worker', 'desktop', ''])(
  'on a command line %j is no profile: only the ids are (PROF-CLI)',
  async (id) => {
    const { exitCode, stdout, stderr } = await sandbox.run(`deployment manifest --deployment-profile=${id}`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('--deployment-profile');
  },
);

test.each(profileIds)('on a command line %s is a profile (PROF-CLI)', async (id) => {
  const { exitCode, stdout } = await sandbox.run(`deployment manifest --deployment-profile ${id}`);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(`profile=${id} `);
});
