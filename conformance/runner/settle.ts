import type { Outcome } from '../outcome.ts';
import { type Asked, askAlone, type Call, isAnswer, type RunState, type Session } from './session.ts';

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

export function nameOf(asked: Asked): string {
  return asked.outcome === 'reject' ? `reject ${asked.reason}` : asked.outcome;
}
