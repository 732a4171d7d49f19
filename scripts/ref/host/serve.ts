import type { Execute } from '#reference/runtime/runner/execute.ts';
import { ok } from '#spec/result.ts';
import type { Outcome, Problem } from '../../cli/problem.ts';
import { exitCodes, kindOf } from '../exit.ts';
import { isolated } from './execute.ts';
import { reauditInterval } from './interval.ts';
import { lineText, problemLine } from './lines.ts';
import { runHost } from './run-host.ts';
import { waiting } from './sleep.ts';
import type { HostWorld } from './world.ts';

type Given = Omit<HostWorld, 'execute' | 'reauditIntervalMs' | 'say'>;

/** A host in this process, from its start until it is interrupted, or once. */
export async function serve(
  given: Given,
  { once, json }: { readonly once: boolean; readonly json: boolean },
): Promise<Outcome<{ readonly exitCode: number; readonly stderr: string }>> {
  const { shell } = given;
  const interval = reauditInterval(shell);
  let unsaid: Problem | undefined;
  // What a host sees to is more than what it says, so it goes on where nobody can be told.
  const say: HostWorld['say'] = async (line) => {
    const said = await shell.writeStdout(lineText(line, json));
    if (!said.ok) unsaid ??= said.failure;
  };
  if (interval.problem !== undefined) await say(problemLine('re-audit', interval.problem));
  const { sleep, isEnded, stop } = waiting(shell);
  const execute = untilEnded(isolated(shell), isEnded);
  const world = { ...given, execute, reauditIntervalMs: interval.ms, say };
  const ended = await runHost(world, { once, sleep, isEnded });
  stop();
  if (!ended.ok) return ended;
  const { quarantined, trouble } = ended.value;
  // HOST-ONCE: trouble on the way is the answer only where nobody goes on to see to it.
  if (once && quarantined > 0) {
    const stderr = unsaid === undefined ? '' : `note: not all that was done could be said (${unsaid.code})\n`;
    return ok({ exitCode: exitCodes.policy_denial, stderr });
  }
  if (unsaid !== undefined) return { ok: false, failure: unsaid };
  return ok({ exitCode: once && trouble !== undefined ? exitCodes[kindOf(trouble)] : exitCodes.success, stderr: '' });
}

/** HOST-END: a run that a signal cut off has no outcome, so nothing is recorded of it and no other begins. */
function untilEnded(execute: Execute, isEnded: () => boolean): Execute {
  const never = new Promise<never>(() => {});
  return async (job) => {
    if (isEnded()) return never;
    const ran = await execute(job);
    return isEnded() ? never : ran;
  };
}
