import type { Ending, GuestName, GuestRun } from '#fixtures/guests/guest.ts';
import { guests } from '#fixtures/guests/guests.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { ended, guest, running } from '../given.ts';
import { plenty } from './given.ts';

/** Modules as a compiler writes them, and what each of their runs is there to show. */
const shown: readonly (readonly [name: GuestName, proves: readonly RequirementId[]])[] = [
  ['answer', ['RT-EXIT-CODE']],
  ['floats', ['RT-NUMBERS']],
  ['integers', ['RT-NUMBERS']],
  ['traps', ['RT-TRAPS']],
  ['table-traps', ['RT-TRAPS', 'RT-PROFILE']],
  ['memory', ['LIM-MEMORY', 'LIM-MEMORY-GROW']],
  ['memory-maximum', ['LIM-MEMORY-GROW']],
  ['tables', ['LIM-TABLE', 'LIM-TABLE-GROW']],
];

const all = shown.flatMap(([name, proves]) => guests[name].runs.flatMap((run) => caseOf(name, proves, run)));

/** Some runs are listed twice there, to see that nothing lasts. */
export const compiled: readonly Case[] = [...new Map(all.map((one) => [one.id, one])).values()];

/** None where the run is about fuel, or about limits that another file is about. */
function caseOf(name: GuestName, proves: readonly RequirementId[], run: GuestRun): readonly Case[] {
  if (run.limits !== undefined || endsBy(run.ends) === 'limit') return [];
  const id = `runtime/compiled-${name}-${run.entrypoint.replaceAll('_', '-')}`;
  return [
    accepted(id, proves, running(guest(name), { entrypoint: run.entrypoint, ...plenty }), ended(endsBy(run.ends))),
  ];
}

function endsBy(ends: Ending) {
  return 'exitCode' in ends ? ends.exitCode : ends.stopped;
}
