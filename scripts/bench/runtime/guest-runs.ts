import type { GuestName } from '#fixtures/guests/guest.ts';
import { guestModule } from '#fixtures/guests/guests.ts';
import { noGrants } from '#reference/runtime/engine/capabilities.ts';
import type { Engine, RunReport, RunRequest } from '#reference/runtime/engine/engine.ts';
import { runtimeDefaults } from '#spec/constants.ts';

/** More than any guest here consumes. */
const fuelBudget = 10n ** 15n;

export const limits = { ...runtimeDefaults, fuelBudget };

/** A guest that has been prepared, ready for any number of runs, each in a fresh instance. */
export function runsOf(
  engine: Engine,
  guest: GuestName,
  entrypoint: string,
): (timeout?: RunRequest['timeout']) => RunReport {
  const prepared = engine.prepare(guestModule(guest));
  if (!prepared.ok) throw new Error(prepared.failure.code);
  const request = { module: prepared.value, entrypoint, limits, grants: noGrants };
  return (timeout) => engine.run(timeout === undefined ? request : { ...request, timeout });
}

export function expectEnd(report: RunReport, wanted: 'finished' | 'timed-out'): void {
  const { outcome } = report;
  const end = outcome.kind === 'finished' ? outcome.kind : outcome.class;
  if (end !== wanted) throw new Error(JSON.stringify(outcome));
}
