import { expect, test } from 'vitest';
import type { GuestName, GuestRun } from '#fixtures/guests/guest.ts';
import { guestModule, guestNames, guests } from '#fixtures/guests/guests.ts';
import { noGrants } from '#reference/runtime/engine/capabilities.ts';
import type { Outcome } from '#reference/runtime/engine/outcome.ts';
import { engine, runGuest } from './guest.ts';

const rows = guestNames.flatMap((name) => guests[name].runs.map((run) => ({ name, run, title: titleOf(name, run) })));

function titleOf(name: GuestName, { entrypoint, ends, limits }: GuestRun): string {
  const end = 'exitCode' in ends ? ends.exitCode : [ends.stopped, ends.trap].filter(Boolean).join(', ');
  const given = Object.entries(limits ?? {}).map(([limit, value]) => ` with ${limit} ${value}`);
  return `${name} ${JSON.stringify(entrypoint)}${given.join('')}: ${end}`;
}

// A clock that is looked at between slices of fuel never stops such a guest; the pool does.
test.each(rows.filter(({ run }) => !run.byClockAlone))('$title', ({ name, run }) => {
  const { entrypoint, limits = {}, grants, timeoutMilliseconds: milliseconds } = run;
  const report = runGuest(guestModule(name), {
    entrypoint,
    limits,
    grants: { ...noGrants, ...grants },
    ...(milliseconds !== undefined && { timeout: { milliseconds, now: () => performance.now() } }),
  });
  expect(endingOf(report.outcome)).toEqual(run.ends);
  if (run.fuelLeft !== undefined) expect(report.fuelLeft).toBe(run.fuelLeft);
  if (run.hostCalls !== undefined) expect(report.hostCalls.count).toBe(run.hostCalls);
});

function endingOf(outcome: Outcome): GuestRun['ends'] {
  if (outcome.kind === 'finished') return { exitCode: outcome.exitCode };
  const { class: stopped, cause } = outcome;
  return stopped !== 'limit' && cause.kind === 'trap' ? { stopped, trap: cause.trap } : { stopped };
}

test.each(guestNames)('%s imports what the table says', (name) => {
  const prepared = engine.prepare(guestModule(name));
  const imports = prepared.ok ? prepared.value.imports.map((each) => [each.module, each.name]) : prepared;
  expect(imports).toEqual(guests[name].imports);
});
