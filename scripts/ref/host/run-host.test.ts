import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultAuditPolicy } from '#reference/audit/policy.ts';
import type { Execute } from '#reference/runtime/runner/execute.ts';
import { defaultPolicy } from '#reference/runtime/runner/policy.ts';
import { names, runtime } from '#spec/constants.ts';
import type { GlobalOptions } from '../options.ts';
import { openState } from '../state-root.ts';
import { answering, bindPlugins } from '../testing/hooks.ts';
import { SkillSandbox } from '../testing/skills.ts';
import { type HostLine, lineText } from './lines.ts';
import { runHost } from './run-host.ts';
import type { HostWorld } from './world.ts';

let sandbox: SkillSandbox;

beforeEach(async () => {
  sandbox = new SkillSandbox();
  await sandbox.install(await sandbox.build({ module: answering }));
  bindPlugins(sandbox, { alarm: 'run' });
});

afterEach(() => sandbox.remove());

const options = { names: 'shipped' } as GlobalOptions;
const hour = 3_600_000;

interface Served {
  readonly lines: readonly string[];
  readonly waits: readonly number[];
}

/** A host whose time passes only while it sleeps, until it has slept so often. */
async function serve(
  sleeps: number,
  { intervalMs = BigInt(hour), execute = neverEnds }: { intervalMs?: bigint; execute?: Execute } = {},
  between: (sleep: number, set: (nowUnixMs: bigint) => void) => unknown = () => {},
): Promise<Served> {
  const state = await openState(options, sandbox.shell);
  if (!state.ok) throw new Error(state.failure.code);
  let now = 1_770_000_000_000n;
  let chance = 0;
  const lines: HostLine[] = [];
  const waits: number[] = [];
  const world: HostWorld = {
    state: state.value,
    shell: {
      ...sandbox.shell,
      nowUnixMs: () => now,
      randomBytes: (length) => new Uint8Array(length).fill(++chance % 250),
    },
    host: { names: names.shipped, runtime },
    policy: { ...defaultPolicy, enabled: true },
    timeoutMs: 750n,
    execute,
    audit: { policy: defaultAuditPolicy, vulnerabilityFeed: undefined },
    reauditIntervalMs: intervalMs,
    say: async (line) => void lines.push(line),
  };
  const life = {
    once: false,
    isEnded: () => waits.length >= sleeps,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      now += BigInt(milliseconds);
      await between(waits.length, (set) => {
        now = set;
      });
    },
  };
  const ended = await runHost(world, life);
  if (!ended.ok) throw new Error(ended.failure.code);
  return { lines: lines.map((line) => lineText(line, false).trimEnd()), waits };
}

const finishes: Execute = async () => ({ ok: true, value: { kind: 'finished', exitCode: 5 } });
const neverEnds: Execute = async () => {
  throw new Error('no hook is bound');
};

const reaudits = ({ lines }: Served) => lines.filter((line) => line.startsWith('host.reaudited')).length;

test('HOST-REAUDIT: one at the start, and the next when the interval is over', async () => {
  expect(reaudits(await serve(1))).toBe(1);
  const served = await serve(60, { intervalMs: 30_500n });
  expect(reaudits(served)).toBe(2);
  // Never longer than the journal can wait, and never beyond what is due.
  expect(new Set(served.waits)).toEqual(new Set([1000, 500]));
});

test('HOST-REAUDIT: none at all with an interval of nothing', async () => {
  expect(reaudits(await serve(10, { intervalMs: 0n }))).toBe(0);
});

test('HOST-REAUDIT: a clock that was set back does not put it off', async () => {
  const back = await serve(5, {}, (sleep, set) => sleep === 2 && set(1_760_000_000_000n));
  expect(reaudits(back)).toBe(2);
});

test('HOST-REAUDIT: what does not pass is quarantined once, and heard', async () => {
  await sandbox.install(await sandbox.build({ skillId: 'acme.victim', version: '2.0.0' }));
  await sandbox.run('hooks bind ops.alarm --event skill:quarantined --plugin acme.alarm');
  const served = await serve(30, { intervalMs: 5000n, execute: finishes }, (sleep) => {
    if (sleep === 1) rmSync(sandbox.path('state/skills/acme.victim/2.0.0/artifact.palyra-skill'));
  });
  expect(reaudits(served)).toBeGreaterThan(4);
  expect(served.lines.filter((line) => line.startsWith('skill.quarantined'))).toEqual([
    'skill.quarantined skill_id=acme.victim version=2.0.0 reason="periodic_reaudit_missing_artifact: ENOENT"',
  ]);
  expect(served.lines.filter((line) => line.startsWith('hook.dispatched'))).toHaveLength(1);
});

