import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultAuditPolicy } from '#reference/audit/policy.ts';
import { defaultPolicy } from '#reference/runtime/runner/policy.ts';
import { changeState, readState } from '#reference/state/state.ts';
import { names, runtime } from '#spec/constants.ts';
import { ok } from '#spec/result.ts';
import type { GlobalOptions } from '../options.ts';
import { openState } from '../state-root.ts';
import { answering } from '../testing/hooks.ts';
import { SkillSandbox } from '../testing/skills.ts';
import { reaudit } from './reaudit.ts';

let sandbox: SkillSandbox;

beforeEach(async () => {
  sandbox = new SkillSandbox();
  await sandbox.install(await sandbox.build({ module: answering }));
});

afterEach(() => sandbox.remove());

/** A re-audit during which something happens each time that an artifact has been read. */
async function auditing(meanwhile: (look: number) => void) {
  const options = { names: 'shipped' } as GlobalOptions;
  const state = await openState(options, sandbox.shell);
  if (!state.ok) throw new Error(state.failure.code);
  let looks = 0;
  let isDeciding = false;
  const shell = {
    ...sandbox.shell,
    nowUnixMs: () => {
      if (!isDeciding) meanwhile(++looks);
      return 1_770_000_000_000n;
    },
    randomBytes: (length: number) => {
      isDeciding = true;
      return new Uint8Array(length);
    },
  };
  const done = await reaudit({
    ...{ state: state.value, shell, host: { names: names.shipped, runtime } },
    ...{ policy: defaultPolicy, timeoutMs: 750n, reauditIntervalMs: 0n },
    execute: () => Promise.reject(new Error('nothing runs')),
    audit: { policy: defaultAuditPolicy, vulnerabilityFeed: undefined },
    say: async () => {},
  });
  return { done, looks };
}

/** Another record of the same version, as after it was removed and installed again. */
function reinstall(at: number): void {
  const root = { folder: sandbox.path('state') };
  const changed = changeState(root, (now) => {
    const index = now.index();
    if (!index.ok) return index;
    const text = Buffer.from(index.value ?? []).toString();
    const next = text.replace(/"installed_at_unix_ms": \d+/, `"installed_at_unix_ms": ${at}`);
    return ok({ change: { index: Buffer.from(next) }, value: undefined });
  });
  expect(changed.ok).toBe(true);
}

test('HOST-REAUDIT: a version that is replaced while it is looked at is looked at again', async () => {
  // The second look is the first one at the clock of the decision.
  const { done, looks } = await auditing((look) => look === 1 && reinstall(7));
  expect(done).toMatchObject({ ok: true, value: { targets: 1, quarantined: [] } });
  expect(looks).toBe(3);
});

test('HOST-FAILED-REAUDIT: one that never catches up changes nothing', async () => {
  const { done } = await auditing((look) => reinstall(look));
  expect(done).toMatchObject({ ok: false, failure: { code: 'lifecycle.bad-event' } });
  const rows = readState({ folder: sandbox.path('state') }, (now) => now.statuses());
  expect(rows).toMatchObject({ ok: true, value: [] });
});
