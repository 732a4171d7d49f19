import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AroundReplacement } from '#reference/state/state.ts';
import { names, runtime } from '#spec/constants.ts';
import type { GlobalOptions } from '../options.ts';
import { openState } from '../state-root.ts';
import { publicKeyHex } from '../testing/sandbox.ts';
import { SkillSandbox } from '../testing/skills.ts';
import { auditRequest } from './audit-request.ts';
import { installArtifact } from './install.ts';

let sandbox: SkillSandbox;
beforeEach(() => {
  sandbox = new SkillSandbox();
});
afterEach(() => sandbox.remove());

const options: GlobalOptions = {
  'state-root': undefined,
  'vault-dir': undefined,
  'vault-passphrase-stdin': false,
  names: 'shipped',
  'output-format': 'text',
  'no-color': false,
  help: false,
};
const store = 'state/skills/trust-store.json';
const stops = { before: () => stop(), after: () => stop() };

function stop(): never {
  throw new Error('stopped');
}

/** Installs, and stops dead at one of the two moments around the replacement of the trust store. */
async function interruptedInstall(path: string, moment: keyof AroundReplacement): Promise<void> {
  const state = await openState(options, sandbox.shell);
  const audit = auditRequest(undefined, sandbox.shell);
  if (!state.ok || !audit.ok) throw new Error('a sandbox has a state');
  const { root } = state.value;
  const around = { ...root.aroundTrustStore, [moment]: stops[moment] } as AroundReplacement;
  const wish = {
    kind: 'install',
    artifact: sandbox.bytes(path),
    source: { kind: 'local_artifact', reference: path },
    keys: [],
    allowUntrusted: true,
    audit: audit.value,
    quarantineNew: false,
    host: { names: names.shipped, runtime },
  } as const;
  const stopped = { ...state.value, root: { ...root, aroundTrustStore: around } };
  expect(await installArtifact(stopped, wish, sandbox.shell)).toMatchObject({ ok: false });
  expect(existsSync(sandbox.path('state/transaction.json'))).toBe(true);
}

test.each(['before', 'after'] as const)(
  'an install that stops %s its trust store is replaced is finished by the next command (CMD-ONE-CHANGE, TRUST-INTEGRITY-RECORD)',
  async (moment) => {
    const path = await sandbox.build();
    await interruptedInstall(path, moment);
    const listed = await sandbox.run('skills list --json');
    expect(listed).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse(listed.stdout).entries).toMatchObject([{ skill_id: 'acme.echo_skill', current: true }]);
    expect(JSON.parse(sandbox.read(store)).tofu_publishers).toEqual({ acme: publicKeyHex });
    expect(await sandbox.run('skills verify acme.echo_skill')).toMatchObject({ exitCode: 0 });
    expect(existsSync(sandbox.path('state/transaction.json'))).toBe(false);
  },
);

test('a store that is changed apart from the state is changed behind what was interrupted (CMD-ONE-CHANGE)', async () => {
  const path = await sandbox.build();
  await interruptedInstall(path, 'before');
  const key = 'ab'.repeat(32);
  const line = `skills package verify --artifact ${path} --trusted-publisher zeta=${key}`;
  expect(await sandbox.run(line)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('trust=tofu_pinned') });
  expect(await sandbox.run('skills list')).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(sandbox.read(store))).toEqual({
    trusted_publishers: { zeta: [key] },
    tofu_publishers: { acme: publicKeyHex },
  });
});