test('HOST-FAILED-REAUDIT: trouble that lasts is told once, and the host goes on', async () => {
  const index = sandbox.read('state/skills/installed-index.json');
  sandbox.write('state/skills/installed-index.json', '{');
  const served = await serve(20, { intervalMs: 2000n }, (sleep) => {
    if (sleep === 9) sandbox.write('state/skills/installed-index.json', index);
  });
  expect(served.lines.filter((line) => line.startsWith('host.problem'))).toHaveLength(1);
  expect(reaudits(served)).toBeGreaterThan(3);
});

test('HOST-END: nothing is dispatched once a host is told to end', async () => {
  await sandbox.run('hooks bind ops.alarm --event skill:enabled --plugin acme.alarm');
  const served = await serve(2, { execute: finishes }, async (sleep) => {
    if (sleep === 2) await sandbox.run('skills enable acme.echo_skill --override');
  });
  expect(served.lines.at(-1)).toBe('host.ended quarantined=0');
  expect(served.lines.some((line) => line.startsWith('host.event event=skill:enabled'))).toBe(false);
  // It is heard by the next one.
  expect((await serve(1, { execute: finishes })).lines).toContain(
    'hook.dispatched event=skill:enabled hook_id=ops.alarm plugin_id=acme.alarm skill_id=acme.echo_skill version=1.0.0 exit_code=5',
  );
});

test('HOOK-CURSOR-LOST: a host that runs keeps its place, whatever becomes of the file', async () => {
  await sandbox.run('hooks bind ops.alarm --event skill:enabled --plugin acme.alarm');
  const enable = () => sandbox.run('skills enable acme.echo_skill --override');
  for (let times = 0; times < 3; times++) await enable();
  const cursor = sandbox.path('state/hooks/host.json');
  const set = (seq: number) => sandbox.write('state/hooks/host.json', `{"schema_version": 1, "journal_seq": ${seq}}`);
  const served = await serve(12, { execute: finishes }, async (sleep) => {
    if (sleep === 1) rmSync(cursor);
    if (sleep === 3) await enable();
    if (sleep === 5) set(0);
    if (sleep === 7) set(999);
    if (sleep === 9) await enable();
    if (sleep === 10) sandbox.write('state/hooks/host.json', 'damaged');
  });
  expect(served.lines.filter((line) => line.startsWith('hook.dispatched'))).toHaveLength(5);
  expect(served.lines.filter((line) => line.startsWith('host.cursor'))).toEqual([]);
  expect(served.lines.filter((line) => line.startsWith('host.problem'))).toEqual([
    expect.stringContaining('what=journal code=state.unreadable'),
  ]);
});

test('HOOK-CURSOR-LOST: a journal that begins anew while a host runs is told, and heard from then on', async () => {
  await sandbox.run('hooks bind ops.alarm --event skill:enabled --plugin acme.alarm');
  const enable = () => sandbox.run('skills enable acme.echo_skill --override');
  const served = await serve(8, { execute: finishes }, async (sleep) => {
    if (sleep === 1) for (let times = 0; times < 3; times++) await enable();
    if (sleep === 3) rmSync(sandbox.path('state/data'), { recursive: true });
    if (sleep === 5) await enable();
  });
  expect(served.lines.filter((line) => line.startsWith('hook.dispatched'))).toHaveLength(4);
  expect(served.lines.filter((line) => line.startsWith('host.cursor'))).toEqual([
    'host.cursor why="cursor beyond the journal" passed_over_up_to=0',
  ]);
});

test('HOOK-ABORT: a status that is none ends the event, and is told', async () => {
  await sandbox.run('hooks bind ops.alarm --event gateway:startup --plugin acme.alarm');
  await sandbox.run('skills enable acme.echo_skill --override');
  const { changeState } = await import('#reference/state/state.ts');
  const at = 1n;
  const row = {
    ...{ skillId: 'acme.echo_skill', version: '1.0.0', status: 'error', reason: null, operatorPrincipal: 'x' },
    ...{ detectedAtMs: at, createdAtUnixMs: at, updatedAtUnixMs: at },
  };
  const done = changeState({ folder: sandbox.path('state') }, () => ({
    ok: true,
    value: { change: { statuses: [row] }, value: undefined },
  }));
  expect(done.ok).toBe(true);
  const { lines } = await serve(1, { execute: neverEnds });
  expect(lines).toContainEqual(expect.stringMatching(/^hook\.aborted event=gateway:startup /));
});
