import type { Outcome } from '../outcome.ts';
import { askAlone, type Call, isAnswer, type RunState, type Session } from './session.ts';
import { short } from './short.ts';

/**
 * Asks, and asks alone again where the subject died or broke the protocol: the calls before may be to blame. An answer
 * to the second question never makes the first one good.
 */
export async function settle(run: RunState, session: Session, call: Call): Promise<Outcome> {
  const first = await session.ask(call);
  if (first.outcome !== 'crash' && first.outcome !== 'protocol-error') return first;
  const again = await askAlone(run, 'usual', call);
  if (!isAnswer(again)) return first;
  const diagnosis = {
    code: 'subject.depends-on-order',
    detail: 'as the only call of a fresh subject it was answered',
  } as const;
  run.diagnose(diagnosis);
  return { outcome: 'flaky', diagnosis, first: `${first.outcome} (${first.diagnosis.detail})`, later: nameOf(again) };
}

/** As much of an answer as makes it another one, in a few words. */
export function nameOf({ outcome, reason }: { readonly outcome: string; readonly reason?: string }): string {
  return outcome === 'reject' ? `reject ${short(reason ?? '', longestReason)}` : outcome;
}

const longestReason = 200;
