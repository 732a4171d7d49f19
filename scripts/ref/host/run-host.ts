import { sleepMs } from '#reference/lifecycle/host/schedule.ts';
import { emptyIndex } from '#reference/lifecycle/index/installed-index.ts';
import { reauditPlan } from '#reference/lifecycle/view/reaudit-plan.ts';
import type { Failure } from '#spec/failure.ts';
import { ok, type Result } from '#spec/result.ts';
import { fire } from './fire.ts';
import { beginInJournal, followJournal, type Next } from './follow-journal.ts';
import { lineText, placeLine, problemLine, quarantineLine } from './lines.ts';
import { reaudit } from './reaudit.ts';
import type { HostWorld } from './world.ts';

/** How long a host goes on: what it waits by, and whether it is told to end. */
export interface HostLife {
  readonly once: boolean;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly isEnded: () => boolean;
}

export interface HostEnd {
  readonly quarantined: number;
  /** The first thing that went wrong. */
  readonly trouble: Failure | undefined;
}

/** A host from its start to its end. What goes wrong on the way is said, and the host goes on. */
export async function runHost(world: HostWorld, life: HostLife): Promise<Result<HostEnd>> {
  const { say, shell, reauditIntervalMs } = world;
  // Nothing would be heard in a state that cannot be opened.
  const begun = beginInJournal(world.state.root);
  if (!begun.ok) return begun;
  const next = followJournal(world.state.root, begun.value.seq);
  let trouble: Failure | undefined;
  let quarantined = 0;
  let nextReauditUnixMs: bigint | null = null;
  let lastSaid = '';
  // What lasts is said once, and not at every look at it.
  const complain = async (what: string, failure: Failure) => {
    trouble ??= failure;
    const line = problemLine(what, failure);
    const text = lineText(line, true);
    if (text !== lastSaid) await say(line);
    lastSaid = text;
  };

  await say({ marker: 'host.started', fields: { once: life.once, reaudit_interval_ms: reauditIntervalMs } });
  if (begun.value.lost !== undefined) await say(placeLine(begun.value));
  // HOOK-STARTUP
  const startup = await fire({ event: 'gateway:startup', payload: new Map([['source', 'gateway.startup']]) }, world);
  if (!startup.ok) await complain('gateway:startup', startup.failure);

  for (let isFirst = true; !life.isEnded(); isFirst = false) {
    await deliver(next, world, life, complain);
    if (life.isEnded()) break;
    if ((life.once && isFirst) || isDue(nextReauditUnixMs, world)) {
      const done = await reaudit(world);
      const now = shell.nowUnixMs();
      nextReauditUnixMs = reauditIntervalMs === 0n ? null : now + reauditIntervalMs;
      if (done.ok) {
        quarantined += done.value.quarantined.length;
        for (const row of done.value.quarantined) await say(quarantineLine(row, row.reason));
        const counts = { targets: done.value.targets, quarantined: done.value.quarantined.length };
        await say({ marker: 'host.reaudited', fields: counts });
      } else {
        await complain('re-audit', done.failure);
      }
      await deliver(next, world, life, complain);
    }
    if (life.once || life.isEnded()) break;
    await life.sleep(sleepMs(nextReauditUnixMs, shell.nowUnixMs()));
  }
  await say({ marker: 'host.ended', fields: { quarantined } });
  return ok({ quarantined, trouble });
}

function isDue(nextReauditUnixMs: bigint | null, { shell, reauditIntervalMs }: HostWorld): boolean {
  const state = { index: emptyIndex, statuses: [], nextReauditUnixMs };
  return reauditPlan(state, reauditIntervalMs, shell.nowUnixMs()).due;
}

/** HOOK-FIRES: one event after another, until there is none. HOST-END: none of them once the host is told to end. */
async function deliver(
  next: () => Result<Next>,
  world: HostWorld,
  { isEnded }: HostLife,
  complain: (what: string, failure: Failure) => Promise<void>,
): Promise<void> {
  while (!isEnded()) {
    const taken = next();
    if (!taken.ok) return complain('journal', taken.failure);
    if (taken.value === undefined) return;
    if ('begun' in taken.value) {
      await world.say(placeLine(taken.value.begun));
      continue;
    }
    const { firing } = taken.value;
    const fired = await fire(firing, world);
    if (!fired.ok) await complain(firing.event, fired.failure);
  }
}
